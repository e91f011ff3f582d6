import { confidenceWords } from '../../catalogue';
import { leavesOf } from '../../formula';
import { cell, palette, styles, type CellModel, type SheetModel } from '../../xlsx';
import type { IndicatorCell } from '../model';
import { nameOf, type Plan } from './plan';
import { pageFooter, tableFirstRow, tableSheet } from './sheet-frame';

export const coefficientsSheetName = 'Coefficients';
export const referencesSheetName = 'Références';

/** Columns of the coefficients that formulas point to. */
export const coefficientColumns = { value: 3, low: 4, high: 5 } as const;
export const referenceValueColumn = 4;

/** The coefficients that formulas use, then the other published values of the same ones. */
export interface CoefficientRows {
  readonly rows: readonly (readonly CellModel[])[];
  /** The row of the value taken, by code. */
  readonly rowOf: ReadonlyMap<string, number>;
}

export function coefficientRows({ consolidation }: Plan): CoefficientRows {
  const { catalogue } = consolidation;
  const shown = new Set(consolidation.cells.map((one) => one.code));
  const used = new Set(
    [...catalogue.indicators.values()]
      .filter((one) => shown.has(one.code))
      .flatMap((one) => leavesOf(one.inlined))
      .flatMap((leaf) => (leaf.kind === 'coefficient' ? [leaf.code] : [])),
  );
  const rows: (readonly CellModel[])[] = [];
  const rowOf = new Map<string, number>();
  for (const code of used) {
    const taken = catalogue.coefficient(code);
    const others = catalogue.coefficients.filter((one) => one.code === code && one !== taken);
    for (const one of taken ? [taken, ...others] : others) {
      if (one === taken) rowOf.set(code, tableFirstRow + rows.length);
      const number = { ...styles.number, format: '#,##0.######', bold: one === taken } as const;
      rows.push([
        cell(one.label.fr, one === taken ? styles.strong : styles.textLined),
        cell(code, styles.muted),
        cell(one === taken ? 'oui' : 'non', styles.center),
        cell(one.value, number),
        cell(one.low ?? one.value, number),
        cell(one.high ?? one.value, number),
        cell(one.unit, styles.unit),
        cell(one.set, styles.muted),
        cell(one.year, { ...styles.center, format: '0' }),
        cell(one.scope.fr, styles.textLined),
        cell(one.source, styles.muted),
        cell(confidenceWords[one.confidence], styles.muted),
      ]);
    }
  }
  return { rows, rowOf };
}

export function coefficientsSheet({ rows }: CoefficientRows, plan: Plan): SheetModel {
  return tableSheet({
    name: coefficientsSheetName,
    title: 'Coefficients',
    explanation:
      'Une valeur est retenue par coefficient ; les autres valeurs publiées sont données pour comparer et ne s’ajoutent jamais. Bas et haut : l’étendue des valeurs publiées.',
    table: 'CONSO_COEFFICIENTS',
    columns: [
      { heading: 'Coefficient', width: 34 },
      { heading: 'Code', width: 28 },
      { heading: 'Retenu', width: 9 },
      { heading: 'Valeur', width: 11, numeric: true },
      { heading: 'Bas', width: 11, numeric: true },
      { heading: 'Haut', width: 11, numeric: true },
      { heading: 'Unité', width: 14 },
      { heading: 'Jeu', width: 22 },
      { heading: 'Année', width: 8 },
      { heading: 'Portée', width: 44 },
      { heading: 'Source', width: 54 },
      { heading: 'Confiance', width: 14 },
    ],
    rows,
    footer: pageFooter(plan.title),
    tabColor: palette.muted,
  });
}

/** The reference figures that formulas use, territory by territory; a missing one is a blank cell to fill. */
export interface ReferenceRows {
  readonly rows: readonly (readonly CellModel[])[];
  readonly rowOf: ReadonlyMap<string, number>;
}

export function referenceKey(code: string, territory: string): string {
  return `${code} ${territory}`;
}

export function referenceRows({ consolidation }: Plan): ReferenceRows {
  const { catalogue } = consolidation;
  const rows: (readonly CellModel[])[] = [];
  const rowOf = new Map<string, number>();
  for (const one of consolidation.cells) {
    // What only publication or another territory can tell is not for the reader to fill in.
    if (one.reason === 'publication_only' || one.reason === 'campaign_only') continue;
    const indicator = catalogue.indicators.get(one.code);
    for (const leaf of indicator ? leavesOf(indicator.inlined) : []) {
      if (leaf.kind !== 'reference' || rowOf.has(referenceKey(leaf.code, one.territory))) continue;
      const value = inputOf(one, `ref.${leaf.code}`);
      const point = catalogue.dataPoints.get(leaf.code);
      rowOf.set(referenceKey(leaf.code, one.territory), tableFirstRow + rows.length);
      rows.push([
        cell(point?.label.fr ?? leaf.code, styles.strong),
        cell(`ref.${leaf.code}`, styles.muted),
        cell(nameOf(one.territory), styles.textLined),
        cell(one.year, { ...styles.center, format: '0' }),
        cell(value, value === undefined ? styles.input : { ...styles.number, format: '#,##0.######' }),
        cell(point?.unit, styles.unit),
        cell(sourceOfReference(leaf.code, one, value, consolidation), styles.muted),
      ]);
    }
  }
  return { rows, rowOf };
}

/** What entered the formula of a cell under a leaf's key. */
export function inputOf({ inputs }: IndicatorCell, key: string): number | undefined {
  const value = inputs.find((input) => input.key === key)?.value;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function sourceOfReference(
  code: string,
  { territory, year }: IndicatorCell,
  value: number | undefined,
  { references }: Plan['consolidation'],
): string {
  const given = references.find(
    (one) => one.code === code && one.territory === territory && one.year === year,
  );
  if (given) return given.source;
  if (value === undefined)
    return 'Non fournie : à écrire ici, ou dans le fichier des références de la campagne.';
  return 'Calculé par la consolidation';
}

export function referencesSheet({ rows }: ReferenceRows, plan: Plan): SheetModel {
  return tableSheet({
    name: referencesSheetName,
    title: 'Références',
    explanation:
      'Les chiffres du territoire donnés avec la campagne, ou tirés de la consolidation elle-même.',
    table: 'CONSO_REFERENCES',
    columns: [
      { heading: 'Référence', width: 42 },
      { heading: 'Code', width: 30 },
      { heading: 'Territoire', width: 30 },
      { heading: 'Année', width: 8 },
      { heading: 'Valeur', width: 16, numeric: true },
      { heading: 'Unité', width: 16 },
      { heading: 'Source', width: 70 },
    ],
    rows,
    footer: pageFooter(plan.title),
    tabColor: palette.muted,
  });
}
