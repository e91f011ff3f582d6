import type { SheetModel, TableModel } from '../model';
import { type Area, cellAddress, parseArea, printArea } from './address';
import { rowAt } from './rows';
import { UnwritableWorkbook } from './unwritable';
import { XML_HEADER, attributes, escapeFormula, escapeText } from './xml';

const MAX_HEADING = 255;

/** Excel's own spelling of a heading with line breaks; `&#10;` would not match the cell. */
function headingAttribute(heading: string): string {
  return escapeText(heading).replaceAll('"', '&quot;').replaceAll('\n', '_x000a_').replaceAll('\t', '&#9;');
}

/** Excel refuses a table without a data row: one blank row is then taken in. */
function tableArea(table: TableModel): Area {
  const area = parseArea(table.ref);
  return { ...area, bottom: Math.max(area.bottom, area.top + 1) };
}

/** A difference between the table's headings and its cells is the commonest cause of a repaired file. */
function checkHeadings(sheet: SheetModel, table: TableModel, area: Area): void {
  const refuse = (reason: string): never => {
    throw new UnwritableWorkbook(`Feuille « ${sheet.name} », tableau ${table.name} : ${reason}.`);
  };
  const width = area.right - area.left + 1;
  if (table.columns.length !== width) {
    refuse(`${table.columns.length} intitulés pour les ${width} colonnes de ${table.ref}`);
  }
  const seen = new Set<string>();
  table.columns.forEach((heading, index) => {
    const cell = rowAt(sheet, area.top)?.cells[area.left + index];
    const address = cellAddress(area.top, area.left + index);
    if (
      heading === '' ||
      heading.length > MAX_HEADING ||
      cell?.formula !== undefined ||
      cell?.value !== heading
    ) {
      refuse(
        `la cellule ${address} devrait contenir le texte « ${heading} », de 1 à ${MAX_HEADING} caractères`,
      );
    }
    if (seen.has(heading.toLowerCase())) refuse(`deux colonnes s’intitulent « ${heading} »`);
    seen.add(heading.toLowerCase());
  });
}

/** A table part; `id` is unique in the workbook. */
export function tableXml(sheet: SheetModel, table: TableModel, id: number): string {
  const area = tableArea(table);
  checkHeadings(sheet, table, area);
  const ref = printArea(area);
  const columns = table.columns.map((heading, index) => {
    const formula = table.calculated?.[heading];
    const start = `<tableColumn id="${index + 1}" name="${headingAttribute(heading)}"`;
    if (formula === undefined) return `${start}/>`;
    return `${start}><calculatedColumnFormula>${escapeFormula(formula)}</calculatedColumnFormula></tableColumn>`;
  });
  const style = attributes({
    name: table.style ?? 'TableStyleMedium2',
    showFirstColumn: 0,
    showLastColumn: 0,
    showRowStripes: 1,
    showColumnStripes: 0,
  });
  return [
    `${XML_HEADER}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`,
    attributes({ id, name: table.name, displayName: table.name, ref, totalsRowShown: 0 }),
    `><autoFilter ref="${ref}"/>`,
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`,
    `<tableStyleInfo${style}/></table>`,
  ].join('');
}
