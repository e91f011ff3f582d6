import { areaOf, cutIntoBlocks, halve, MAX_BYTES, MAX_CELLS, type Matrix } from '../../src/excel/blocks';
import { toInput } from '../../src/excel/entries';
import { regionsOf } from '../../src/excel/sheets/regions';
import { headerParts } from '../../src/excel/sheets/print';
import { widthInPoints } from '../../src/excel/sheets/measures';
import { freeRowsAtEnd, planRows } from '../../src/excel/tables/room';

const matrix = (entries: Matrix['entries']): Matrix => ({ sheet: 'F', row: 10, column: 2, entries });

/** What office.js puts on the wire for a block: its values as JSON, inside the JSON of the message. */
const sent = (block: Matrix): number =>
  Buffer.byteLength(
    JSON.stringify(JSON.stringify(block.entries.map((row) => row.map((entry) => toInput(entry, 'General'))))),
  );

test.each([
  ['numbers', 3.14159265358979],
  ['short texts', 'Habitat « Rouen »'],
  ['texts full of quotes and backslashes', '"\\'.repeat(400)],
  ['accents and emoji', 'é€😀'.repeat(300)],
  ['line breaks', '\n\t'.repeat(200)],
])('blocks of %s stay under the limit as they are sent, and hold every row once', (_what, value) => {
  const rows = Array.from({ length: 9_000 }, (_, index) => [index, value, value, null]);
  const blocks = cutIntoBlocks(matrix(rows));
  for (const block of blocks) {
    expect(sent(block)).toBeLessThanOrEqual(MAX_BYTES);
    expect(areaOf(block).rows * 4).toBeLessThanOrEqual(MAX_CELLS);
  }
  expect(blocks.flatMap(({ entries }) => entries)).toEqual(rows);
  expect(blocks.map(({ row, column }) => [row, column])).toEqual(
    blocks.map((_, index) => [
      10 + blocks.slice(0, index).reduce((sum, one) => sum + one.entries.length, 0),
      2,
    ]),
  );
});

test('a block is halved by rows, then by columns, down to one cell', () => {
  const whole = matrix([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  const [upper, lower] = halve(whole)!;
  expect([upper.entries, lower.entries, lower.row]).toEqual([
    [
      [1, 2],
      [3, 4],
    ],
    [[5, 6]],
    12,
  ]);
  const [left, right] = halve(lower)!;
  expect([left.entries, right.entries, right.column]).toEqual([[[5]], [[6]], 3]);
  expect(halve(right)).toBeUndefined();
});

test('equal neighbours make one rectangle', () => {
  const grid = ['aab', 'aab', 'ccb', '.cb'];
  const found = regionsOf(
    4,
    3,
    (row, column) => (grid[row]![column] === '.' ? undefined : grid[row]![column]),
    String,
  );
  expect(found).toEqual([
    { value: 'a', row: 0, column: 0, rows: 2, columns: 2 },
    { value: 'b', row: 0, column: 2, rows: 4, columns: 1 },
    { value: 'c', row: 2, column: 0, rows: 1, columns: 2 },
    { value: 'c', row: 3, column: 1, rows: 1, columns: 1 },
  ]);
});

test('header codes go to their place, an ampersand stays one', () => {
  expect(headerParts('&LHabitat && fils&CTitre&RPage &P / &N')).toEqual({
    left: 'Habitat && fils',
    center: 'Titre',
    right: 'Page &P / &N',
  });
  expect(headerParts('Seul')).toEqual({ left: '', center: 'Seul', right: '' });
  expect(headerParts('&L&&R')).toEqual({ left: '&&R', center: '', right: '' });
});

test('Excel’s default column, 8.43 characters, is 64 pixels or 48 points wide', () => {
  expect(widthInPoints(8.43)).toBe(48);
});

test('free rows are those at the end in which nobody has typed', () => {
  const formulas = [
    ['x', ''],
    ['', ''],
    [5, '=A3'],
    ['', '=A4'],
    ['', ''],
  ];
  expect(freeRowsAtEnd(formulas)).toBe(2);
  expect(freeRowsAtEnd([['', '']])).toBe(1);
  const body = { row: 4, column: 0, rows: 5, columns: 2 };
  expect(planRows('F', body, 2, 2, true)).toEqual({ sheet: 'F', row: 7, extra: 0, inserts: false });
  expect(planRows('F', body, 2, 5, true)).toEqual({ sheet: 'F', row: 7, extra: 3, inserts: false });
  expect(planRows('F', body, 0, 1, false)).toEqual({ sheet: 'F', row: 9, extra: 1, inserts: true });
});
