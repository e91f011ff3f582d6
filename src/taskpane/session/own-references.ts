import { ownReferences } from '../../importers';
import type { TableContent } from '../../excel';
import type { WorkbookReferences } from './state';

/** What is said of a row that cannot be used; the rest was said when the file was imported. */
const toldAgain: ReadonlySet<string> = new Set([
  'lines_contradicted',
  'lines_unknown_code',
  'unreadable_cells',
]);

/** The zones and figures of the reference tables of the open workbook. */
export function referencesOf(tables: readonly TableContent[]): WorkbookReferences {
  const { zonings, values, source, remarks } = ownReferences(
    tables.map(({ sheet, address, headings, rows }) => {
      const first = Number(/\d+/u.exec(address)?.[0] ?? 1);
      return {
        sheet,
        rows: [headings, ...rows.map((row) => row.map(plain))],
        lineOf: (row: number) => first + row,
      };
    }),
    '',
  );
  return {
    zonings,
    figures: values.map((one) => ({ source, ...one })),
    remarks: remarks.filter(({ code }) => toldAgain.has(code)),
  };
}

const plain = (content: TableContent['rows'][number][number]): string | number | undefined => {
  if (content === null) return undefined;
  if (typeof content === 'boolean') return content ? 'VRAI' : 'FAUX';
  return typeof content === 'object' ? '#N/A' : content;
};
