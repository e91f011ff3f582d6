import * as SheetJs from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { type CellModel, type WorkbookModel, cellAddress, columnName, writeWorkbook } from '../../src/xlsx';
import { demo } from './write-demo';

/** Read back by another program (SheetJS), which shares no code with the writer. */
async function readBack(model: WorkbookModel): Promise<SheetJs.WorkBook> {
  return SheetJs.read(await writeWorkbook(model), {
    cellFormula: true,
    cellStyles: true,
    cellNF: true,
    bookProps: false,
    bookFiles: false,
  });
}

function oneCell(cell: CellModel): WorkbookModel {
  return {
    title: 't',
    creator: 'c',
    modified: new Date('2026-01-02T03:04:05Z'),
    sheets: [{ name: 'A', columns: [], rows: [{ cells: [cell] }] }],
  };
}

async function firstCell(cell: CellModel): Promise<SheetJs.CellObject | undefined> {
  const book = await readBack(oneCell(cell));
  return book.Sheets.A?.A1 as SheetJs.CellObject | undefined;
}

async function part(model: WorkbookModel, path: string): Promise<string> {
  return strFromU8(unzipSync(await writeWorkbook(model))[path]!);
}

describe('addresses', () => {
  it('names columns as Excel does', () => {
    expect([0, 25, 26, 51, 701, 702, 16_383].map(columnName)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    expect(cellAddress(1_048_575, 16_383)).toBe('XFD1048576');
  });
});

describe('cells, read back by another program', () => {
  it.each([
    ['a number', { value: 0.1 }, { t: 'n', v: 0.1 }],
    ['a tiny number', { value: -1.5e-300 }, { t: 'n', v: -1.5e-300 }],
    ['a yes', { value: true }, { t: 'b', v: true }],
    ['an error', { error: '#N/A' }, { t: 'e', v: 42 }],
    ['a text', { value: 'Hôtel & <b> "x" 😀' }, { t: 's', v: 'Hôtel & <b> "x" 😀' }],
    ['outer spaces', { value: '  a\tb ' }, { t: 's', v: '  a\tb ' }],
    ['lines', { value: 'a\r\nb\nc' }, { t: 's', v: 'a\nb\nc' }],
    ['digits as text', { value: '00123' }, { t: 's', v: '00123' }],
    // 46,347 days after 30 December 1899
    ['a date', { value: new Date('2026-11-21T12:00:00Z') }, { t: 'n', v: 46_347.5 }],
    ['the first day', { value: new Date('1900-01-01T00:00:00Z') }, { t: 'n', v: 1 }],
    ['1 March 1900', { value: new Date('1900-03-01T00:00:00Z') }, { t: 'n', v: 61 }],
    ['28 February 1900', { value: new Date('1900-02-28T00:00:00Z') }, { t: 'n', v: 59 }],
  ] as const)('%s', async (_, cell, expected) => {
    expect(await firstCell(cell)).toMatchObject(expected);
  });

  it.each(['=1+1', '+33 1', '-x', '@SUM(A1)', '=cmd|calc!A1'])(
    'keeps %s as text, even once edited',
    async (text) => {
      expect(await firstCell({ value: text })).toMatchObject({ t: 's', v: text });
      expect((await firstCell({ value: text }))?.f).toBeUndefined();
      expect(await part(oneCell({ value: text }), 'xl/styles.xml')).toContain('quotePrefix="1"');
    },
  );

  it('escapes what XML forbids, and what looks like such an escape', async () => {
    const strings = await part(oneCell({ value: 'a\u0001b_x0041_c\rd_x' }), 'xl/sharedStrings.xml');
    expect(strings).toContain('<t>a_x0001_b_x005F_x0041_c_x000D_d_x</t>');
  });

  it('cuts a text at 32,767 characters, never through an emoji', async () => {
    const cell = await firstCell({ value: 'a'.repeat(32_765) + '😀😀' });
    expect(cell?.v).toBe(`${'a'.repeat(32_765)}…`);
    expect((await firstCell({ value: 'b'.repeat(32_767) }))?.v).toBe('b'.repeat(32_767));
  });

  it.each([
    ['number', { formula: 'SUM(B1:B3)', value: 12.5 }, { t: 'n', v: 12.5, f: 'SUM(B1:B3)' }],
    ['text', { formula: 'IF(B1<2,"a&b","")', value: 'a&b' }, { t: 's', v: 'a&b', f: 'IF(B1<2,"a&b","")' }],
    ['empty text', { formula: '""', value: '' }, { v: '', f: '""' }],
    ['yes', { formula: 'B1=B2', value: true }, { t: 'b', v: true, f: 'B1=B2' }],
    ['error', { formula: '1/0', error: '#DIV/0!' }, { t: 'e', v: 7, f: '1/0' }],
  ] as const)('a formula keeps its stored %s', async (_, cell, expected) => {
    expect(await firstCell(cell)).toMatchObject(expected);
  });

  it('leaves out a result that is no number, for Excel to calculate', async () => {
    const sheet = await part(oneCell({ formula: '0/0', value: NaN }), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c r="A1"><f>0/0</f></c>');
    expect(await part(oneCell({ value: 1 }), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });
});

describe('the rest of the workbook, read back by another program', () => {
  it('has its names, properties, hidden sheets, notes, links, merges and formats', async () => {
    const book = await readBack(demo);
    expect(book.SheetNames).toEqual(['Cachée', 'Synthèse', "Données d'essai"]);
    expect(book.Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([1, 0, 0]);
    expect(book.Workbook?.Names).toContainEqual(
      expect.objectContaining({ Name: 'taux', Ref: "'Données d''essai'!$F$1" }),
    );
    expect(book.Workbook?.Names).toContainEqual(
      expect.objectContaining({ Name: '_xlnm.Print_Titles', Sheet: 1, Ref: "'Synthèse'!$1:$3" }),
    );
    expect(book.Props).toMatchObject({
      Title: 'Démonstration <1>',
      Author: 'Union régionale « Seine & Loire »',
    });
    expect(book.Props?.ModifiedDate).toEqual(new Date('2026-11-21T10:00:00Z'));
    expect(book.Custprops).toEqual({ Genre: 'demonstration', 'Version du catalogue': '2026.1 & <2>' });
    const sheet = book.Sheets['Synthèse']!;
    expect(sheet['!merges']).toEqual([{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }]);
    expect((sheet.A4 as SheetJs.CellObject).c?.[0]?.t).toBe(
      'Source : déclaration des bailleurs.\n& <balises>',
    );
    expect(sheet.A2).toMatchObject({ l: { Target: "#'Données d''essai'!A1", Tooltip: 'Aller aux données' } });
    expect(sheet.B2).toMatchObject({ l: { Target: 'https://example.org/?a=1&b=2', Tooltip: 'Ouvrir' } });
    expect(sheet.B4).toMatchObject({ z: '#,##0' });
    expect(sheet.D4).toMatchObject({ z: '0.0%', f: 'C4/SUM(C$4:C$8)' });
    expect(sheet['!rows']?.[0]?.hpt).toBe(30);
  });
});
