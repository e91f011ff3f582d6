import { unzipSync } from 'fflate';
import { deflate } from '../../src/cli/files';
import { CellError, UNCALCULATED, bytesSource, openWorkbook, writeWorkbook } from '../../src/xlsx';
import { demo } from './write-demo';

describe('what is written, read by our own reader', () => {
  it('has the same tables, cells and properties', async () => {
    const book = await openWorkbook(bytesSource(await writeWorkbook(demo)));
    expect(book.sheets).toMatchObject([
      { name: 'Cachée', visible: false },
      { name: 'Synthèse', visible: true },
      { name: "Données d'essai", visible: true },
    ]);
    expect(book.properties).toMatchObject({
      title: 'Démonstration <1>',
      creator: 'Union régionale « Seine & Loire »',
      modified: new Date('2026-11-21T10:00:00Z'),
      custom: { Genre: 'demonstration', 'Version du catalogue': '2026.1 & <2>' },
    });
    const table = await book.readTable('IMPACT_ESSAI');
    expect(table.columns).toEqual(['Code', 'Libellé\nlong', 'Valeur "v"', 'Double']);
    const body = Array.from({ length: table.rowCount }, (_, row) =>
      [0, 1, 2, 3].map((column) => table.cell(row, column)),
    );
    expect(body).toEqual([
      ['=1+1', 'x', 0, 0],
      ['+33', ' y ', 1.5, 3],
      ['-x', 'é\nè', 3, 6],
      ['@a', '😀', 4.5, 9],
      ['a\u0001_x0041_<&>  ', undefined, 6, 12],
    ]);
  });

  it('keeps errors, booleans, dates and what is not calculated', async () => {
    const cells = [
      { formula: '1/0', error: '#DIV/0!' as const },
      { formula: 'A1', value: NaN },
      { value: false },
      { value: new Date('2026-11-21T06:00:00Z') },
    ];
    const sheets = [{ name: 'A', columns: [], rows: [{ cells }] }];
    const bytes = await writeWorkbook({ title: 't', creator: 'c', modified: new Date(0), sheets });
    const sheet = await (await openWorkbook(bytesSource(bytes))).readSheet('A');
    expect([0, 1, 2, 3].map((column) => sheet.cell(0, column))).toEqual([
      new CellError('#DIV/0!'),
      UNCALCULATED,
      false,
      46_347.25,
    ]);
    expect(sheet.isDate(0, 3)).toBe(true);
  });

  it('is the same workbook when Node compresses it, in pieces', async () => {
    // Several pieces a part: each is 2^18 characters.
    const rows = Array.from({ length: 20_000 }, (_, row) => ({
      cells: [{ value: `ligne ${row} — é` }, { value: row * 1.25 }],
    }));
    const model = { ...demo, sheets: [...demo.sheets, { name: 'Longue', columns: [], rows }] };
    const parts = unzipSync(await writeWorkbook(model));
    const packed = await writeWorkbook(model, { deflate });
    expect(Object.keys(unzipSync(packed))).toEqual(Object.keys(parts));
    for (const [path, bytes] of Object.entries(unzipSync(packed))) {
      expect(Buffer.compare(bytes, parts[path]!)).toBe(0);
    }
    expect(parts['xl/sharedStrings.xml']!.length).toBeGreaterThan(2 ** 18);
  });
});
