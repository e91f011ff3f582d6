import type { ChartModel } from '../model';
import type { ChartData } from './chart-data';
import { argb } from './styles';
import { XML_HEADER, attributes, escapeText } from './xml';

type Series = ChartModel['series'][number];

// Distinguishable with every common colour blindness (Okabe & Ito 2008), and black can be read on each.
const PALETTE = ['0072B2', 'D55E00', '009E73', 'CC79A7', '56B4E9', 'E69F00', 'A6A6A6', 'F0E442'];
const BLACK = '000000';
const GREY = '595959';
const LIGHT_GREY = 'D9D9D9';
const MAX_LABELLED_POINTS = 12;

const flag = (name: string, value: boolean): string => `<c:${name} val="${value ? 1 : 0}"/>`;
const solid = (color: string): string =>
  `<a:solidFill><a:srgbClr val="${argb(color).slice(2)}"/></a:solidFill>`;
const line = (color: string, width: number): string =>
  `<a:ln w="${width}" cap="rnd">${solid(color)}<a:round/></a:ln>`;
const noLine = '<a:ln><a:noFill/></a:ln>';
const text = (size: number, color = GREY): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="0">${solid(color)}</a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;
const numberFormat = (format: string | undefined): string =>
  `<c:numFmt${attributes({ formatCode: format ?? 'General', sourceLinked: format === undefined ? 1 : 0 })}/>`;

