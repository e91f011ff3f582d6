import type { SheetModel, WorkbookModel } from '../model';
import { MAX_ROWS, absoluteArea, parseArea, quoteSheetName } from './address';
import { UnwritableWorkbook } from './unwritable';
import { XML_HEADER, attributes, escapeFormula, escapeText } from './xml';

/** Number of the sheet shown first. */
export function activeSheet(model: WorkbookModel): number {
  return model.sheets.findIndex(({ hidden }) => !hidden);
}

/** `xl/workbook.xml`; Excel is asked to calculate everything when it opens the file. */
export function workbookXml(model: WorkbookModel, sheetIds: readonly string[]): string {
  const sheets = model.sheets.map(({ name, hidden }, index) => {
    const state = hidden ? 'hidden' : undefined;
    return `<sheet${attributes({ name, sheetId: index + 1, state, 'r:id': sheetIds[index] })}/>`;
  });
  const names = [
    ...model.sheets.map((sheet, index) => printAreaXml(sheet, index) + printTitlesXml(sheet, index)),
    ...(model.names ?? []).map(
      ({ name, refersTo }) =>
        `<definedName${attributes({ name })}>${escapeFormula(refersTo.replace(/^=/, ''))}</definedName>`,
    ),
  ].join('');
  return [
    XML_HEADER,
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<workbookPr defaultThemeVersion="124226"/>',
    `<bookViews><workbookView${attributes({ xWindow: 0, yWindow: 0, windowWidth: 28800, windowHeight: 15000, activeTab: activeSheet(model) })}/></bookViews>`,
    `<sheets>${sheets.join('')}</sheets>`,
    names === '' ? '' : `<definedNames>${names}</definedNames>`,
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
  ].join('');
}

/** So is the part of a sheet that is printed. */
function printAreaXml({ name, print }: SheetModel, index: number): string {
  if (print?.area === undefined) return '';
  const own = attributes({ name: '_xlnm.Print_Area', localSheetId: index });
  const area = absoluteArea(parseArea(print.area));
  return `<definedName${own}>${escapeFormula(quoteSheetName(name))}!${area}</definedName>`;
}

/** The rows and columns repeated on every printed page are a name of Excel's own. */
function printTitlesXml({ name, print }: SheetModel, index: number): string {
  const sheet = `${escapeFormula(quoteSheetName(name))}!`;
  const titles: string[] = [];
  if (print?.repeatColumns !== undefined) {
    const [, first, last] = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/.exec(print.repeatColumns) ?? [];
    if (first === undefined || last === undefined) throw wrongTitles(name, print.repeatColumns, 'A:B');
    titles.push(`${sheet}$${first}:$${last}`);
  }
  if (print?.repeatRows !== undefined) {
    const [, first, last] = /^\$?(\d+):\$?(\d+)$/.exec(print.repeatRows) ?? [];
    const possible = Number(first) >= 1 && Number(first) <= Number(last) && Number(last) <= MAX_ROWS;
    if (!possible) throw wrongTitles(name, print.repeatRows, '1:3');
    titles.push(`${sheet}$${first}:$${last}`);
  }
  if (titles.length === 0) return '';
  const own = attributes({ name: '_xlnm.Print_Titles', localSheetId: index });
  return `<definedName${own}>${titles.join(',')}</definedName>`;
}

function wrongTitles(name: string, given: string, example: string): UnwritableWorkbook {
  return new UnwritableWorkbook(
    `Feuille « ${name} » : « ${given} » ne désigne pas ce qui se répète à chaque page ; écrivez ${example}.`,
  );
}

/** `docProps/core.xml`. */
export function corePropertiesXml({ title, creator, modified }: WorkbookModel): string {
  const date = modified.toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (element: string): string =>
    `<dcterms:${element} xsi:type="dcterms:W3CDTF">${date}</dcterms:${element}>`;
  return [
    `${XML_HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escapeText(title)}</dc:title><dc:creator>${escapeText(creator)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapeText(creator)}</cp:lastModifiedBy>${stamp('created')}${stamp('modified')}`,
    '</cp:coreProperties>',
  ].join('');
}

/** `docProps/app.xml`. */
export const applicationPropertiesXml = `${XML_HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Impact HLM</Application></Properties>`;

/** `docProps/custom.xml`; ids start at 2. */
export function customPropertiesXml(properties: Readonly<Record<string, string>>): string {
  const written = Object.entries(properties).map(([name, value], index) => {
    const own = attributes({ fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name });
    return `<property${own}><vt:lpwstr>${escapeText(value)}</vt:lpwstr></property>`;
  });
  return `${XML_HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${written.join('')}</Properties>`;
}
