import { leafKey, leavesOf, type Leaf } from '../../formula';
import {
  absolute,
  cell,
  columnRange,
  inside,
  palette,
  styles,
  type CellModel,
  type SheetModel,
} from '../../xlsx';
import type { IndicatorCell } from '../model';
import {
  coefficientColumns,
  coefficientsSheetName,
  inputOf,
  referenceKey,
  referencesSheetName,
  referenceValueColumn,
  type CoefficientRows,
  type ReferenceRows,
} from './constants';
import type { Members } from './members';
import { frame, landlordRows, livePlan, nameOf, type Plan } from './plan';
import { pageFooter, tableFirstRow, tableSheet } from './sheet-frame';
import { leafFormat, leafLabel, leafUnit } from './words';

export const termsSheetName = 'Calculs';

const columns = [
  { heading: 'Territoire', width: 28 },
  { heading: 'Indicateur', width: 11 },
  { heading: 'Donnée du calcul', width: 52 },
  { heading: 'Code', width: 30 },
  { heading: 'Valeur', width: 18, numeric: true },
  { heading: 'Valeur basse', width: 18, numeric: true },
  { heading: 'Valeur haute', width: 18, numeric: true },
  { heading: 'Unité', width: 16 },
  { heading: 'D’où elle vient', width: 44 },
];

export const termColumns = { value: 4, low: 5, high: 6 } as const;

