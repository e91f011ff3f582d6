import { formulaInWords, type Indicator, labelsOf } from '../../catalogue';
import { type Leaf, leavesOf } from '../../formula';
import type { Block, TableCell } from '../document';
import { amount } from '../language/amounts';
import { placeName } from '../language/places';
import type { Desk } from './build';
import { labelOf, valueOf } from './figures';

/** How figures were obtained: their formula in words, the figures of reference in it with their source, who answered. */
export function sourceBlocks(codes: readonly string[], desk: Desk): Block[] {
  const { locale, catalogue } = desk.scope;
  const rows = codes.flatMap((code): TableCell[][] => {
    const indicator = catalogue.indicators.get(code);
    const cell = desk.scope.cell(code, desk.territory);
    if (!indicator || cell?.value === null || cell === undefined) return [];
    desk.shown.add(code);
    return [[labelOf(code, desk), valueOf(code, desk.territory, desk), obtained(indicator, desk)]];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      title: locale === 'fr' ? 'D’où viennent ces chiffres' : 'Where these figures come from',
      headings:
        locale === 'fr' ? ['Chiffre', 'Valeur', 'Données sources'] : ['Figure', 'Value', 'Source data'],
      rows,
      widths: [30, 16, 54],
    },
  ];
}

function obtained(indicator: Indicator, desk: Desk): string {
  const { scope, territory } = desk;
  const { locale, catalogue, source } = scope;
  const french = locale === 'fr';
  const parts: string[] = [];
  // The formula in words exists in French only; the definition says it in English.
  if (french) parts.push(formulaInWords(indicator.expression, labelsOf(catalogue)).replaceAll("'", '’'));
  else parts.push(indicator.definition.en);
  const leaves: readonly Leaf[] = leavesOf(indicator.inlined);
  const used = new Set(leaves.flatMap((leaf) => (leaf.kind === 'reference' ? [leaf.code] : [])));
  for (const one of source.references.filter(
    ({ code, territory: at }) => used.has(code) && at === territory,
  )) {
    const value = amount(one.value, one.unit, 0, locale);
    // The workbook names it in French; its source is quoted as it stands there.
    const label = french ? one.label : (catalogue.dataPoints.get(one.code)?.label.en ?? one.label);
    parts.push(`${label}${french ? ' : ' : ': '}${value} (${one.source})`);
  }
  const cell = scope.cell(indicator.code, territory);
  if (cell && cell.respondents !== null && cell.expected !== null && cell.expected > 1)
    parts.push(
      french
        ? `${cell.respondents} bailleurs répondants sur ${cell.expected}, ${placeName(territory)} ${source.year}`
        : `${cell.respondents} of ${cell.expected} landlords answered, ${placeName(territory)} ${source.year}`,
    );
  return `${parts.map((one) => sentenceOf(one)).join('. ')}.`;
}

/** With a capital, without its full stop. */
const sentenceOf = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');
