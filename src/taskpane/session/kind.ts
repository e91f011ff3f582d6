import type { WorkbookKind } from './state';

/** What tells each kind, the first that fits: a union's workbook may hold a questionnaire too. */
const signs: readonly (readonly [WorkbookKind, RegExp])[] = [
  ['union', /^IMPACT_CAMPAGNE$/u],
  ['landlord', /^IMPACT_(?:IDENTITE|DONNEES|LISTES|LOYERS|TRAVAUX|INDICATEURS_LOCAUX)$/u],
  ['consolidation', /^CONSO_/u],
];

/** Whose workbook it is, by the names of its tables. */
export function kindOf(tables: readonly string[]): WorkbookKind {
  const names = tables.map((name) => name.toUpperCase());
  return signs.find(([, sign]) => names.some((name) => sign.test(name)))?.[0] ?? 'empty';
}