/** Where the inputs of a live cell stand: a run of rows, and the row of each by leaf key. */
export interface CellTerms {
  readonly first: number;
  readonly last: number;
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Everything a term may point to. */
export interface TermSources {
  readonly coefficients: CoefficientRows;
  readonly references: ReferenceRows;
  readonly members: Members;
}

/** A cell whose value the workbook computes: never one that is not consolidated or given elsewhere only. */
function isLiveCell(plan: Plan, one: IndicatorCell): boolean {
  if (!livePlan(plan, one)) return false;
  return (
    one.status === 'computed' ||
    one.reason === 'zero_denominator' ||
    one.reason === 'no_respondent' ||
    one.reason === 'missing_reference'
  );
}

export interface Terms {
  readonly sheet: SheetModel;
  readonly of: ReadonlyMap<IndicatorCell, CellTerms>;
}

/**
 * The inputs of every indicator: each summed over the respondents of that indicator, or the coefficient or
 * reference taken. An indicator is then a short formula on these cells, and everyone can follow it.
 */
export function termsSheet(plan: Plan, sources: TermSources): Terms {
  const { catalogue } = plan.consolidation;
  const rows: (readonly CellModel[])[] = [];
  const of = new Map<IndicatorCell, CellTerms>();
  for (const one of plan.consolidation.cells) {
    const indicator = catalogue.indicators.get(one.code);
    if (!indicator || !isLiveCell(plan, one)) continue;
    const rowOf = new Map<string, number>();
    const first = tableFirstRow + rows.length;
    const countOnly = leavesOf(indicator.inlined).filter((leaf) => leaf.kind === 'distinct');
    // A count that no formula gives here makes the whole indicator a value.
    if (countOnly.some((leaf) => sources.members.countFormula(one, leaf.list) === undefined)) continue;
    for (const leaf of leavesOf(indicator.inlined)) {
      rowOf.set(leafKey(leaf), tableFirstRow + rows.length);
      rows.push(termRow(plan, one, leaf, sources));
    }
    if (rowOf.size > 0) of.set(one, { first, last: tableFirstRow + rows.length - 1, rowOf });
  }
  const sheet = tableSheet({
    name: termsSheetName,
    title: 'Calculs',
    explanation:
      'Les données de chaque indicateur, additionnées sur ses seuls répondants (matrice × réponses) ; les indicateurs sont des formules sur ces cellules.',
    table: 'CONSO_CALCULS',
    columns,
    rows,
    frozenColumns: 3,
    footer: pageFooter(plan.title),
    tabColor: palette.accent,
  });
  return { sheet, of };
}

function termRow(plan: Plan, one: IndicatorCell, leaf: Leaf, sources: TermSources): readonly CellModel[] {
  const { catalogue } = plan.consolidation;
  const term = sourceOf(plan, one, leaf, sources);
  const style = { ...styles.number, format: term.format } as const;
  return [
    cell(nameOf(one.territory), styles.muted),
    cell(one.code, styles.strong),
    cell(leafLabel(leaf, catalogue), styles.textLined),
    cell(leafKey(leaf), styles.muted),
    { value: term.value ?? '', formula: term.formula, style },
    term.low ? { value: term.low.value, formula: term.low.formula, style } : cell(null, styles.muted),
    term.high ? { value: term.high.value, formula: term.high.formula, style } : cell(null, styles.muted),
    cell(leafUnit(leaf, catalogue), styles.unit),
    term.link
      ? { ...cell(term.origin, styles.link), link: { to: term.link } }
      : cell(term.origin, styles.muted),
  ];
}

interface Term {
  readonly value: number | undefined;
  readonly formula: string;
  readonly low?: { readonly value: number; readonly formula: string };
  readonly high?: { readonly value: number; readonly formula: string };
  readonly format: string;
  readonly origin: string;
  readonly link?: string;
}

function sourceOf(
  plan: Plan,
  one: IndicatorCell,
  leaf: Leaf,
  { coefficients, references, members }: TermSources,
): Term {
  const { catalogue } = plan.consolidation;
  const key = leafKey(leaf);
  const value = inputOf(one, key);
  if (leaf.kind === 'coefficient') {
    const row = coefficients.rowOf.get(leaf.code) ?? 0;
    const at = (column: number): string => absolute(row, column, coefficientsSheetName);
    const taken = catalogue.coefficient(leaf.code);
    return {
      value,
      formula: at(coefficientColumns.value),
      low: { value: taken?.low ?? taken?.value ?? 0, formula: at(coefficientColumns.low) },
      high: { value: taken?.high ?? taken?.value ?? 0, formula: at(coefficientColumns.high) },
      format: '#,##0.######',
      origin: 'Coefficient retenu',
      link: inside(coefficientsSheetName, row, coefficientColumns.value),
    };
  }
  if (leaf.kind === 'reference') {
    const row = references.rowOf.get(referenceKey(leaf.code, one.territory)) ?? 0;
    const at = absolute(row, referenceValueColumn, referencesSheetName);
    return {
      value,
      formula: `IF(${at}="","",${at})`,
      format: '#,##0.######',
      origin: 'Référence du territoire',
      link: inside(referencesSheetName, row, referenceValueColumn),
    };
  }
  const count = leaf.kind === 'distinct' ? members.countFormula(one, leaf.list) : undefined;
  if (count !== undefined) {
    return {
      value: value ?? 0,
      formula: count,
      format: '#,##0',
      origin: 'Membres différents chez les répondants',
      link: "'Listes'!A1",
    };
  }
  return sumTerm(plan, one, leaf, value);
}

function sumTerm(plan: Plan, one: IndicatorCell, leaf: Leaf, value: number | undefined): Term {
  const territory = livePlan(plan, one);
  const column = plan.leafColumns.get(leafKey(leaf)) ?? 0;
  if (!territory) throw new Error(`no sheets for ${one.territory}`);
  const { first, last } = landlordRows(territory);
  const states = columnRange(plan.indicatorColumns.get(one.code) ?? 0, first, last, territory.answers);
  return {
    value: value ?? 0,
    formula: `SUMIF(${states},"R",${columnRange(column, first, last, territory.matrix)})`,
    format: leafFormat(leaf, plan.consolidation.catalogue),
    origin: `Somme chez les répondants — ${territory.matrix}`,
    link: inside(territory.matrix, frame.codeRow, column),
  };
}
