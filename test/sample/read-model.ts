import type { CellModel, SheetModel, WorkbookModel } from '../../src/xlsx';
import type { SampleFile } from '../../src/sample';

/** Reads the models the sample is made of, without the product's readers. */

export type Row = Readonly<Record<string, CellModel | undefined>>;

export function columnNumber(letters: string): number {
  return [...letters].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function area(ref: string): { top: number; left: number; bottom: number; right: number } {
  const [, left = '', top, right = left, bottom = top] =
    /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(ref) ?? [];
  return {
    top: Number(top) - 1,
    left: columnNumber(left),
    bottom: Number(bottom) - 1,
    right: columnNumber(right),
  };
}

export const plain = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

const known = new WeakMap<WorkbookModel, Map<string, Row[]>>();

/** The rows of a table, by heading; none when the workbook has no such table. */
export function tableRows(workbook: WorkbookModel, name: string): Row[] {
  const tables = known.get(workbook) ?? new Map<string, Row[]>();
  known.set(workbook, tables);
  const rows = tables.get(name) ?? findRows(workbook, name);
  tables.set(name, rows);
  return rows;
}

function findRows({ sheets }: WorkbookModel, name: string): Row[] {
  for (const sheet of sheets) {
    const table = sheet.tables?.find((one) => one.name === name);
    if (table === undefined) continue;
    const { top, left, bottom, right } = area(table.ref);
    const headings = cells(sheet, top)
      .slice(left, right + 1)
      .map((cell) => plain(cell?.value));
    return Array.from({ length: bottom - top }, (_, index) => {
      const row = cells(sheet, top + 1 + index);
      return Object.fromEntries(headings.map((heading, column) => [heading, row[left + column]]));
    });
  }
  return [];
}

const cells = (sheet: SheetModel, row: number): readonly (CellModel | undefined)[] =>
  sheet.rows[row]?.cells ?? [];

export function identityOf(workbook: WorkbookModel): Map<string, CellModel['value']> {
  return new Map(
    tableRows(workbook, 'IMPACT_IDENTITE').map((row) => [String(row.champ?.value), row.valeur?.value]),
  );
}

export interface NamedWorkbook {
  readonly path: string;
  readonly workbook: WorkbookModel;
}

export function workbooksOf(files: readonly SampleFile[]): NamedWorkbook[] {
  return files.flatMap(({ path, content }) =>
    typeof content === 'string' ? [] : [{ path, workbook: content }],
  );
}

/** Of each landlord, what it sent last. */
export function latest(workbooks: readonly NamedWorkbook[]): NamedWorkbook[] {
  const bySiren = new Map<unknown, NamedWorkbook>();
  const sent = ({ workbook }: NamedWorkbook): number => Number(identityOf(workbook).get('transmis_le'));
  for (const one of workbooks) {
    const siren = identityOf(one.workbook).get('siren');
    const known = bySiren.get(siren);
    if (known === undefined || sent(one) > sent(known)) bySiren.set(siren, one);
  }
  return [...bySiren.values()];
}

/**
 * What a workbook says of a data point for the région: its row for the whole, else the sum of its rows of the
 * coarsest level; `SO` adds nothing. Undefined when it does not say.
 */
export function regionalValue(workbook: WorkbookModel, code: string): number | undefined {
  const rows = tableRows(workbook, 'IMPACT_DONNEES').filter((row) => row.code?.value === code);
  for (const level of [/^(|REG:28)$/, /^DEP:/, /^COM:/]) {
    const values = rows
      .filter((row) => level.test(String(row.territoire?.value ?? '')))
      .map((row) => numberOf(row.valeur?.value) * (row.unite?.value === 'k€' ? 1000 : 1));
    if (values.length > 0) {
      const total = values.reduce((all, one) => all + one, 0);
      return Number.isNaN(total) ? undefined : total;
    }
  }
  return undefined;
}

function numberOf(value: CellModel['value']): number {
  if (value === 'SO') return 0;
  return typeof value === 'number' ? value : Number.NaN;
}
