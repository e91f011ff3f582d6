import { cellAddress, drawingXml, quoteSheetName, sheetChartXml } from '../../../xlsx';
import type { CellModel, ChartModel, SheetModel, WorkbookModel } from '../../../xlsx';
import type { StoredChart, StoredPlace, StoredSeries } from '../../host/model/extras';
import { declareType } from '../package/content-types';
import { addRelation, relatedPart } from '../package/relations';
import type { SavedSheet, Saving } from '../save/saving';
import { XmlEdits } from '../xml/edit';
import { parseXml } from '../xml/element';
import { extrasOf, type Json } from './extras';

const DRAWING = 'application/vnd.openxmlformats-officedocument.drawing';
const SPACES =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The kinds of chart that are written, by their names in Excel. */
const KINDS: Readonly<Record<string, Pick<ChartModel, 'kind' | 'stacked'>>> = {
  BarClustered: { kind: 'bar' },
  BarStacked: { kind: 'bar', stacked: true },
  ColumnClustered: { kind: 'column' },
  ColumnStacked: { kind: 'column', stacked: true },
  Line: { kind: 'line' },
  LineMarkers: { kind: 'line' },
  Pie: { kind: 'pie' },
  Doughnut: { kind: 'doughnut' },
};

/**
 * Writes the charts that the add-in made on a sheet: what it draws, from which cells, its title, colours, labels.
 * @returns the relationship of a new drawing that the sheet must name; undefined when there is nothing to name
 */
export function addedCharts(saving: Saving, sheet: SavedSheet): string | undefined {
  const { parts } = saving;
  const charts = extrasOf(saving.snapshot).charts.flatMap((one) =>
    one.sheetId === sheet.id ? (chartModel(one, saving) ?? []) : [],
  );
  if (charts.length === 0) return undefined;
  const known = relatedPart(parts, sheet.part, 'drawing');
  const drawing = known ?? parts.freePath('xl/drawings/drawing', '.xml');
  if (known === undefined) parts.set(drawing, `<xdr:wsDr ${SPACES}/>`);
  const workbook = cellsOf(saving);
  const ids = charts.map((chart) => {
    const part = parts.freePath('xl/charts/chart', '.xml');
    parts.set(part, sheetChartXml(chart, workbook));
    declareType(parts, part, `${DRAWING}ml.chart+xml`);
    return addRelation(parts, drawing, 'chart', part);
  });
  const frames = drawingXml({ name: sheet.name, columns: [], rows: [], charts }, ids);
  const anchors = frames.slice(frames.indexOf('<xdr:twoCellAnchor>'), frames.lastIndexOf('</xdr:wsDr>'));
  const xml = parts.text(drawing);
  const edits = new XmlEdits(xml);
  // The drawing of a file may name its spaces otherwise.
  edits.append(parseXml(xml), anchors.replaceAll('<xdr:twoCellAnchor>', `<xdr:twoCellAnchor ${SPACES}>`));
  parts.set(drawing, edits.print());
  if (known !== undefined) return undefined;
  declareType(parts, drawing, `${DRAWING}+xml`);
  return addRelation(parts, sheet.part, 'drawing', drawing);
}

/** As the writer of workbooks takes it; undefined for what it cannot write. */
function chartModel({ members, name, series }: StoredChart, saving: Saving): ChartModel | undefined {
  const kind = KINDS[text(members.ChartType)];
  const drawn = series.flatMap((one) => seriesModel(one, saving) ?? []);
  if (kind === undefined || drawn.length === 0) return undefined;
  const [from, to] = Array.isArray(members.Position) ? (members.Position as unknown as StoredPlace[]) : [];
  const [labelled] = series;
  const format = text(labelled?.members['DataLabels.NumberFormat'] ?? members['Axes.ValueAxis.NumberFormat']);
  return {
    ...kind,
    title: text(members['Title.Text']),
    series: drawn,
    from: from ? cellAddress(from.startRow, from.startColumn) : 'B2',
    to: to ? cellAddress(to.endRow, to.endColumn) : 'H16',
    ...(format !== '' && { format }),
    labels: labelled?.members.HasDataLabels === true,
    bare: members['Axes.ValueAxis.Visible'] === false,
    spanBlanks: members.DisplayBlanksAs === 'Interplotted',
    description: name,
  };
}

function seriesModel(
  { values, categories, members }: StoredSeries,
  saving: Saving,
): ChartModel['series'][number] | undefined {
  const [drawn, named] = [values, categories].map((one) => one && referenceTo(one, saving));
  if (drawn === undefined || named === undefined) return undefined;
  const color = text(members['Format.Fill.SolidColor'] ?? members['Format.Line.Color']).replace('#', '');
  return { name: text(members.Name), values: drawn, categories: named, ...(color !== '' && { color }) };
}

function referenceTo(place: StoredPlace, { sheets }: Saving): string | undefined {
  const sheet = sheets.find(({ id }) => id === place.sheetId);
  const fixed = (row: number, column: number): string =>
    cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const ends = `${fixed(place.startRow, place.startColumn)}:${fixed(place.endRow, place.endColumn)}`;
  return sheet && `${quoteSheetName(sheet.name)}!${ends}`;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** The values of the sheets now, for the charts to show them before Excel reads the cells again. */
function cellsOf({ sheets, snapshot }: Saving): WorkbookModel {
  return {
    ...{ title: '', creator: '', modified: new Date(0) },
    sheets: sheets.map(({ id, name }): SheetModel => {
      const data = snapshot.sheets[id]?.cellData ?? {};
      const count = Math.max(0, ...Object.keys(data).map((row) => Number(row) + 1));
      const rowAt = (row: number) => {
        const line = data[row] ?? {};
        const cells: (CellModel | undefined)[] = [];
        for (const [column, cell] of Object.entries(line)) {
          const value: unknown = cell?.v;
          if (typeof value === 'number' || typeof value === 'string') cells[Number(column)] = { value };
        }
        return { cells };
      };
      return { name, columns: [], rows: [], more: { count, row: rowAt } };
    }),
  };
}
