import { read } from '@e965/xlsx';
import type { CellValue, SheetData } from '../../../../src/xlsx';
import { CellError, UNCALCULATED } from '../../../../src/xlsx';

/** A sheet as another reader sees it: values by row and column, blanks left out. */
export type PlainSheet = ReadonlyMap<string, number | string | boolean>;

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** The sheets of a workbook as SheetJS reads them. Throws what it throws. */
export function readWithSheetJs(bytes: Uint8Array): Map<string, PlainSheet> {
  const workbook = read(bytes, { dense: true, cellText: false, cellHTML: false, cellFormula: false });
  return new Map(
    workbook.SheetNames.map((name) => {
      const cells = new Map<string, number | string | boolean>();
      const data: unknown = workbook.Sheets[name]?.['!data'];
      (Array.isArray(data) ? data : []).forEach((row: unknown, r) => {
        if (!Array.isArray(row)) return;
        row.forEach((cell: { t: string; v: number | string | boolean } | undefined, c) => {
          if (cell === undefined || cell.v === undefined || cell.v === '') return;
          cells.set(`${r},${c}`, cell.t === 'e' ? (ERRORS[cell.v as number] ?? String(cell.v)) : cell.v);
        });
      });
      return [name, cells];
    }),
  );
}

/** Our own reading in the same form: other readers do not tell a formula never calculated from a blank. */
export function plain(sheet: SheetData): PlainSheet {
  const cells = new Map<string, number | string | boolean>();
  sheet.forEach((row, column, value) => {
    const seen = plainValue(value);
    if (seen !== undefined && seen !== '') cells.set(`${row},${column}`, seen);
  });
  return cells;
}

function plainValue(value: CellValue): number | string | boolean | undefined {
  if (value instanceof CellError) return value.code;
  return value === UNCALCULATED ? undefined : value;
}

/** Cells that differ, at most ten. Numbers are the same within the last bit (SheetJS adds up the parts of a date). */
export function differences(ours: PlainSheet, theirs: PlainSheet): string[] {
  const found: string[] = [];
  for (const place of new Set([...ours.keys(), ...theirs.keys()])) {
    const a = ours.get(place);
    const b = theirs.get(place);
    const same =
      a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= Math.abs(b) * 2e-16);
    if (!same && found.length < 10) found.push(`${place}: ${JSON.stringify(a)} / ${JSON.stringify(b)}`);
  }
  return found;
}
