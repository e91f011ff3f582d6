import { isValidSiren, parseFamily } from '../contribution';
import { isForecast, yearsIn } from './meaning-words';
import { digitsOf, plain } from './roles';
import { contentOf, type SheetView, textOf } from './view';
import { wordsOf } from './wording';

const firstRows = 15;

/**
 * The year that sheet names, titles and headings speak of most, the latest of equals; undefined when none does. Budgets
 * and targets do not count, nor the dates of extraction. To be told to the person, who may say another.
 */
export function guessYear(views: readonly SheetView[]): number | undefined {
  const counts = new Map<number, number>();
  const count = (text: string): void => {
    if (isForecast(wordsOf(text))) return;
    const undated = text.replace(/(?<!31[/.])\b\d{1,2}[/.-]\d{1,2}[/.-](20\d\d)/g, (date) =>
      /^31[/.-]12/.test(date) ? date : ' ',
    );
    for (const year of yearsIn(undated)) counts.set(year, (counts.get(year) ?? 0) + 1);
  };
  for (const view of views) {
    count(view.name);
    for (let row = 0; row < Math.min(firstRows, view.rows); row += 1) {
      for (let column = 0; column < Math.min(60, view.columns); column += 1) {
        const content = contentOf(view, row, column);
        if (content.kind === 'text') count(content.text);
        // Years of construction are numbers below a heading: only a row of headings counts.
        else if (content.kind === 'number' && isHeadingRow(view, row)) count(textOf(view, row, column));
      }
    }
  }
  const [best] = [...counts].sort(([year, one], [other, two]) => two - one || other - year);
  return best?.[0];
}

function isHeadingRow(view: SheetView, row: number): boolean {
  for (let column = 0; column < Math.min(60, view.columns); column += 1) {
    const content = contentOf(view, row, column);
    if (
      content.kind === 'number' &&
      !(Number.isInteger(content.number) && content.number >= 1990 && content.number <= 2100)
    )
      return false;
  }
  return true;
}

/** Who the landlord is, when a sheet says it on a line: « SIREN | 732 829 320 ». */
export function findIdentity(views: readonly SheetView[]): {
  readonly siren?: string;
  readonly name?: string;
  readonly family?: string;
} {
  const found: { siren?: string; name?: string; family?: string } = {};
  for (const view of views) {
    for (let row = 0; row < Math.min(40, view.rows); row += 1) {
      for (let column = 0; column < Math.min(12, view.columns); column += 1) {
        const label = plain(textOf(view, row, column)).replace(/\s*:$/, '');
        if (label === '' || view.columns <= column + 1) continue;
        const beside = contentOf(view, row, column + 1);
        const digits = digitsOf(beside).slice(0, 9);
        if (/^(n° )?siren( de l.organisme| du bailleur)?$/.test(label) && isValidSiren(digits))
          found.siren ??= digits;
        if (beside.kind !== 'text') continue;
        if (/^(raison sociale|raison_sociale|nom de l.organisme|organisme|bailleur)$/.test(label))
          found.name ??= beside.text;
        const family = label === 'famille' ? parseFamily(beside.text) : undefined;
        if (family !== undefined) found.family ??= family;
      }
    }
  }
  return found;
}
