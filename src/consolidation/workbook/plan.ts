import type { Indicator } from '../../catalogue';
import { leafKey, leavesOf, type Leaf } from '../../formula';
import { territoryName } from '../../territory';
import { sheetNameFrom, type CellModel } from '../../xlsx';
import type { Consolidation, IndicatorCell, Landlord } from '../model';

/** Above this many landlords the workbook holds values: a person could no longer audit the formulas. */
const LIVE_LANDLORDS = 150;
/** Above these, sub-territories are given as values, without their own matrix, so that Excel stays usable. */
const MATRIX_TERRITORIES = 40;
const MATRIX_CELLS = 900_000;

/** The frame shared by the matrix and the answers of a territory, rows and columns from 0. */
export const frame = { labelRow: 3, detailRow: 4, codeRow: 5, firstRow: 6, firstColumn: 4 } as const;

/** A territory with its own sheets: a row a landlord expected there. */
export interface TerritoryPlan {
  readonly code: string;
  readonly name: string;
  readonly landlords: readonly Landlord[];
  readonly matrix: string;
  readonly answers: string;
}

/** Where everything goes: decided before any sheet is written, because formulas and links point everywhere. */
export interface Plan {
  readonly consolidation: Consolidation;
  readonly title: string;
  /** Whether indicators are formulas; otherwise values. */
  readonly live: boolean;
  readonly territories: ReadonlyMap<string, TerritoryPlan>;
  /** What landlords answer to, in matrix order. */
  readonly leaves: readonly Leaf[];
  readonly leafColumns: ReadonlyMap<string, number>;
  /** The indicators landlords answer to, in catalogue order, and their column in the answers. */
  readonly indicators: readonly Indicator[];
  readonly indicatorColumns: ReadonlyMap<string, number>;
}

/** A leaf that landlords answer to; coefficients and references come from elsewhere. */
export function isAnswered(leaf: Leaf): boolean {
  return leaf.kind !== 'coefficient' && leaf.kind !== 'reference';
}

/** Decides the sheets, rows and columns of a consolidation's workbook. */
export function planWorkbook(consolidation: Consolidation, title: string): Plan {
  const { catalogue } = consolidation;
  const shown = new Set(consolidation.cells.map((cell) => cell.code));
  const indicators = [...catalogue.indicators.values()].filter(
    (one) => shown.has(one.code) && leavesOf(one.inlined).some(isAnswered),
  );
  const leaves = leavesInOrder(indicators, consolidation);
  return {
    consolidation,
    title,
    live: consolidation.landlords.length <= LIVE_LANDLORDS,
    territories: territoryPlans(consolidation, leaves.length + indicators.length),
    leaves,
    leafColumns: new Map(leaves.map((leaf, index) => [leafKey(leaf), frame.firstColumn + index])),
    indicators,
    indicatorColumns: new Map(indicators.map((one, index) => [one.code, frame.firstColumn + index])),
  };
}

/** Data points in the catalogue's order, then row-table sums, then lists. */
function leavesInOrder(indicators: readonly Indicator[], { catalogue }: Consolidation): readonly Leaf[] {
  const byKey = new Map<string, Leaf>();
  for (const indicator of indicators) {
    for (const leaf of leavesOf(indicator.inlined)) {
      if (isAnswered(leaf) && !byKey.has(leafKey(leaf))) byKey.set(leafKey(leaf), leaf);
    }
  }
  const data = [...catalogue.dataPoints.keys()].flatMap((code) => {
    const leaf = byKey.get(code);
    return leaf?.kind === 'data' ? [leaf] : [];
  });
  const others = [...byKey.values()].filter((leaf) => leaf.kind !== 'data');
  return [...data, ...others];
}

function territoryPlans(consolidation: Consolidation, columns: number): ReadonlyMap<string, TerritoryPlan> {
  const bySiren = new Map(consolidation.landlords.map((one) => [one.siren, one]));
  const taken: string[] = [];
  const plans = new Map<string, TerritoryPlan>();
  let cells = 0;
  for (const code of consolidation.territories) {
    const landlords = consolidation
      .expectedAt(code)
      .flatMap((siren) => bySiren.get(siren) ?? [])
      .sort(byName);
    cells += landlords.length * columns;
    const main = code === consolidation.territory;
    const tooMany = plans.size >= MATRIX_TERRITORIES || cells > MATRIX_CELLS;
    if (!main && (landlords.length === 0 || tooMany)) continue;
    const short = code.replace(':', '-');
    const matrix = sheetNameFrom(`Matrice ${short}`, taken);
    taken.push(matrix);
    const answers = sheetNameFrom(`Réponses ${short}`, taken);
    taken.push(answers);
    plans.set(code, { code, name: nameOf(code), landlords, matrix, answers });
  }
  return plans;
}

/** `Normandie (REG:28)`; the code alone where it has no name. */
export function nameOf(code: string): string {
  const name = territoryName(code);
  return name === code ? code : `${name} (${code})`;
}

/** The plan of a territory whose indicators are formulas; undefined where they are values. */
export function livePlan(plan: Plan, cell: IndicatorCell): TerritoryPlan | undefined {
  const territory = plan.live ? plan.territories.get(cell.territory) : undefined;
  return territory && territory.landlords.length > 0 ? territory : undefined;
}

/** The sheet rows, from 0, of the landlords of a territory. */
export function landlordRows({ landlords }: TerritoryPlan): {
  readonly first: number;
  readonly last: number;
} {
  return { first: frame.firstRow, last: frame.firstRow + Math.max(landlords.length, 1) - 1 };
}

/**
 * A value taken from another cell of the workbook: a formula where it is live, which shows `missing` rather than
 * a false zero where that cell has none.
 */
export function linked(
  { live }: Pick<Plan, 'live'>,
  address: string,
  value: number | null,
  missing = '',
): CellModel {
  if (live) return { value: value ?? missing, formula: `IF(${address}="","${missing}",${address})` };
  return value === null ? (missing === '' ? {} : { value: missing }) : { value };
}

/** Landlords in the order a person looks them up: « n° 2 » before « n° 10 ». */
export function byName(a: Landlord, b: Landlord): number {
  return a.name.localeCompare(b.name, 'fr', { numeric: true }) || a.siren.localeCompare(b.siren);
}
