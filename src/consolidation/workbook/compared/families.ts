import type { Indicator } from '../../../catalogue';
import { type Leaf, leafKey, leavesOf, toExcel } from '../../../formula';
import {
  absolute,
  cell,
  columnRange,
  formulaText,
  palette,
  styles,
  type CellModel,
  type SheetModel,
} from '../../../xlsx';
import { type FamilyColumn, familiesOf } from '../../comparison';
import type { IndicatorCell } from '../../model';
import {
  coefficientColumns,
  coefficientsSheetName,
  referenceKey,
  referencesSheetName,
  referenceValueColumn,
} from '../constants';
import { landlordRows, livePlan, type Plan, type TerritoryPlan } from '../plan';
import { pageFooter, tableSheet } from '../sheet-frame';
import type { TermSources } from '../terms';
import { codeCell, figure, resultCell } from './cells';

/** Column of the family in the answers. */
const FAMILY = 2;
/** Excel refuses formulas longer than 8 192 characters. */
const LONGEST_FORMULA = 8_000;

/** The indicators of the campaign's territory, a family a column: live formulas on the matrix. */
export function familiesSheet(
  plan: Plan,
  rows: ReadonlyMap<IndicatorCell, number>,
  sources: TermSources,
): SheetModel | undefined {
  const { consolidation } = plan;
  const families = familiesOf(consolidation, consolidation.territory);
  if (families.length === 0) return undefined;
  const here = consolidation.cells.filter((one) => one.territory === consolidation.territory);
  const sheetRows = here.flatMap((one) => {
    const indicator = consolidation.catalogue.indicators.get(one.code);
    if (indicator?.consolidation !== 'recomputed') return [];
    const territory = livePlan(plan, one);
    return [
      [
        codeCell(one.code, rows.get(one)),
        cell(indicator.label.fr, styles.textLined),
        cell(indicator.unit, styles.unit),
        resultCell(plan, rows, one, indicator),
        ...families.map((family) => valueCell(plan, indicator, family, territory, sources)),
        ...families.map((family) => respondentsCell(plan, indicator, family, territory)),
      ],
    ];
  });
  return tableSheet({
    name: 'Par famille',
    title: 'Par famille',
    explanation:
      'Chaque famille est recalculée sur ses propres bailleurs, aux mêmes formules ; jamais de moyenne. Usage interne : aucun secret n’est appliqué ici.',
    table: 'CONSO_FAMILLES',
    columns: [
      { heading: 'Code', width: 10 },
      { heading: 'Indicateur', width: 44 },
      { heading: 'Unité', width: 15 },
      { heading: 'Ensemble', width: 15, numeric: true },
      ...families.map((one) => ({ heading: nameOf(one), width: 14, numeric: true })),
      ...families.map((one) => ({ heading: `Répondants ${nameOf(one)}`, width: 12, numeric: true })),
    ],
    rows: sheetRows,
    frozenColumns: 2,
    footer: pageFooter(plan.title),
    tabColor: palette.primary,
  });
}

const nameOf = ({ family }: FamilyColumn): string => family ?? 'Sans famille';

/** `"OPH"`, as a criterion; `""` finds the cells without a family. */
const criterion = ({ family }: FamilyColumn): string => formulaText(family ?? '');

function valueCell(
  plan: Plan,
  indicator: Indicator,
  family: FamilyColumn,
  territory: TerritoryPlan | undefined,
  sources: TermSources,
): CellModel {
  const one = family.cells.get(indicator.code);
  const plain = figure(one?.value, indicator);
  const formula = territory && one && formulaOf(plan, indicator, family, territory, sources);
  if (formula === undefined || formula.length > LONGEST_FORMULA) return plain;
  return { ...plain, value: one?.value ?? '', formula };
}

/** Undefined where the workbook cannot compute it: a count of different members, a reference that is not given. */
function formulaOf(
  plan: Plan,
  indicator: Indicator,
  family: FamilyColumn,
  territory: TerritoryPlan,
  { coefficients, references }: TermSources,
): string | undefined {
  const leaves = leavesOf(indicator.inlined);
  if (!plan.indicatorColumns.has(indicator.code)) return undefined;
  if (leaves.some((leaf) => leaf.kind === 'distinct')) return undefined;
  const given = new Set(family.cells.get(indicator.code)?.inputs.map(({ key }) => key));
  if (leaves.some((leaf) => leaf.kind === 'reference' && !given.has(leafKey(leaf)))) return undefined;
  const { first, last } = landlordRows(territory);
  const conditions = conditionsOf(plan, indicator, family, territory);
  const refOf = (leaf: Leaf): string => {
    if (leaf.kind === 'coefficient') {
      const row = coefficients.rowOf.get(leaf.code) ?? 0;
      return absolute(row, coefficientColumns.value, coefficientsSheetName);
    }
    if (leaf.kind === 'reference') {
      const row = references.rowOf.get(referenceKey(leaf.code, territory.code)) ?? 0;
      return absolute(row, referenceValueColumn, referencesSheetName);
    }
    const column = plan.leafColumns.get(leafKey(leaf)) ?? 0;
    return `SUMIFS(${columnRange(column, first, last, territory.matrix)},${conditions})`;
  };
  return `IF(COUNTIFS(${conditions})=0,"",IFERROR(${toExcel(indicator.inlined, refOf)},""))`;
}

/** The respondents of an indicator that belong to a family. */
function conditionsOf(
  plan: Plan,
  indicator: Indicator,
  family: FamilyColumn,
  territory: TerritoryPlan,
): string {
  const { first, last } = landlordRows(territory);
  const states = columnRange(plan.indicatorColumns.get(indicator.code) ?? 0, first, last, territory.answers);
  return `${states},"R",${columnRange(FAMILY, first, last, territory.answers)},${criterion(family)}`;
}

function respondentsCell(
  plan: Plan,
  indicator: Indicator,
  family: FamilyColumn,
  territory: TerritoryPlan | undefined,
): CellModel {
  const value = family.cells.get(indicator.code)?.respondents ?? 0;
  const style = { ...styles.number, format: '0', color: palette.muted } as const;
  if (!territory || !plan.indicatorColumns.has(indicator.code)) return { value, style };
  return { value, formula: `COUNTIFS(${conditionsOf(plan, indicator, family, territory)})`, style };
}
