import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusalCode, SheetData } from '../../../src/xlsx';
import { openWorkbook, bytesSource, serialToDate, CellError } from '../../../src/xlsx';
import { sharedData } from '../../support/shared';
import { inflateWithZlib, outcomeOf, readAll } from './support/package';
import { differences, plain, readWithSheetJs } from './support/oracle';

/** Refused files of the corpus and why, found by looking into each; all others must read as SheetJS reads them. */
const REFUSED: Readonly<Record<string, RefusalCode>> = {
  'excelize__BadWorkbook.xlsx': 'corrupt', // its list of sheets is empty
  'excelize__encryptAES.xlsx': 'encrypted',
  'exceljs__missing-bits.xlsx': 'not_workbook', // holds a sheet and no workbook
  'msoffcrypto-tool__example_password.xlsx': 'encrypted',
  'poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-6448258963341312.xlsx': 'corrupt', // directory beyond the file
  'poi__crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx': 'corrupt', // the same
  'poi__duplicate-filename.xlsx': 'corrupt', // two different sheet1.xml
  'poi__extenxls_pwd123.xlsx': 'encrypted',
  'poi__poc-shared-strings.xlsx': 'corrupt', // rows number 0, which Excel refuses too
  'poi__poc-xmlbomb-empty.xlsx': 'entities',
  'poi__poc-xmlbomb.xlsx': 'entities',
  'poi__protected_sha512.xlsx': 'encrypted',
  'test-files__cross-sheet_formula_names.xlsb': 'xlsb',
};

const corpus = sharedData('data/corpus');
const workbooks = sharedData('data/workbooks');

function filesOf(folder: string | undefined): string[] {
  return folder === undefined ? [] : readdirSync(folder).filter((name) => /\.xls[xmb]$/.test(name));
}

async function compare(folder: string | undefined, name: string): Promise<void> {
  const bytes = readFileSync(join(folder ?? '', name));
  let ours = new Map<string, SheetData>();
  const code = await outcomeOf(async () => {
    ours = await readAll(bytes, { inflate: inflateWithZlib });
  });
  expect(code).toBe(REFUSED[name] ?? 'read');
  if (code !== 'read') return;
  const theirs = readWithSheetJs(bytes);
  for (const [sheet, data] of ours)
    expect([sheet, differences(plain(data), theirs.get(sheet) ?? new Map())]).toEqual([sheet, []]);
  for (const [sheet, cells] of theirs) if (cells.size > 0) expect([...ours.keys()]).toContain(sheet);
}

describe('odd, hostile and broken workbooks of other projects', () => {
  test('are all here', () => {
    if (corpus === undefined) return;
    expect(filesOf(corpus)).toHaveLength(69);
    expect(filesOf(corpus)).toEqual(expect.arrayContaining(Object.keys(REFUSED)));
  });

  test.each([...filesOf(corpus), 'none'])('%s', async (name) => {
    if (name !== 'none') await compare(corpus, name);
  });
});

describe('workbooks that landlords and statisticians really use', () => {
  test.each([...filesOf(workbooks), 'none'])('%s', async (name) => {
    if (name !== 'none') await compare(workbooks, name);
  });
});

async function opened(name: string): ReturnType<typeof openWorkbook> {
  return openWorkbook(bytesSource(readFileSync(join(corpus ?? '', name))));
}

describe('what the comparison does not see', () => {
  test('the two date systems', async () => {
    if (corpus === undefined) return;
    const workbook = await opened('test-files__1904.xlsx');
    expect(workbook.date1904).toBe(true);
    const sheet = await workbook.readSheet('Sheet1');
    // The third column says in words which day the second holds.
    for (let row = 0; row < 5; row++) {
      const day = serialToDate(sheet.cell(row, 1) as number, true)
        .toISOString()
        .slice(0, 10);
      expect(day).toBe(sheet.cell(row, 2));
      expect(sheet.isDate(row, 1)).toBe(true);
    }
    expect((await opened('roo__currency-euro.xlsx')).date1904).toBe(true);
    expect((await opened('ironcalc__percentage.xlsx')).date1904).toBe(false);
  });

  test('hidden sheets, in transitional and Strict files', async () => {
    if (corpus === undefined) return;
    const { sheets } = await opened('test-files__sheet_visibility_strict.xlsx');
    expect(sheets.map(({ name, visible }) => [name, visible])).toEqual([
      ['Visible', true],
      ['Hidden', false],
      ['VeryHidden', false],
    ]);
  });

  test('errors of every type', async () => {
    if (corpus === undefined) return;
    const sheet = await (await opened('test-files__ErrorTypes.xlsx')).readSheet('RawErrors');
    const codes = new Set<string>();
    sheet.forEach((_, __, value) => value instanceof CellError && codes.add(value.code));
    expect([...codes].sort()).toEqual(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!']);
  });

  test('tables, their headings and their rows', async () => {
    if (corpus === undefined) return;
    const workbook = await opened('calamine__table-multiple.xlsx');
    const bobs = await workbook.readTable('sales_bob');
    // Read off the XML by hand: the table lies in A7:B11 of the third sheet.
    const read = [0, 1, 2, 3].map((row) => [bobs.cell(row, 0), bobs.cell(row, 1), bobs.address(row, 1)]);
    expect([bobs.rowCount, read]).toEqual([
      4,
      [
        [1, 750, 'B8'],
        [2, 800, 'B9'],
        [3, 100, 'B10'],
        [4, 70, 'B11'],
      ],
    ]);
  });
});
