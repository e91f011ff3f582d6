import { attributes, escapeXml } from '../markup';
import type { TableCell } from '../../document';

/** A paragraph in one of the document's styles. */
export function paragraph(text: string, style?: string, extra = ''): string {
  const properties = (style ? `<w:pStyle w:val="${style}"/>` : '') + extra;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** As a table shows it: the number with the marks of its notes. */
export function cellText(one: TableCell): string {
  return typeof one === 'string' ? one : one.text + one.marks;
}

export interface WordTable {
  readonly title: string;
  readonly description: string;
  /** In twentieths of a point. */
  readonly widths: readonly number[];
  readonly rows: readonly string[];
}

/** A native table, with its alternative text. */
export function table({ title, description, widths, rows }: WordTable, style: string): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const alternative = `<w:tblCaption${attributes({ 'w:val': title })}/><w:tblDescription${attributes({ 'w:val': description })}/>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>${alternative}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** A row that no page break cuts; a heading row is repeated on every page. */
export function row(cells: readonly string[], heading = false): string {
  return `<w:tr><w:trPr><w:cantSplit/>${heading ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

export function tableCell(content: string, width: number, fill?: string): string {
  const shading = fill ? `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shading}</w:tcPr>${content}</w:tc>`;
}
