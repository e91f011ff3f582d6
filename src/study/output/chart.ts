import {
  cell,
  type ChartModel,
  embeddedChartXml,
  numberFormat,
  type OfficePackage,
  type WorkbookModel,
  writeWorkbook,
} from '../../xlsx';
import type { BlockOf } from '../document';
import { unitBeside } from '../language/amounts';
import type { StudyTheme } from '../theme';

const CHART = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The number format of a chart or a table: amounts from a million euros in M€. */
export function studyFormat(unit: string, decimals: number, greatest: number): string {
  if (/^€(\/an)?$/.test(unit) && greatest >= 1e6) return '#,##0.0,,"\u00a0M€"';
  // A no-break space keeps the unit on the line of its number.
  return unit.startsWith('€') && !unit.includes('/')
    ? `${numberFormat(unit, decimals)}"\u00a0€"`
    : numberFormat(unit, decimals);
}

/**
 * Adds a native chart and the workbook that its figures are edited in.
 * @param folder `word` or `ppt`
 * @returns the relationship id of the chart in `owner`
 */
export async function addChart(
  file: OfficePackage,
  block: BlockOf<'chart'>,
  at: { readonly folder: string; readonly owner: string; readonly number: number },
  document: { readonly date: Date; readonly theme: StudyTheme; readonly textSize?: number },
): Promise<string> {
  const part = `${at.folder}/charts/chart${at.number}.xml`;
  const data = `${at.folder}/embeddings/chart${at.number}.xlsx`;
  const workbook = chartWorkbook(block, document.date);
  const bytes = await writeWorkbook(workbook);
  const relation = file.relate(part, 'package', data);
  const last = block.labels.length + 1;
  const column = (at: number): string => String.fromCharCode(66 + at);
  const model: ChartModel = {
    ...chartLook(block, document.theme, (at) => ({
      categories: `'Données'!$A$2:$A$${last}`,
      values: `'Données'!$${column(at)}$2:$${column(at)}$${last}`,
    })),
    from: 'A1',
    to: 'B2',
    ...(document.textSize === undefined ? {} : { textSize: document.textSize }),
  };
  const chart = embeddedChartXml(model, workbook, relation);
  file.add(part, CHART, () => chart);
  file.add(data, WORKBOOK, () => bytes);
  return file.relate(at.owner, 'chart', part);
}

/** Labels on more marks than that would cover one another. */
const MOST_LABELLED = 24;

/** What a chart shows and how, wherever its cells are. */
export function chartLook(
  block: BlockOf<'chart'>,
  theme: StudyTheme,
  cells: (series: number) => { readonly categories: string; readonly values: string },
): Omit<ChartModel, 'from' | 'to'> {
  const values = block.series.flatMap((one) => one.values);
  const [first] = values;
  const greatest = Math.max(...values.map(({ value }) => Math.abs(value ?? 0)));
  const colors = [theme.bar, theme.second, theme.muted];
  return {
    kind: block.shape,
    title: block.title + unitBeside(first?.unit ?? ''),
    series: block.series.map(({ name }, at) => ({ name, ...cells(at), color: colors[at] ?? theme.ink })),
    format: studyFormat(first?.unit ?? '', first?.decimals ?? 0, greatest),
    labels: values.length <= MOST_LABELLED,
    bare: block.shape === 'bar' && values.length <= MOST_LABELLED,
    spanBlanks: block.shape === 'line',
    description: block.description,
  };
}

function chartWorkbook(block: BlockOf<'chart'>, date: Date): WorkbookModel {
  return {
    title: block.title,
    creator: 'Impact HLM',
    modified: date,
    sheets: [
      {
        name: 'Données',
        columns: [{ width: 40 }, ...block.series.map(() => ({ width: 20 }))],
        rows: [
          { cells: [cell(''), ...block.series.map(({ name }) => cell(name))] },
          ...block.labels.map((label, at) => ({
            cells: [cell(label), ...block.series.map(({ values }) => cell(values[at]?.value ?? null))],
          })),
        ],
      },
    ],
  };
}
