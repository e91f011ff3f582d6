import { splitAddress } from '../address';
import type { ChartModel, SheetModel } from '../../xlsx';

/** The kinds of chart in Excel's words, alone and stacked. */
const KINDS = {
  bar: ['BarClustered', 'BarStacked'],
  column: ['ColumnClustered', 'ColumnStacked'],
  line: ['LineMarkers', 'LineMarkers'],
  pie: ['Pie', 'Pie'],
  doughnut: ['Doughnut', 'Doughnut'],
} as const;

// As the writer of files draws them.
const GREY = '#595959';
const LIGHT_GREY = '#D9D9D9';
const TITLE = '#262626';
const TEXT_SIZE = 9;
const TITLE_SIZE = 13;
const GAP = 60;
const LINE = 2.25;
const MARKER = 6;
const MOST_LABELLED = 12;
/** Letters of a chart's name: Excel shows it in the pane of selection. */
const LONGEST_NAME = 200;

const isRound = ({ kind }: ChartModel): boolean => kind === 'pie' || kind === 'doughnut';

/** Puts the charts of a new sheet over its cells; those that an earlier attempt put are made again. */
export async function applyCharts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { charts = [] }: SheetModel,
): Promise<void> {
  if (charts.length === 0) return;
  const present = sheet.charts.load('items/name');
  const drawn = charts.map(({ series }) =>
    series.map(({ values }) => rangeOf(context, values).load('values')),
  );
  await context.sync();
  for (const chart of present.items) chart.delete();
  const names = new Set<string>();
  charts.forEach((model, at) => {
    const values = (drawn[at] ?? []).flatMap((range) => range.values.flat() as unknown[]);
    draw(context, sheet, model, nameOf(model, names), values);
  });
  await context.sync();
}

/** A chart is found again by its name: its title, with a number when two are called alike. */
function nameOf({ title }: ChartModel, taken: Set<string>): string {
  const base = title.slice(0, LONGEST_NAME) || 'Graphique';
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base} (${count})`;
  taken.add(name);
  return name;
}

function rangeOf(context: Excel.RequestContext, reference: string): Excel.Range {
  const { sheet = '', address } = splitAddress(reference);
  return context.workbook.worksheets.getItem(sheet).getRange(address);
}

function draw(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  model: ChartModel,
  name: string,
  values: readonly unknown[],
): void {
  const [first] = model.series;
  if (!first) return;
  const [alone, stacked] = KINDS[model.kind];
  // From the numbers of one series alone Excel makes that one, and nothing that would have to be guessed.
  const source = rangeOf(context, first.values);
  const chart = sheet.charts.add(model.stacked ? stacked : alone, source, 'Columns');
  chart.name = name;
  chart.setPosition(model.from, model.to);
  chart.title.text = model.title;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = TITLE;
  chart.displayBlanksAs = model.spanBlanks ? 'Interplotted' : 'NotPlotted';
  const legend = isRound(model) || model.series.length > 1;
  chart.legend.visible = legend;
  if (legend) chart.legend.position = isRound(model) ? 'Right' : 'Bottom';
  model.series.forEach((one, at) => {
    const series = at === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    series.name = one.name;
    series.setValues(rangeOf(context, one.values));
    series.setXAxisValues(rangeOf(context, one.categories));
    paint(series, model, one.color, values.length / model.series.length);
  });
  if (!isRound(model)) drawAxes(chart, model, values);
}

function paint(
  series: Excel.ChartSeries,
  model: ChartModel,
  color: string | undefined,
  points: number,
): void {
  const { kind } = model;
  if (kind === 'line') {
    series.format.line.weight = LINE;
    series.markerStyle = 'Circle';
    series.markerSize = MARKER;
    if (color !== undefined) {
      series.format.line.color = `#${color}`;
      series.markerBackgroundColor = `#${color}`;
      series.markerForegroundColor = `#${color}`;
    }
  } else if (!isRound(model)) {
    series.gapWidth = GAP;
    if (color !== undefined) series.format.fill.setSolidColor(`#${color}`);
  }
  const readable = model.series.length === 1 && kind !== 'line' && points <= MOST_LABELLED;
  const labelled = model.labels ?? (isRound(model) || readable);
  series.hasDataLabels = labelled;
  if (!labelled) return;
  const { dataLabels } = series;
  dataLabels.showValue = !isRound(model);
  dataLabels.showPercentage = isRound(model);
  dataLabels.numberFormat = isRound(model) ? '0%' : (model.format ?? 'General');
  dataLabels.format.font.size = TEXT_SIZE;
  dataLabels.format.font.color = GREY;
  // Off the line; the other kinds are left where Excel puts them.
  if (kind === 'line') dataLabels.position = 'Top';
}

/** The first bar on top, as in the table; bars from zero, so that a small difference does not look large. */
function drawAxes({ axes }: Excel.Chart, model: ChartModel, values: readonly unknown[]): void {
  const { categoryAxis, valueAxis } = axes;
  const bar = model.kind === 'bar';
  for (const axis of [categoryAxis, valueAxis]) {
    axis.majorTickMark = 'None';
    axis.minorTickMark = 'None';
    axis.format.font.size = TEXT_SIZE;
    axis.format.font.color = GREY;
  }
  categoryAxis.tickLabelPosition = 'Low';
  categoryAxis.format.line.color = LIGHT_GREY;
  if (bar) {
    categoryAxis.reversePlotOrder = true;
    // Turned over, it would take the axis of values to the top.
    categoryAxis.position = 'Maximum';
  }
  if (model.format !== undefined) valueAxis.numberFormat = model.format;
  const fromZero = values.every((one) => typeof one !== 'number' || one >= 0);
  if (model.kind !== 'line' && fromZero) valueAxis.minimum = 0;
  valueAxis.majorGridlines.visible = !model.bare;
  if (model.bare) valueAxis.visible = false;
  else valueAxis.majorGridlines.format.line.color = LIGHT_GREY;
}
