import { confidenceWords, formulaInWords, labelsOf, type Indicator } from '../../catalogue';
import { formatQuantity, toExcel, type Expression, type Leaf, leafKey } from '../../formula';
import {
  absolute,
  cell,
  cellAddress,
  columnRange,
  numberFormat,
  palette,
  styles,
  type CellModel,
  type SheetModel,
} from '../../xlsx';
import { referenceFigureOf } from '../benchmark';
import type { IndicatorCell } from '../model';
import type { Drill } from './drill';
import { dwellingsRange } from './matrix';
import { landlordRows, livePlan, nameOf, type Plan } from './plan';
import { pageFooter, tableFirstRow, tableSheet } from './sheet-frame';
import { termColumns, termsSheetName, type CellTerms, type Terms } from './terms';
import { reasonWords, statusWords } from './words';

export const resultsSheetName = 'Indicateurs';

const columns = [
  { heading: 'Code', width: 10 },
  { heading: 'Indicateur', width: 42 },
  { heading: 'Territoire', width: 22 },
  { heading: 'Valeur', width: 16, numeric: true },
  { heading: 'Unité', width: 17 },
  { heading: 'Répondants', width: 12, numeric: true },
  { heading: 'Attendus', width: 10, numeric: true },
  { heading: 'Couverture', width: 11, numeric: true },
  { heading: 'Bas', width: 12, numeric: true },
  { heading: 'Haut', width: 12, numeric: true },
  { heading: 'Repère', width: 12, numeric: true },
  { heading: 'État', width: 15 },
  { heading: 'Motif', width: 20 },
  { heading: 'Thème', width: 30 },
  { heading: 'Calcul', width: 60 },
  { heading: 'Confiance', width: 14 },
  { heading: 'Remarque', width: 60 },
  { heading: 'Code territoire', width: 14 },
] as const;

type Heading = (typeof columns)[number]['heading'];

/** The place of a column of the results, from 0. */
export function resultColumn(heading: Heading): number {
  return columns.findIndex((one) => one.heading === heading);
}

/** Where each cell of the consolidation stands. */
export function resultRows({ consolidation }: Plan): ReadonlyMap<IndicatorCell, number> {
  return new Map(consolidation.cells.map((one, index) => [one, tableFirstRow + index]));
}

/** All indicators, territory by territory: live formulas where the workbook holds the matrix, values elsewhere. */
export function resultsSheet(plan: Plan, terms: Terms, drill: Drill): SheetModel {
  const { consolidation } = plan;
  const dimensions = new Map(consolidation.catalogue.dimensions.map((one) => [one.code, one.label.fr]));
  const rows = consolidation.cells.flatMap((one, index) => {
    const indicator = consolidation.catalogue.indicators.get(one.code);
    if (!indicator) return [];
    const theme = dimensions.get(indicator.dimension) ?? indicator.dimension;
    return [resultRow(plan, one, indicator, theme, tableFirstRow + index, terms.of.get(one), drill)];
  });
  return tableSheet({
    name: resultsSheetName,
    title: 'Indicateurs',
    explanation: plan.live
      ? 'Chaque valeur est une formule sur la feuille « Calculs » : les données sont additionnées, puis l’indicateur recalculé ; jamais de moyenne d’indicateurs.'
      : `Plus de 150 bailleurs : ce classeur contient des valeurs, pas de formules.`,
    table: 'CONSO_INDICATEURS',
    columns,
    rows,
    frozenColumns: 2,
    // The rest explains; on paper the method says it.
    printedColumns: resultColumn('Motif') + 1,
    highlights: [
      {
        ref: `L${tableFirstRow + 1}:L${tableFirstRow + Math.max(rows.length, 1)}`,
        formula: `AND($L${tableFirstRow + 1}<>"",$L${tableFirstRow + 1}<>"${statusWords.computed}",$L${tableFirstRow + 1}<>"${statusWords.published}")`,
        color: palette.warn,
        fill: palette.warnFill,
      },
    ],
    footer: pageFooter(plan.title),
    tabColor: palette.primary,
  });
}

/** Long texts stay on one line: tall rows would hide the figures. */
const oneLine = { ...styles.muted, wrap: false } as const;

