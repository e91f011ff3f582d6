import type { Locale } from '../../formula';
import type { StudyDocument } from '../document';

/** Numbers as each language writes them, with the sign of a unit that changes their size. */
const written: Readonly<Record<Locale, RegExp>> = {
  fr: /(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:([,.])(\d+))?[ \u00a0\u202f]?(%|Md€|M€|k€|€)?/gu,
  en: /(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:(\.)(\d+))?(%|bn|m\b|k\b)?/gu,
};

/** A number of a text: as it is written there, and as it compares with others. */
interface Written {
  readonly text: string;
  readonly key: string;
}

function numbersIn(text: string, locale: Locale): Written[] {
  return [...text.matchAll(written[locale])].map((found) => {
    const [whole, integer = '', , decimals = '', unit = ''] = found;
    const value = Number(`${integer.replace(/\D/g, '')}.${decimals || '0'}`);
    return { text: whole.trim(), key: `${value} ${unit}` };
  });
}

/** What is no text for a reader. */
const hidden: ReadonlySet<string> = new Set([
  'code',
  'territory',
  'id',
  'place',
  'mark',
  'marks',
  'template',
]);

/** Every number that a study writes, wherever it does. */
export function heldNumbers(document: StudyDocument): ReadonlySet<string> {
  const held = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const { key } of numbersIn(value, document.locale)) held.add(key);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) if (!hidden.has(name)) visit(one);
    }
  };
  visit(document);
  return held;
}

/** The numbers of a text that are not among those held, as they are written, each once. */
export function unknownNumbers(text: string, held: ReadonlySet<string>, locale: Locale): string[] {
  const unknown = numbersIn(text, locale).filter(({ key }) => !held.has(key));
  return [...new Set(unknown.map((one) => one.text))];
}
