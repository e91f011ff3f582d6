import {
  cell,
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
  document: { readonly date: Date; readonly theme: StudyTheme },
): Promise<string> {
  const part = `${at.folder}/charts/chart${at.number}.xml`;
  const data = `${at.folder}/embeddings/chart${at.number}.xlsx`;
  const workbook = chartWorkbook(block, document.date);
  const bytes = await writeWorkbook(workbook);
  const relation = file.relate(part, 'package', data);
  const last = block.points.length + 1;
  const [first] = block.points;
  const greatest = Math.max(...block.points.map(({ value }) => Math.abs(value.value ?? 0)));
  const chart = embeddedChartXml(
    {
      kind: 'bar',
      title: block.title + unitBeside(first?.value.unit ?? ''),
      series: [
        {
          name: block.seriesName,
          categories: `'Données'!$A$2:$A$${last}`,
          values: `'Données'!$B$2:$B$${last}`,
          color: document.theme.bar,
        },
      ],
      from: 'A1',
      to: 'B2',
      format: studyFormat(first?.value.unit ?? '', first?.value.decimals ?? 0, greatest),
      labels: true,
      description: block.description,
    },
    workbook,
    relation,
  );
  file.add(part, CHART, () => chart);
  file.add(data, WORKBOOK, () => bytes);
  return file.relate(at.owner, 'chart', part);
}

function chartWorkbook(block: BlockOf<'chart'>, date: Date): WorkbookModel {
  return {
    title: block.title,
    creator: 'Impact HLM',
    modified: date,
    sheets: [
      {
        name: 'Données',
        columns: [{ width: 40 }, { width: 20 }],
        rows: [
          { cells: [cell(''), cell(block.seriesName)] },
          ...block.points.map(({ label, value }) => ({ cells: [cell(label), cell(value.value)] })),
        ],
      },
    ],
  };
}