/** A chart part (`xl/charts/chart*.xml`). The order of the elements is the schema's. */
export function chartXml(chart: ChartModel, data: ChartData): string {
  const references = chart.series.flatMap(({ categories, values }) => [categories, values]);
  const round = isRound(chart);
  const legend = round || chart.series.length > 1;
  return [
    `${XML_HEADER}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    '<c:date1904 val="0"/><c:lang val="fr-FR"/><c:roundedCorners val="0"/><c:chart>',
    titleXml(chart),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    plotXml(chart, data),
    round ? '' : axesXml(chart, data),
    '</c:plotArea>',
    legend
      ? `<c:legend><c:legendPos val="${round ? 'r' : 'b'}"/><c:overlay val="0"/>${text(sizeOf(chart))}</c:legend>`
      : '',
    flag('plotVisOnly', !data.drawsHiddenCells(references)),
    `<c:dispBlanksAs val="${chart.spanBlanks ? 'span' : 'gap'}"/></c:chart>`,
    `<c:spPr>${solid('FFFFFF')}${line(LIGHT_GREY, 9525)}</c:spPr>`,
    '</c:chartSpace>',
  ].join('');
}

/** In hundredths of a point. */
const sizeOf = ({ textSize = 9 }: ChartModel): number => textSize * 100;

const isRound = ({ kind }: ChartModel): boolean => kind === 'pie' || kind === 'doughnut';

function titleXml({ title, textSize = 9 }: ChartModel): string {
  const size = Math.round(textSize * 1.2 + 2.2) * 100;
  const run = `<a:rPr lang="fr-FR" sz="${size}" b="1">${solid('262626')}</a:rPr>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="1"/></a:pPr><a:r>${run}<a:t>${escapeText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

function plotXml(chart: ChartModel, data: ChartData): string {
  const { kind, stacked } = chart;
  const series = chart.series.map((one, index) => seriesXml(chart, one, index, data)).join('');
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  const grouping = (usual: string): string => `<c:grouping val="${stacked ? 'stacked' : usual}"/>`;
  switch (kind) {
    case 'bar':
    case 'column': {
      const overlap = stacked ? '<c:overlap val="100"/>' : '';
      const direction = `<c:barDir val="${kind === 'bar' ? 'bar' : 'col'}"/>`;
      return `<c:barChart>${direction}${grouping('clustered')}${flag('varyColors', false)}${series}<c:gapWidth val="60"/>${overlap}${axes}</c:barChart>`;
    }
    case 'line':
      return `<c:lineChart>${grouping('standard')}${flag('varyColors', false)}${series}${flag('marker', true)}${axes}</c:lineChart>`;
    case 'pie':
      return `<c:pieChart>${flag('varyColors', true)}${series}<c:firstSliceAng val="0"/></c:pieChart>`;
    case 'doughnut':
      return `<c:doughnutChart>${flag('varyColors', true)}${series}<c:firstSliceAng val="0"/><c:holeSize val="55"/></c:doughnutChart>`;
  }
}

function seriesXml(chart: ChartModel, series: Series, index: number, data: ChartData): string {
  const color = series.color ?? paletteColor(index);
  const head = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeText(series.name)}</c:v></c:tx>`;
  const body =
    labelsXml(chart, series, data) + data.categories(series.categories) + data.values(series.values);
  if (isRound(chart)) {
    const slices = Array.from({ length: data.count(series.values) }, (_, slice) => {
      const shape = `<c:spPr>${solid(paletteColor(slice))}${line('FFFFFF', 12700)}</c:spPr>`;
      return `<c:dPt><c:idx val="${slice}"/><c:bubble3D val="0"/>${shape}</c:dPt>`;
    });
    return `<c:ser>${head}${slices.join('')}${body}</c:ser>`;
  }
  if (chart.kind === 'line') {
    const marker = `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${solid(color)}${noLine}</c:spPr></c:marker>`;
    return `<c:ser>${head}<c:spPr>${line(color, 28575)}</c:spPr>${marker}${body}<c:smooth val="0"/></c:ser>`;
  }
  return `<c:ser>${head}<c:spPr>${solid(color)}${noLine}</c:spPr>${flag('invertIfNegative', false)}${body}</c:ser>`;
}

function paletteColor(index: number): string {
  return PALETTE[index % PALETTE.length] ?? GREY;
}

function labelsXml(chart: ChartModel, series: Series, data: ChartData): string {
  const round = isRound(chart);
  const readable =
    chart.series.length === 1 && chart.kind !== 'line' && data.count(series.values) <= MAX_LABELLED_POINTS;
  if (!(chart.labels ?? (round || readable))) return '';
  return [
    '<c:dLbls>',
    round ? '<c:numFmt formatCode="0%" sourceLinked="0"/>' : numberFormat(chart.format),
    `<c:spPr><a:noFill/>${noLine}</c:spPr>`,
    text(sizeOf(chart), round ? BLACK : GREY),
    // Off the line; the other kinds refuse most positions, which are left to Excel.
    chart.kind === 'line' ? '<c:dLblPos val="t"/>' : '',
    flag('showLegendKey', false),
    flag('showVal', !round),
    flag('showCatName', false),
    flag('showSerName', false),
    flag('showPercent', round),
    flag('showBubbleSize', false),
    round ? flag('showLeaderLines', true) : '',
    '</c:dLbls>',
  ].join('');
}

/**
 * Categories, then values. The first bar of a bar chart is put on top, as in the table. Bars start from zero:
 * programs that choose the start themselves make small differences look large.
 */
function axesXml(chart: ChartModel, data: ChartData): string {
  const bar = chart.kind === 'bar';
  const fromZero = chart.kind !== 'line' && chart.series.every(({ values }) => data.smallest(values) >= 0);
  const start = (id: number, reversed: boolean, position: string): string => {
    const least = id === 2 && fromZero ? '<c:min val="0"/>' : '';
    return `<c:axId val="${id}"/><c:scaling><c:orientation val="${reversed ? 'maxMin' : 'minMax'}"/>${least}</c:scaling>${flag('delete', id === 2 && chart.bare === true)}<c:axPos val="${position}"/>`;
  };
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';
  const grid = chart.bare
    ? ''
    : `<c:majorGridlines><c:spPr>${line(LIGHT_GREY, 9525)}</c:spPr></c:majorGridlines>`;
  return [
    `<c:catAx>${start(1, bar, bar ? 'l' : 'b')}<c:numFmt formatCode="General" sourceLinked="1"/>${ticks}<c:tickLblPos val="low"/>`,
    `<c:spPr>${line(LIGHT_GREY, 9525)}</c:spPr>${text(sizeOf(chart))}<c:crossAx val="2"/><c:crosses val="autoZero"/>`,
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>',
    `<c:valAx>${start(2, false, bar ? 'b' : 'l')}${grid}${numberFormat(chart.format)}${ticks}<c:tickLblPos val="nextTo"/>`,
    `<c:spPr>${noLine}</c:spPr>${text(sizeOf(chart))}<c:crossAx val="1"/><c:crosses val="${bar ? 'max' : 'autoZero'}"/>`,
    '<c:crossBetween val="between"/></c:valAx>',
  ].join('');
}
