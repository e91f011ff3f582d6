import type { Catalogue, DataPoint, Indicator } from '../../src/catalogue';
import { parseFormula } from '../../src/formula';
import type { TableName } from '../../src/contribution/format';
import type { Remark } from '../../src/contribution';
import type { Reading } from '../../src/contribution/reading';
import { RemarkList } from '../../src/contribution/remarks';
import { TableView } from '../../src/contribution/table-view';
import { TerritoryReader } from '../../src/contribution/territory-cells';
import type { CellValue } from '../../src/xlsx';

const both = (fr: string) => ({ fr, en: fr });

export function dataPoint(
  code: string,
  label: string,
  unit: string,
  more: Partial<DataPoint> = {},
): DataPoint {
  return {
    code,
    theme: 'CTX',
    label: both(label),
    question: both(label),
    synonyms: [],
    unit,
    kind: 'sum',
    period: 'stock_end',
    nonnegative: true,
    integer: false,
    proportional: true,
    local: false,
    find: {},
    checks: [],
    confidence: 'sourced',
    ...more,
  };
}

function indicator(
  code: string,
  label: string,
  formula: string,
  unit: string,
  low: number,
  high: number,
): Indicator {
  const expression = parseFormula(formula);
  return {
    code,
    dimension: 'CTX',
    label: both(label),
    definition: both(label),
    formula,
    expression,
    inlined: expression,
    unit,
    decimals: 1,
    direction: 'neutral',
    sanity: { low, high },
    consolidation: 'recomputed',
    extrapolation: 'sum',
    firstReview: false,
    sentence: both(label),
    references: [],
    confidence: 'sourced',
    examples: [],
  };
}

const points: readonly DataPoint[] = [
  dataPoint('nb_lls', 'Logements', 'logement', {
    integer: true,
    checks: ['nb_individuel + nb_collectif = nb_lls'],
  }),
  dataPoint('nb_individuel', 'Maisons', 'logement', { integer: true, checks: ['nb_individuel <= nb_lls'] }),
  dataPoint('nb_collectif', 'Appartements', 'logement', {
    integer: true,
    checks: ['nb_collectif <= nb_lls'],
  }),
  dataPoint('loyers', 'Loyers', '€', { checks: ['loyers <= quittancement'] }),
  dataPoint('quittancement', 'Quittancement', '€', { checks: ['quittancement >= loyers'] }),
  dataPoint('remun_femmes', 'Paie des femmes', '€', {
    checks: ['remun_femmes + remun_hommes ~ salaires_bruts (5 %)'],
  }),
  dataPoint('remun_hommes', 'Paie des hommes', '€'),
  dataPoint('salaires_bruts', 'Salaires bruts', '€'),
  dataPoint('tfpb', 'Taxe foncière', '€'),
  dataPoint('afn', 'Autofinancement', '€', { nonnegative: false }),
  dataPoint('achats_locaux', 'Achats locaux', '€', { local: true }),
  dataPoint('somme_shab_loue', 'Surface louée', 'm²', {
    checks: ['sum(loyers: surface_louee) ~ somme_shab_loue (2 %)'],
  }),
  dataPoint('conso', 'Énergie', 'kWh'),
  dataPoint('fournisseurs', 'Fournisseurs', 'entreprise', { kind: 'set' }),
  dataPoint('communes_implantation', 'Communes', 'commune', { kind: 'set' }),
  dataPoint('loyer_hlm', 'Loyer HLM', '€/m²/mois', { kind: 'rent_cells' }),
  dataPoint('loyer_marche', 'Loyer de marché', '€/m²/mois', { kind: 'rent_cells' }),
  dataPoint('surface_louee', 'Surface louée', 'm²', { kind: 'rent_cells' }),
  dataPoint('surface', 'Surface', 'm²', { kind: 'works' }),
  dataPoint('conso_avant', 'Énergie avant', 'kWhEP/m²/an', { kind: 'works' }),
  dataPoint('conso_apres', 'Énergie après', 'kWhEP/m²/an', {
    kind: 'works',
    checks: ['conso_apres <= conso_avant'],
  }),
  dataPoint('ges_avant', 'GES avant', 'kgCO2e/m²/an', { kind: 'works' }),
  dataPoint('ges_apres', 'GES après', 'kgCO2e/m²/an', { kind: 'works' }),
  dataPoint('rp_territoire', 'Résidences principales', 'logement', { kind: 'reference' }),
];

const indicators = [
  indicator('CTX-01', 'Logements sociaux', 'nb_lls', 'logement', 50, 6_000_000),
  indicator('FIN-02', 'Taxe foncière par logement', 'tfpb / nb_lls', '€/logement', 100, 1500),
  indicator('CTX-05', "Part de l'individuel", 'nb_individuel / nb_lls', '%', 0, 0.8),
  indicator('CTX-04', 'Part du parc', 'nb_lls / ref.rp_territoire', '%', 0.001, 0.6),
];

/** A small catalogue, written by hand so that its rules are known here. */
export const smallCatalogue: Catalogue = {
  version: 'test',
  dimensions: [],
  indicators: new Map(indicators.map((one) => [one.code, one])),
  dataPoints: new Map(points.map((one) => [one.code, one])),
  coefficients: [],
  references: new Map(),
  coefficient: () => undefined,
  benchmark: () => undefined,
};

/** A table in memory: its headings are on row 1, in column A on. */
export function tableOf(
  name: TableName,
  columns: readonly string[],
  rows: readonly (readonly CellValue[])[],
) {
  return {
    name,
    sheet: 'Feuille',
    columns,
    rowCount: rows.length,
    cell: (row: number, column: number) => rows[row]?.[column],
    address: (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 2}`,
    isDate: () => false,
  };
}

/** Reads a table in memory with one of the readers, and gives what it read with its remarks. */
export function reading<T>(
  name: TableName,
  columns: readonly string[],
  rows: readonly (readonly CellValue[])[],
  read: (table: TableView, reading: Reading) => T,
): { readonly value: T | undefined; readonly remarks: readonly Remark[] } {
  const remarks = new RemarkList();
  const table = TableView.open(tableOf(name, columns, rows), name, 'essai.xlsx', remarks);
  const shared = { catalogue: smallCatalogue, remarks, territories: new TerritoryReader() };
  const value = table && read(table, shared);
  return { value, remarks: remarks.list() };
}

/** A remark in one line: level, code, cell. */
export const brief = (remark: Remark): string => `${remark.level} ${remark.code} ${remark.source.cell}`;
