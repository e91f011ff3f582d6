import {
  absolute,
  area,
  cell,
  columnRange,
  formulaText,
  Grid,
  palette,
  styles,
  type ChartModel,
  type SheetModel,
} from '../../xlsx';
import { referenceFigureOf } from '../benchmark';
import type { IndicatorCell } from '../model';
import { linked, nameOf, type Plan } from './plan';
import { resultColumn, resultsSheetName } from './results';
import { pageFooter, sheetHead, tableFirstRow } from './sheet-frame';
import { termColumns, termsSheetName, type Terms } from './terms';

const chartDataSheetName = 'Données des graphiques';

/** A chart of the summary with the figures it draws; each figure points to the sheet it comes from. */
interface ChartPlan {
  readonly kind: ChartModel['kind'];
  readonly title: string;
  readonly format: string;
  readonly points: readonly Point[];
}

interface Point {
  readonly label: string;
  readonly value: number | null;
  /** Where the value comes from in this workbook. */
  readonly address?: string;
  /** Or how it is computed. */
  readonly formula?: string;
}

/** Where the charts stand on the summary: columns from 0, one under the other. */
const place = { firstColumn: 8, lastColumn: 15, firstRow: 4, gap: 1 } as const;
/** In rows; more where there are more bars than labels would fit. */
const usualHeight = 12;
const tallHeight = 17;
const pointsOfUsualHeight = 8;

/** A chart is drawn only from at least this many figures. */
const FEWEST_POINTS = 2;

export interface Charts {
  readonly charts: readonly ChartModel[];
  readonly dataSheet?: SheetModel;
}

/** The charts of the summary, for what the campaign knows, and the sheet of their figures. */
export function summaryCharts(plan: Plan, terms: Terms, rows: ReadonlyMap<IndicatorCell, number>): Charts {
  const plans = [
    energyLabels(plan, rows),
    spending(plan, terms),
    coverageByTheme(plan),
    rents(plan, rows),
  ].filter((one) => one.points.filter(({ value }) => value !== null).length >= FEWEST_POINTS);
  if (plans.length === 0) return { charts: [] };
  const grid = new Grid();
  sheetHead(grid, 'Données des graphiques', 'Les chiffres que dessinent les graphiques de la synthèse.');
  let top: number = place.firstRow;
  const charts = plans.map((one, index) => {
    grid.skip();
    grid.add([cell(one.title, styles.section), cell(null, styles.section)], 20);
    const first = grid.next;
    for (const { label, value, address, formula } of one.points) {
      const known = address === undefined ? cell(value) : linked(plan, address, value);
      const figure = formula !== undefined && plan.live ? { ...known, formula } : known;
      grid.add([
        cell(label, styles.textLined),
        { ...figure, style: { ...styles.number, format: one.format } },
      ]);
    }
    const chart = chartModel(one, index, top, [first, grid.next - 1]);
    top += heightOf(one) + place.gap;
    return chart;
  });
  const dataSheet = {
    name: chartDataSheetName,
    columns: [{ width: 50 }, { width: 18 }],
    rows: grid.rows(),
    freeze: { rows: tableFirstRow - 1, columns: 0 },
    print: { fitToWidth: true, footer: pageFooter(plan.title) },
    gridLines: false,
    tabColor: palette.muted,
  };
  return { charts, dataSheet };
}

function heightOf({ kind, points }: ChartPlan): number {
  return kind === 'bar' && points.length > pointsOfUsualHeight ? tallHeight : usualHeight;
}

function chartModel(
  one: ChartPlan,
  index: number,
  top: number,
  [first, last]: readonly [number, number],
): ChartModel {
  const [from = 'I5', to = 'P16'] = area(
    top,
    place.firstColumn,
    top + heightOf(one) - 1,
    place.lastColumn,
  ).split(':');
  const shown = one.points.map(({ label }) => label).join(', ');
  return {
    kind: one.kind,
    title: one.title,
    series: [
      {
        name: one.title,
        categories: columnRange(0, first, last, chartDataSheetName),
        values: columnRange(1, first, last, chartDataSheetName),
        color: index % 2 === 0 ? palette.primary : palette.accent,
      },
    ],
    from,
    to,
    format: one.format,
    description: `${one.title} : ${shown}.`,
  };
}

function campaignCell({ consolidation }: Plan, code: string): IndicatorCell | undefined {
  return consolidation.cells.find((one) => one.code === code && one.territory === consolidation.territory);
}

