import { readFileSync } from 'node:fs';
import { read, type WorkSheet } from '@e965/xlsx';
import { readXlsx } from 'hucre';
import type { ICellData } from '@univerjs/core';
import { cellAddress } from '../../../src/xlsx';
import { sharedData } from '../../support/shared';
import { foreignWorkbook, idOf, open, smallWorkbook } from './support';

type Plain = string | number | boolean | undefined;

/** Error codes of SheetJS by their number. */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

function oracle(sheet: WorkSheet): Map<string, Plain> {
  const values = new Map<string, Plain>();
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!') || cell.v === undefined || cell.v === '' || cell.t === 'z') continue;
    values.set(address, cell.t === 'e' ? ERRORS[cell.v as number] : (cell.v as Plain));
  }
  return values;
}

function gridValues(cells: Record<number, Record<number, ICellData>>): Map<string, Plain> {
  const values = new Map<string, Plain>();
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, { v, t }] of Object.entries(line)) {
      if (v === undefined || v === null || v === '') continue;
      values.set(cellAddress(Number(row), Number(column)), t === 3 ? v === 1 : (v as Plain));
    }
  }
  return values;
}

const sorted = (values: Map<string, Plain>): [string, Plain][] =>
  [...values].sort(([one], [other]) => (one < other ? -1 : 1));

describe('values given to the grid', () => {
  it('are those that another reader finds, sheet by sheet', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const book = read(bytes, { cellFormula: true });
    for (const id of opened.snapshot.sheetOrder) {
      const { name, cellData } = opened.snapshot.sheets[id]!;
      expect(sorted(gridValues(cellData as never))).toEqual(sorted(oracle(book.Sheets[name!]!)));
    }
  });

  it.each([
    'data/corpus/calamine__shared_formula_reversed.xlsx',
    'data/corpus/poi__InlineStrings.xlsx',
    'data/corpus/poi__NewlineInFormulas.xlsx',
    'data/corpus/poi__xlookup.xlsx',
    'data/corpus/readxl__deaths.xlsx',
    'data/corpus/readxl__big-texty-numbers-xlsx.xlsx',
    'data/corpus/roo__implicit_coordinates.xlsx',
    'data/corpus/xlsx2csv__namespace.xlsx',
    'data/corpus/ironcalc__travel_expenses_tracker.xlsx',
    'data/workbooks/apilos-logements.xlsx',
    'data/workbooks/apilos-financement.xlsx',
  ])('are those that another reader finds (%s)', async (path) => {
    const file = sharedData(path);
    if (file === undefined) return;
    const bytes = new Uint8Array(readFileSync(file));
    const opened = await open(bytes);
    const book = read(bytes);
    for (const id of opened.snapshot.sheetOrder) {
      const { name, cellData } = opened.snapshot.sheets[id]!;
      const expected = oracle(book.Sheets[name!]!);
      // Cells that an array formula fills are calculated by the grid.
      const source = opened.source.sheets.find((one) => one.id === id)!;
      for (const [row, line] of source.cells) {
        for (const [column, cell] of line) {
          const several =
            cell.fills !== undefined &&
            cell.value !== undefined &&
            !gridValues(cellData as never).has(cellAddress(row, column));
          if (cell.spilled || several) expected.delete(cellAddress(row, column));
        }
      }
      expect({ name, values: sorted(gridValues(cellData as never)).length }).toEqual({
        name,
        values: expected.size,
      });
      for (const [address, value] of gridValues(cellData as never)) {
        if (expected.has(address))
          expect({ address, value }).toEqual({ address, value: expected.get(address) });
      }
    }
  });

  it('agree with a second reader on a real template', async () => {
    const file = sharedData('data/workbooks/apilos-logements.xlsx');
    if (file === undefined) return;
    const bytes = new Uint8Array(readFileSync(file));
    const opened = await open(bytes);
    const book = await readXlsx(bytes);
    const sheet = book.sheets[0]!;
    const { cellData } = opened.snapshot.sheets[idOf(opened, sheet.name)]!;
    let compared = 0;
    sheet.rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (typeof value !== 'string' && typeof value !== 'number') return;
        // hucre keeps the carriage returns that XML takes away (XML 1.0, 2.11).
        const expected = typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value;
        expect(cellData![r]![c]!.v).toBe(expected);
        compared += 1;
      }),
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('tells text, number, boolean, error and date apart', async () => {
    const opened = await open(
      await smallWorkbook(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>deux </t></r><r><t>morceaux</t></r></is></c>' +
          '<c r="B1"><v>1.5E3</v></c><c r="C1" t="b"><v>0</v></c><c r="D1" t="e"><v>#N/A</v></c>' +
          '<c r="E1" t="d"><v>2026-11-21T12:00:00</v></c><c r="F1" t="str"><f>"a"</f><v>_x0041_b</v></c></row>',
      ),
    );
    expect(opened.snapshot.sheets[idOf(opened, 'Feuille')]!.cellData![0]).toMatchObject({
      0: { v: 'deux morceaux', t: 1 },
      1: { v: 1500, t: 2 },
      2: { v: 0, t: 3 },
      3: { v: '#N/A', t: 1 },
      4: { v: 46_347.5, t: 2 },
      5: { v: 'Ab', t: 1, f: '="a"' },
    });
  });
});
