import { readdirSync, readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { saveXlsx } from '../../../src/simulator/file';
import { WorkbookRefused } from '../../../src/xlsx';
import { sharedData } from '../../support/shared';
import { structureProblems } from '../../support/xlsx-structure';
import { changed, changedParts, foreignWorkbook, open, setCell, smallWorkbook, textOf } from './support';

/** Encrypted, damaged, hostile or of another format: the index of the corpus says which. */
const REFUSED = [
  'excelize__BadWorkbook.xlsx',
  'excelize__encryptAES.xlsx',
  'exceljs__missing-bits.xlsx',
  'msoffcrypto-tool__example_password.xlsx',
  'poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-6448258963341312.xlsx',
  'poi__crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx',
  'poi__duplicate-filename.xlsx',
  'poi__extenxls_pwd123.xlsx',
  'poi__poc-xmlbomb-empty.xlsx',
  'poi__poc-xmlbomb.xlsx',
  'poi__protected_sha512.xlsx',
  'test-files__cross-sheet_formula_names.xlsb',
];

describe('opening and saving without a change', () => {
  it('gives back every part of a workbook with charts, rules, notes and foreign parts', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    expect(changedParts(bytes, await saveXlsx(opened, opened.snapshot))).toEqual([]);
  });

  it('gives the same bytes every time', async () => {
    const opened = await open(await foreignWorkbook());
    const change = (snapshot: typeof opened.snapshot): void =>
      setCell(snapshot, 'Synthèse', 3, 1, { v: 42, t: 2 });
    expect(await changed(opened, change)).toEqual(await changed(opened, change));
  });

  for (const folder of ['corpus', 'workbooks']) {
    it(`opens real files, or refuses them in French, and gives their parts back (${folder})`, async () => {
      const path = sharedData(`data/${folder}`);
      if (path === undefined) return;
      const refused: string[] = [];
      for (const name of readdirSync(path).filter((one) => /\.xls[xmb]$/.test(one))) {
        const bytes = new Uint8Array(readFileSync(`${path}/${name}`));
        // The largest take long to compress and teach nothing more.
        if (bytes.length > 500_000) continue;
        const opened = await open(bytes).catch((error: unknown) => error as WorkbookRefused);
        if ('code' in opened) {
          expect(opened).toBeInstanceOf(WorkbookRefused);
          expect(opened.message).toMatch(/^(Le |Ce |C’est )/);
          refused.push(name);
          continue;
        }
        const saved = await saveXlsx(opened, opened.snapshot);
        expect({ name, changed: changedParts(bytes, saved) }).toEqual({ name, changed: [] });
      }
      expect(refused.sort()).toEqual(folder === 'corpus' ? REFUSED : []);
    }, 120_000);
  }
});

describe('one changed cell', () => {
  it('changes the sheet and the texts only, and leaves the other cells as they were', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const saved = await changed(opened, (snapshot) => {
      setCell(snapshot, 'Synthèse', 3, 1, {
        v: 42.5,
        t: 2,
        s: snapshot.sheets['feuille-2']!.cellData![3]![1]!.s,
      });
      setCell(snapshot, 'Synthèse', 60, 2, { v: 'Écrit dans la grille', t: 1 });
    });
    expect(changedParts(bytes, saved)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/sharedStrings.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(structureProblems(saved)).toEqual([]);
    const sheet = read(saved).Sheets['Synthèse']!;
    expect(sheet['B4']).toMatchObject({ t: 'n', v: 42.5 });
    expect(sheet['C61']).toMatchObject({ t: 's', v: 'Écrit dans la grille' });
    const [before, after] = [bytes, saved].map((file) => textOf(file, 'xl/worksheets/sheet2.xml'));
    const cells = (xml: string): string[] => xml.match(/<c .*?(?:<\/c>|\/>)/gs) ?? [];
    const kept = new Set(cells(after!));
    expect(cells(before!).filter((cell) => !kept.has(cell))).toHaveLength(1);
    const around = (xml: string): string => xml.replace(/<sheetData>.*<\/sheetData>|<dimension[^>]*>/gs, '');
    expect(around(after!)).toBe(around(before!));
  });

  it('writes text that looks like a formula as text', async () => {
    const opened = await open(await smallWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const saved = await changed(opened, (snapshot) => {
      setCell(snapshot, 'Feuille', 0, 0, { v: '=1+1', t: 1 });
      setCell(snapshot, 'Feuille', 0, 1, { v: '01001', t: 1 });
    });
    const sheet = read(saved).Sheets['Feuille']!;
    expect(sheet['A1']).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet['A1'].f).toBeUndefined();
    expect(sheet['B1']).toMatchObject({ t: 's', v: '01001' });
    expect(textOf(saved, 'xl/styles.xml')).toContain('quotePrefix="1"');
    expect(structureProblems(saved)).toEqual([]);
  });
});
