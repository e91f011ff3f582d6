import type { ChartModel } from '../../xlsx';
import { splitAddress } from '../address';

const TYPES = {
  bar: { plain: 'BarClustered', stacked: 'BarStacked' },
  column: { plain: 'ColumnClustered', stacked: 'ColumnStacked' },
  line: { plain: 'Line', stacked: 'LineStacked' },
  pie: { plain: 'Pie', stacked: 'Pie' },
  doughnut: { plain: 'Doughnut', stacked: 'Doughnut' },
} as const;

/** Draws the charts of a new sheet in place of those an earlier attempt left. */
export async function applyCharts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  charts: readonly ChartModel[],
): Promise<void> {
  const present = sheet.charts.load('items/name');
  await context.sync();
  for (const chart of present.items) chart.delete();
  for (const chart of charts) addChart(context, sheet, chart);
  await context.sync();
}

function rangeOf(context: Excel.RequestContext, sheet: Excel.Worksheet, reference: string): Excel.Range {
  const { sheet: name, address } = splitAddress(reference);
  return (name === undefined ? sheet : context.workbook.worksheets.getItem(name)).getRange(address);
}

function addChart(context: Excel.RequestContext, sheet: Excel.Worksheet, model: ChartModel): void {
  const [first] = model.series;
  if (!first) return;
  const kind = TYPES[model.kind][model.stacked ? 'stacked' : 'plain'];
  const chart = sheet.charts.add(kind, rangeOf(context, sheet, first.values), 'Columns');
  chart.title.text = model.title;
  chart.setPosition(model.from, model.to);
  for (const [index, one] of model.series.entries()) {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    series.name = one.name;
    series.setValues(rangeOf(context, sheet, one.values));
    series.setXAxisValues(rangeOf(context, sheet, one.categories));
    if (one.color !== undefined) series.format.fill.setSolidColor(`#${one.color}`);
    if (model.labels !== undefined) series.hasDataLabels = model.labels;
  }
  const round = model.kind === 'pie' || model.kind === 'doughnut';
  chart.legend.visible = round || model.series.length > 1;
  if (!round && model.format !== undefined) chart.axes.valueAxis.numberFormat = model.format;
}