function indicatorPoint(
  label: string,
  one: IndicatorCell | undefined,
  rows: ReadonlyMap<IndicatorCell, number>,
): Point {
  const row = one && rows.get(one);
  if (!one || row === undefined) return { label, value: null };
  return {
    label,
    value: one.value,
    address: absolute(row, resultColumn('Valeur'), resultsSheetName),
  };
}

function energyLabels(plan: Plan, rows: ReadonlyMap<IndicatorCell, number>): ChartPlan {
  return {
    kind: 'column',
    title: 'Étiquettes énergie du parc connu',
    format: '0%',
    points: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((label) =>
      indicatorPoint(label, campaignCell(plan, `ENE-01${label}`), rows),
    ),
  };
}

/** The parts of what landlords spend on building and upkeep: the inputs of ECO-04, over the same respondents. */
function spending(plan: Plan, terms: Terms): ChartPlan {
  const one = campaignCell(plan, 'ECO-04');
  const labels: readonly (readonly [string, string])[] = [
    ['inv_neuf', 'Construction neuve'],
    ['inv_rehab', 'Réhabilitation'],
    ['inv_demol', 'Démolition'],
    ['dep_ge', 'Gros entretien'],
    ['dep_ec', 'Entretien courant'],
  ];
  const rowOf = one && terms.of.get(one)?.rowOf;
  const points = labels.map(([key, label]): Point => {
    const input = one?.inputs.find((some) => some.key === key);
    const row = rowOf?.get(key);
    const known = one !== undefined && one.respondents > 0;
    return {
      label,
      value: known ? (input?.value ?? null) : null,
      ...(row === undefined ? {} : { address: absolute(row, termColumns.value, termsSheetName) }),
    };
  });
  return { kind: 'bar', title: 'Investissement et entretien de l’année', format: '#,##0.0,," M€"', points };
}

/** How far each theme can be trusted: the mean coverage of its indicators, a measure of quality only. */
function coverageByTheme(plan: Plan): ChartPlan {
  const { consolidation } = plan;
  const last = tableFirstRow + Math.max(consolidation.cells.length, 1) - 1;
  const points = consolidation.catalogue.dimensions.map(({ code, label }): Point => {
    const shares = consolidation.cells.flatMap((one) => {
      const indicator = consolidation.catalogue.indicators.get(one.code);
      const counts = one.territory === consolidation.territory && indicator?.dimension === code;
      return counts && one.coverage !== null ? [one.coverage] : [];
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    const column = (heading: 'Couverture' | 'Thème' | 'Territoire'): string =>
      columnRange(resultColumn(heading), tableFirstRow, last, resultsSheetName);
    const [theme, territory] = [formulaText(label.fr), formulaText(nameOf(consolidation.territory))];
    return {
      label: label.fr,
      value: shares.length === 0 ? null : mean,
      formula: `AVERAGEIFS(${column('Couverture')},${column('Thème')},${theme},${column('Territoire')},${territory})`,
    };
  });
  const shown = points.filter(({ value }) => value !== null);
  const alone = consolidation.landlords.length < 2;
  return {
    kind: 'bar',
    title: 'Couverture moyenne par thème (part des logements)',
    format: '0%',
    points: alone ? [] : shown,
  };
}

/** The rent per m²: by territory where there are several, else beside its benchmark. */
function rents(plan: Plan, rows: ReadonlyMap<IndicatorCell, number>): ChartPlan {
  const { consolidation } = plan;
  const cells = consolidation.cells.filter((one) => one.code === 'PAC-01');
  const several = cells.filter((one) => one.value !== null).length > 1;
  const main = campaignCell(plan, 'PAC-01');
  const row = main && rows.get(main);
  const indicator = consolidation.catalogue.indicators.get('PAC-01');
  const figure = indicator && referenceFigureOf(consolidation, indicator, consolidation.territory);
  const [landlord, ...others] = consolidation.landlords;
  const who = landlord && others.length === 0 ? landlord.name : 'Bailleurs de la campagne';
  const points = several
    ? cells
        .slice(0, 20)
        .map((one) => indicatorPoint(nameOf(one.territory).replace(/ \(.*\)$/, ''), one, rows))
    : [
        indicatorPoint(who, main, rows),
        {
          label: 'Repère publié',
          value: figure ?? null,
          ...(row === undefined || figure === undefined
            ? {}
            : { address: absolute(row, resultColumn('Repère'), resultsSheetName) }),
        },
      ];
  return { kind: 'bar', title: 'Loyer au m² et par mois', format: '#,##0.00" €"', points };
}
