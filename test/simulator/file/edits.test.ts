import { read } from '@e965/xlsx';
import { structureProblems } from '../../support/xlsx-structure';
import {
  cellXml,
  changed,
  changedParts,
  foreignWorkbook,
  idOf,
  open,
  setCell,
  smallWorkbook,
  textOf,
} from './support';

const SHEET = 'xl/worksheets/sheet1.xml';

/** Our checker knows plain formulas only; those of arrays are looked at here. */
const problems = (bytes: Uint8Array): string[] =>
  structureProblems(bytes).filter((one) => !one.includes('shared or array formula'));

describe('formulas of our own', () => {
  it('are stored as Excel stores them, with their result', async () => {
    const opened = await open(await foreignWorkbook());
    const saved = await changed(opened, (snapshot) => {
      setCell(snapshot, 'Synthèse', 3, 1, { f: '=IMPACT.LOYER_M2(C4,"<x>")', v: 6.25, t: 2 });
      setCell(snapshot, 'Synthèse', 4, 1, { f: '=impact.test(C4)', v: 'oui & non', t: 1 });
      setCell(snapshot, 'Synthèse', 5, 1, { f: '=IMPACT.TEST(C5)', v: '#VALUE!', t: 1 });
      setCell(snapshot, 'Synthèse', 6, 1, { f: '=IMPACT.TEST(C6)', v: '#GETTING_DATA', t: 1 });
    });
    const path = 'xl/worksheets/sheet2.xml';
    expect(cellXml(saved, path, 'B4')).toContain('_xldudf_IMPACT_LOYER_M2(C4,"&lt;x&gt;")</f><v>6.25</v>');
    expect(cellXml(saved, path, 'B5')).toMatch(
      /t="str".*_xldudf_IMPACT_TEST\(C4\)<\/f><v>oui &amp; non<\/v>/,
    );
    expect(cellXml(saved, path, 'B6')).toMatch(/t="e".*<v>#VALUE!<\/v>/);
    expect(cellXml(saved, path, 'B7')).not.toContain('<v>');
    const again = await open(saved);
    expect(again.snapshot.sheets[idOf(again, 'Synthèse')]!.cellData![3]![1]).toMatchObject({
      f: '=IMPACT.LOYER_M2(C4,"<x>")',
      v: 6.25,
    });
    expect(problems(saved)).toEqual([]);
  });
});

it('a text that reads like an error is saved as a text, an error as an error', async () => {
  const opened = await open(await smallWorkbook('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>'));
  const saved = await changed(opened, (snapshot) => {
    setCell(snapshot, 'Feuille', 0, 0, { v: '#N/A', t: 4 });
    setCell(snapshot, 'Feuille', 0, 1, { v: '#REF!', t: 4 });
    setCell(snapshot, 'Feuille', 0, 2, { v: '#N/A', t: 1 });
  });
  const { A1, B1, C1 } = read(saved).Sheets['Feuille']!;
  expect([A1, B1, C1].map((one) => [one.t, one.w])).toEqual([
    ['s', '#N/A'],
    ['s', '#REF!'],
    ['e', '#N/A'],
  ]);
  // Once more, and nothing is new.
  const again = await open(saved);
  expect(changedParts(saved, await changed(again, () => undefined))).toEqual([]);
  const back = await changed(again, (snapshot) => setCell(snapshot, 'Feuille', 0, 0, { v: '#N/A', t: 1 }));
  expect(read(back).Sheets['Feuille']!['A1'].t).toBe('e');
});

describe('shared formulas', () => {
  const shared =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1</f><v>1</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
    '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>';

  it('are written out for the grid, and for the file once one of them changes', async () => {
    const opened = await open(await smallWorkbook(shared));
    const cells = opened.snapshot.sheets[idOf(opened, 'Feuille')]!.cellData!;
    expect([0, 1, 2].map((row) => cells[row]![1]!.f)).toEqual(['=A1*$A$1', '=A2*$A$1', '=A3*$A$1']);
    const other = await changed(opened, (snapshot) => setCell(snapshot, 'Feuille', 2, 0, { v: 30, t: 2 }));
    expect(cellXml(other, SHEET, 'B2')).toContain('<f t="shared" si="0"/>');
    const saved = await changed(opened, (snapshot) =>
      setCell(snapshot, 'Feuille', 0, 1, { f: '=A1+1', v: 2, t: 2 }),
    );
    expect([1, 2, 3].map((row) => cellXml(saved, SHEET, `B${row}`))).toEqual([
      '<c r="B1"><f>A1+1</f><v>2</v></c>',
      '<c r="B2"><f>A2*$A$1</f><v>2</v></c>',
      '<c r="B3"><f>A3*$A$1</f><v>3</v></c>',
    ]);
  });

  it('of the grid are written out too', async () => {
    const opened = await open(await smallWorkbook(shared));
    const saved = await changed(opened, (snapshot) => {
      setCell(snapshot, 'Feuille', 0, 3, { f: '=A1*10', si: 'k', v: 10, t: 2 });
      setCell(snapshot, 'Feuille', 2, 4, { si: 'k', v: 20, t: 2 });
    });
    expect(cellXml(saved, SHEET, 'E3')).toBe('<c r="E3"><f>B3*10</f><v>20</v></c>');
  });
});

describe('formulas that fill several cells', () => {
  const range = { startRow: 0, startColumn: 1, endRow: 2, endColumn: 1 };

  it('are written as dynamic arrays with what they fill', async () => {
    const opened = await open(await smallWorkbook('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const id = idOf(opened, 'Feuille');
    const spilled = {
      ranges: { [id]: { 0: { 1: range } } },
      cells: { [id]: { 0: { 1: { v: 1, t: 2 } }, 1: { 1: { v: 2, t: 2 } }, 2: { 1: { v: 'trois', t: 1 } } } },
    };
    const saved = await changed(
      opened,
      (snapshot) => setCell(snapshot, 'Feuille', 0, 1, { f: '=SEQUENCE(3)', v: 1, t: 2 }),
      { spilled },
    );
    expect(cellXml(saved, SHEET, 'B1')).toBe(
      '<c r="B1" cm="1"><f t="array" ref="B1:B3">_xlfn.SEQUENCE(3)</f><v>1</v></c>',
    );
    expect(cellXml(saved, SHEET, 'B2')).toBe('<c r="B2"><v>2</v></c>');
    expect(cellXml(saved, SHEET, 'B3')).toBe('<c r="B3" t="str"><v>trois</v></c>');
    expect(textOf(saved, 'xl/metadata.xml')).toContain('fDynamic="1"');
    expect(problems(saved)).toEqual([]);
    const again = await open(saved);
    expect(again.snapshot.sheets[id]!.cellData).toEqual({
      0: { 0: { v: 1, t: 2 }, 1: { f: '=SEQUENCE(3)' } },
    });
    expect(changedParts(saved, await changed(again, () => undefined))).toEqual([]);
  });

  it('entered as arrays in Excel stay so, and keep their results when the grid has none', async () => {
    const bytes = await smallWorkbook(
      '<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f t="array" ref="B1:B2">INCONNUE(A1:A2)</f><v>7</v></c></row>' +
        '<row r="2"><c r="A2"><v>6</v></c><c r="B2"><v>8</v></c></row>',
    );
    const opened = await open(bytes);
    const id = idOf(opened, 'Feuille');
    const saved = await changed(
      opened,
      (snapshot) => {
        setCell(snapshot, 'Feuille', 0, 1, { f: '=INCONNUE(A1:A2)', v: '#NAME?', t: 1 });
        setCell(snapshot, 'Feuille', 1, 0, { v: 60, t: 2 });
      },
      { spilled: { ranges: { [id]: {} }, cells: { [id]: {} } } },
    );
    expect(cellXml(saved, SHEET, 'B1')).toBe(
      '<c r="B1"><f t="array" ref="B1:B2">INCONNUE(A1:A2)</f><v>7</v></c>',
    );
    expect(cellXml(saved, SHEET, 'B2')).toBe('<c r="B2"><v>8</v></c>');
    expect(cellXml(saved, SHEET, 'A2')).toBe('<c r="A2"><v>60</v></c>');
  });

  it('stay plain when Excel would take one value of them', async () => {
    const bytes = await smallWorkbook(
      '<row r="1"><c r="B1" t="b"><f>ISERR({1,2,3})</f><v>0</v></c><c r="C1"><v>4</v></c></row>',
    );
    const opened = await open(bytes);
    const id = idOf(opened, 'Feuille');
    const spilled = {
      ranges: { [id]: { 0: { 1: { startRow: 0, startColumn: 1, endRow: 0, endColumn: 3 } } } },
      cells: { [id]: { 0: { 3: { v: 0, t: 3 } } } },
    };
    const saved = await changed(
      opened,
      (snapshot) => setCell(snapshot, 'Feuille', 0, 1, { f: '=ISERR({1,2,3})', v: '#SPILL!', t: 1 }),
      { spilled },
    );
    expect(changedParts(bytes, saved)).toEqual([]);
  });
});

describe('what the grid cannot calculate', () => {
  it('keeps its formula until its result is overwritten', async () => {
    const bytes = await smallWorkbook(
      '<row r="1"><c r="A1"><f>[1]Feuille!B2*2</f><v>12</v></c><c r="B1"><f>[1]Feuille!B3</f><v>5</v></c></row>',
    );
    const opened = await open(bytes);
    expect(opened.snapshot.sheets[idOf(opened, 'Feuille')]!.cellData![0]).toEqual({
      0: { v: 12, t: 2 },
      1: { v: 5, t: 2 },
    });
    expect(opened.remarks[0]).toMatch(/^2 formules .* dernier résultat/);
    const saved = await changed(opened, (snapshot) => {
      setCell(snapshot, 'Feuille', 0, 0, { v: 12, t: 2, s: { bl: 1 } });
      setCell(snapshot, 'Feuille', 0, 1, { v: 6, t: 2 });
    });
    expect(cellXml(saved, SHEET, 'A1')).toMatch(
      /<c r="A1" s="\d+"><f>\[1\]Feuille!B2\*2<\/f><v>12<\/v><\/c>/,
    );
    expect(cellXml(saved, SHEET, 'B1')).toBe('<c r="B1"><v>6</v></c>');
  });
});

describe('styles and layout', () => {
  it('writes only what differs from the style the cell had', async () => {
    const opened = await open(await foreignWorkbook());
    const before = opened.snapshot.sheets[idOf(opened, 'Synthèse')]!.cellData![3]![1]!;
    const look = opened.snapshot.styles[before.s as string]!;
    const saved = await changed(opened, (snapshot) => {
      snapshot.styles.neuf = { ...look, bl: 1, n: { pattern: '#,##0.000' } };
      setCell(snapshot, 'Synthèse', 3, 1, { ...before, s: 'neuf' });
      setCell(snapshot, 'Synthèse', 4, 1, { ...before, s: 'neuf' });
      setCell(snapshot, 'Synthèse', 50, 0, {
        v: 1,
        t: 2,
        s: { bg: { rgb: '#FFEE00' }, cl: { rgb: '#123456' } },
      });
    });
    expect(problems(saved)).toEqual([]);
    const count = (xml: string): number => Number(/<cellXfs count="(\d+)"/.exec(xml)![1]);
    const [first, second] = [opened.source.stylesheet.xml, textOf(saved, 'xl/styles.xml')];
    expect(count(second!) - count(first!)).toBe(2);
    const again = await open(saved);
    const cells = again.snapshot.sheets[idOf(again, 'Synthèse')]!.cellData!;
    const lookOf = (row: number, column: number): object =>
      again.snapshot.styles[cells[row]![column]!.s as string]!;
    expect(lookOf(3, 1)).toEqual({ ...look, bl: 1, n: { pattern: '#,##0.000' } });
    expect(cells[4]![1]!.s).toBe(cells[3]![1]!.s);
    expect(lookOf(50, 0)).toMatchObject({ bg: { rgb: '#FFEE00' }, cl: { rgb: '#123456' } });
  });

  it('writes widths, heights, hidden rows and columns, merges, frozen panes and tab colours that changed', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const saved = await changed(opened, (snapshot) => {
      const sheet = snapshot.sheets[idOf(opened, 'Synthèse')]!;
      sheet.columnData![1] = { ...sheet.columnData![1], w: 200 };
      sheet.columnData![2] = { ...sheet.columnData![2], hd: 1 };
      sheet.rowData![4] = { ...sheet.rowData![4], h: 40 };
      sheet.rowData![5] = { ...sheet.rowData![5], hd: 1 };
      sheet.mergeData = [{ startRow: 20, startColumn: 0, endRow: 21, endColumn: 1 }];
      sheet.freeze = { xSplit: 2, ySplit: 0, startRow: -1, startColumn: 2 };
      sheet.tabColor = '#00ff00';
      sheet.showGridlines = 1;
    });
    expect(problems(saved)).toEqual([]);
    const again = await open(saved);
    const sheet = again.snapshot.sheets[idOf(again, 'Synthèse')]!;
    expect(sheet.columnData).toMatchObject({
      0: opened.snapshot.sheets['feuille-2']!.columnData![0],
      1: { w: 200 },
      2: { hd: 1 },
    });
    expect(sheet.rowData).toMatchObject({ 4: { h: 40 }, 5: { hd: 1 } });
    expect(sheet.mergeData).toEqual([{ startRow: 20, startColumn: 0, endRow: 21, endColumn: 1 }]);
    expect(sheet).toMatchObject({ freeze: { xSplit: 2, ySplit: 0 }, tabColor: '#00FF00', showGridlines: 1 });
    expect(read(saved).Sheets['Synthèse']!['!merges']).toEqual([{ s: { r: 20, c: 0 }, e: { r: 21, c: 1 } }]);
  });
});
