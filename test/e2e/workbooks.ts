import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { read, utils } from '@e965/xlsx';

/** The sample workbook that the server offers, as its bytes. */
export const sampleFile = (): Uint8Array => readFileSync(join(__dirname, '../../dist/exemples/exemple.xlsx'));

/** A number without a format, as Excel shows it in French. */
export const shown = (value: number): string =>
  value.toLocaleString('fr-FR', { useGrouping: false, maximumSignificantDigits: 10 });

/** The cells of a sheet as SheetJS reads them, from A1; blanks are null. */
export function cellsOf(bytes: Uint8Array, sheet: string): unknown[][] {
  const found = read(bytes).Sheets[sheet];
  if (!found) throw new RangeError(`no sheet ${sheet}`);
  return utils.sheet_to_json(found, { header: 1, range: 0, defval: null, raw: true });
}

/** A cell as SheetJS reads it: its formula `f` and its value `v`. */
export function cellIn(bytes: Uint8Array, sheet: string, address: string): { f?: string; v?: unknown } {
  const found = read(bytes, { cellFormula: true }).Sheets[sheet];
  if (!found) throw new RangeError(`no sheet ${sheet}`);
  return (found[address] as { f?: string; v?: unknown } | undefined) ?? {};
}

/** The names of the tables of a workbook, as its parts say them. */
export const tablesOf = (bytes: Uint8Array): string[] =>
  Object.values(unzipSync(bytes, { filter: ({ name }) => name.startsWith('xl/tables/') }))
    .flatMap((part) => /displayName="([^"]*)"/u.exec(strFromU8(part))?.[1] ?? [])
    .sort();

/** The workbook with one of its sheets protected, as Excel writes it. */
export function withProtectedSheet(bytes: Uint8Array, sheet: string): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]*)"`, 'u').exec(
    text('xl/workbook.xml'),
  )?.[1];
  const relation = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`, 'u').exec(
    text('xl/_rels/workbook.xml.rels'),
  );
  const part = `xl/${/Target="(?:\/xl\/)?([^"]*)"/u.exec(relation?.[0] ?? '')?.[1]}`;
  const xml = text(part).replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>');
  return zipSync({ ...parts, [part]: strToU8(xml) });
}

/** The parts of a workbook as text. */
export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const relations = (id: string, type: string, target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`;

/** The workbook with a chart on its first sheet, and a part of a program that is not ours. */
export function withChart(bytes: Uint8Array): Uint8Array {
  const parts = partsOf(bytes);
  const types = `<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`;
  const added: Record<string, string> = {
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace('</Types>', `${types}</Types>`),
    'xl/worksheets/sheet1.xml': (parts['xl/worksheets/sheet1.xml'] ?? '').replace(
      '</worksheet>',
      '<drawing r:id="rIdChart"/></worksheet>',
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': relations('rIdChart', 'drawing', '../drawings/drawing1.xml'),
    'xl/drawings/_rels/drawing1.xml.rels': relations('rId1', 'chart', '../charts/chart1.xml'),
    'xl/drawings/drawing1.xml': `<?xml version="1.0"?><xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor><xdr:from><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>4</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>15</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>18</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Parc"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${RELATIONS}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    'xl/charts/chart1.xml': `<?xml version="1.0"?><c:chartSpace xmlns:c="${DRAWING}/chart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'Base patrimoine'!$J$4:$J$20</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`,
    'customXml/item1.xml': '<?xml version="1.0"?><étude xmlns="urn:un-autre-outil">à garder</étude>',
  };
  return zipSync(
    Object.fromEntries(Object.entries({ ...parts, ...added }).map(([name, text]) => [name, strToU8(text)])),
  );
}