function resultRow(
  plan: Plan,
  one: IndicatorCell,
  indicator: Indicator,
  theme: string,
  row: number,
  terms: CellTerms | undefined,
  drill: Drill,
): readonly CellModel[] {
  const { catalogue } = plan.consolidation;
  const number = { ...styles.number, format: numberFormat(one.unit, indicator.decimals) } as const;
  const counts = countFormulas(plan, one);
  const formulas = terms ? valueFormulas(indicator, terms, row, counts !== undefined) : undefined;
  const benchmark = referenceFigureOf(plan.consolidation, indicator, one.territory);
  const cells: Readonly<Record<Heading, CellModel>> = {
    Code: {
      ...cell(one.code, { ...styles.link, bold: true }),
      ...drill(one),
    },
    Indicateur: cell(indicator.label.fr, styles.textLined),
    Territoire: cell(nameOf(one.territory), styles.muted),
    Valeur: { ...formulaCell(one.value, formulas?.value), style: { ...number, bold: true } },
    Unité: cell(one.unit, styles.unit),
    Répondants: {
      ...formulaCell(one.respondents, counts?.respondents),
      style: { ...styles.number, format: '0' },
    },
    Attendus: { ...formulaCell(one.expected, counts?.expected), style: { ...styles.number, format: '0' } },
    Couverture: {
      ...formulaCell(one.coverage, one.coverage === null ? undefined : counts?.coverage),
      style: { ...styles.number, format: '0%' },
    },
    Bas: { ...formulaCell(one.low, one.low === null ? undefined : formulas?.low), style: number },
    Haut: { ...formulaCell(one.high, one.high === null ? undefined : formulas?.high), style: number },
    Repère: cell(benchmark, number),
    État: { ...formulaCell(statusWords[one.status], formulas?.status), style: styles.unit },
    Motif: {
      ...formulaCell(
        one.reason === null ? (formulas ? '' : null) : reasonWords[one.reason],
        formulas?.reason,
      ),
      style: styles.muted,
    },
    Thème: cell(theme, oneLine),
    Calcul: cell(formulaInWords(indicator.expression, labelsOf(catalogue)), oneLine),
    Confiance: cell(confidenceWords[indicator.confidence], styles.muted),
    Remarque: cell(remarkOf(one, indicator), oneLine),
    'Code territoire': cell(one.territory, oneLine),
  };
  return columns.map(({ heading }) => cells[heading]);
}

/** A cell with a formula shows nothing where there is no value; without one it is blank. */
function formulaCell(value: number | string | null, formula: string | undefined): CellModel {
  if (formula !== undefined) return { value: value ?? '', formula };
  return value === null ? {} : { value };
}

interface ValueFormulas {
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly status: string;
  readonly reason: string;
}

function valueFormulas(indicator: Indicator, terms: CellTerms, row: number, counted: boolean): ValueFormulas {
  const at = (heading: Heading): string => `$${cellAddress(row, resultColumn(heading))}`;
  const inputs = columnRange(termColumns.value, terms.first, terms.last, termsSheetName);
  const count = terms.last - terms.first + 1;
  const nobody = counted ? `${at('Répondants')}=0` : 'FALSE';
  const incomplete = `COUNT(${inputs})<${count}`;
  const write = (column: 'value' | 'low' | 'high'): string =>
    toExcel(indicator.inlined, (leaf: Leaf) => {
      const place = leaf.kind === 'coefficient' ? column : 'value';
      return absolute(terms.rowOf.get(leafKey(leaf)) ?? 0, termColumns[place], termsSheetName);
    });
  const guarded = (formula: string): string => {
    const safe = divides(indicator.inlined) ? `IFERROR(${formula},"")` : formula;
    return `IF(OR(${nobody},${incomplete}),"",${safe})`;
  };
  const value = at('Valeur');
  return {
    value: guarded(write('value')),
    low: guarded(`MIN(${write('low')},${write('high')})`),
    high: guarded(`MAX(${write('low')},${write('high')})`),
    status: `IF(ISNUMBER(${value}),"${statusWords.computed}","${statusWords.unavailable}")`,
    reason: `IF(ISNUMBER(${value}),"",IF(${nobody},"${reasonWords.no_respondent}",IF(${incomplete},"${reasonWords.missing_reference}","${reasonWords.zero_denominator}")))`,
  };
}

/** Only a division can have no value; nothing else is hidden from the reader. */
function divides(node: Expression): boolean {
  if (node.kind === 'negate') return divides(node.operand);
  if (node.kind !== 'binary') return false;
  return node.operator === '/' || divides(node.left) || divides(node.right);
}

function countFormulas(
  plan: Plan,
  one: IndicatorCell,
): { readonly respondents: string; readonly expected: string; readonly coverage: string } | undefined {
  const territory = livePlan(plan, one);
  const column = plan.indicatorColumns.get(one.code);
  if (!territory || column === undefined || territory.landlords.length === 0) return undefined;
  const { first, last } = landlordRows(territory);
  const states = columnRange(column, first, last, territory.answers);
  const dwellings = dwellingsRange(territory);
  return {
    respondents: `COUNTIF(${states},"R")`,
    expected: `COUNTIF(${states},"R")+COUNTIF(${states},"ND")`,
    coverage: `IFERROR(SUMIF(${states},"R",${dwellings})/(SUMIF(${states},"R",${dwellings})+SUMIF(${states},"ND",${dwellings})),"")`,
  };
}

function remarkOf(one: IndicatorCell, indicator: Indicator): string {
  const spread = one.distribution;
  const show = (value: number): string =>
    formatQuantity(value, indicator.unit, { locale: 'fr', decimals: indicator.decimals });
  const parts = [
    spread
      ? `${spread.answers} réponses : la moitié entre ${show(spread.q1)} et ${show(spread.q3)}, médiane ${show(spread.median)}.`
      : '',
    indicator.note?.fr ?? '',
  ];
  return parts.filter((text) => text !== '').join(' ');
}
