import type { IWorkbookData } from '@univerjs/core';
import { read } from '@e965/xlsx';
import { readXlsx } from 'hucre';
import { structureProblems } from '../../support/xlsx-structure';
import {
  cellXml,
  changed,
  changedParts,
  foreignWorkbook,
  idOf,
  open,
  partsOf,
  setCell,
  textOf,
} from './support';

interface TableJson {
  id: string;
  name: string;
  range: { startRow: number; startColumn: number; endRow: number; endColumn: number };
  columns: { id: string; displayName: string }[];
}

function editResource<T>(snapshot: IWorkbookData, name: string, edit: (value: T) => void): void {
  const resource = snapshot.resources!.find((one) => one.name === name)!;
  const value = JSON.parse(resource.data) as T;
  edit(value);
  resource.data = JSON.stringify(value);
}

const editTables = (
  snapshot: IWorkbookData,
  edit: (tables: Record<string, { tables: TableJson[] }>) => void,
): void => editResource(snapshot, 'SHEET_TABLE_PLUGIN', edit);

const DATA = "Données d'essai";
const DATA_PART = 'xl/worksheets/sheet3.xml';

describe('tables', () => {
  it('grow, and take the headings of their cells', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const saved = await changed(opened, (snapshot) => {
      const id = idOf(opened, DATA);
      editTables(snapshot, (tables) => {
        const [table] = tables[id]!.tables;
        table!.range.endRow += 1;
        table!.range.endColumn += 1;
        table!.columns.push({ id: 'new', displayName: 'Colonne5' });
      });
      setCell(snapshot, DATA, 0, 1, { v: "Nom d'usage\nlong", t: 1 });
      setCell(snapshot, DATA, 0, 4, { v: 2026, t: 2 });
      setCell(snapshot, DATA, 6, 0, { v: 'f', t: 1 });
    });
    expect(structureProblems(saved)).toEqual([]);
    const xml = textOf(saved, 'xl/tables/table1.xml');
    expect(xml).toContain('ref="A1:E7"');
    expect(xml).toContain('<autoFilter ref="A1:E7"/>');
    // The column keeps what the grid does not know.
    expect(xml).toMatch(/name="Double"[^>]*><calculatedColumnFormula>/);
    const again = await open(saved);
    expect(again.tables[0]).toMatchObject({
      name: 'IMPACT_ESSAI',
      headings: ['Code', "Nom d'usage\nlong", 'Valeur "v"', 'Double', '2026'],
    });
    expect(read(saved).Sheets[DATA]!['E1']).toMatchObject({ t: 's', v: '2026' });
  });

  it('are added and taken away', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const saved = await changed(opened, (snapshot) => {
      editTables(snapshot, (tables) => {
        tables[idOf(opened, DATA)]!.tables = [];
        tables[idOf(opened, 'Synthèse')] = {
          tables: [
            {
              id: 'neuve',
              name: 'T_NEUVE',
              range: { startRow: 59, startColumn: 0, endRow: 60, endColumn: 1 },
              columns: [
                { id: 'a', displayName: 'Année' },
                { id: 'b', displayName: 'Montant' },
              ],
            },
          ],
        };
      });
      setCell(snapshot, 'Synthèse', 59, 0, { v: 'Année', t: 1 });
      setCell(snapshot, 'Synthèse', 59, 1, { v: 'Montant', t: 1 });
      setCell(snapshot, 'Synthèse', 60, 0, { v: 2026, t: 2 });
      setCell(snapshot, 'Synthèse', 62, 0, { f: '=SUM(T_NEUVE[Montant])', v: 0, t: 2 });
      // What named the old table no longer can.
      for (let row = 1; row < 6; row++) setCell(snapshot, DATA, row, 3, { v: 1, t: 2 });
    });
    expect(structureProblems(saved)).toEqual([]);
    const tables = [...partsOf(saved).keys()].filter((path) => path.startsWith('xl/tables/'));
    expect(tables).toHaveLength(1);
    const book = await readXlsx(saved);
    const sheet = book.sheets.find((one) => one.name === 'Synthèse')!;
    expect(sheet.tables?.map((one) => one.name)).toEqual(['T_NEUVE']);
    expect(textOf(saved, DATA_PART)).not.toContain('tablePart');
  });
});

describe('sheets', () => {
  it('are added, renamed, hidden and put in another order', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const saved = await changed(opened, (snapshot) => {
      snapshot.sheets[idOf(opened, DATA)]!.name = 'Données & co';
      snapshot.sheets[idOf(opened, 'Cachée')]!.hidden = 0;
      snapshot.sheets.neuve = { id: 'neuve', name: 'Nouvelle <1>', cellData: { 1: { 2: { v: 'x', t: 1 } } } };
      snapshot.sheetOrder = ['neuve', ...[...snapshot.sheetOrder].reverse()];
    });
    expect(structureProblems(saved)).toEqual([]);
    const book = read(saved, { bookSheets: false });
    expect(book.SheetNames).toEqual(['Nouvelle <1>', 'Données & co', 'Synthèse', 'Cachée']);
    expect(book.Workbook!.Sheets!.map((one) => one.Hidden)).toEqual([0, 0, 0, 0]);
    expect(book.Sheets['Nouvelle <1>']!['C2']).toMatchObject({ t: 's', v: 'x' });
    // The link, the name and the print titles follow.
    const names = Object.fromEntries(book.Workbook!.Names!.map((one) => [one.Name, one]));
    expect(names['taux']!.Ref).toBe("'Données & co'!$F$1");
    expect(names['_xlnm.Print_Titles']).toMatchObject({ Sheet: 2 });
  });

  it('are deleted with all that is theirs', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const saved = await changed(opened, (snapshot) => {
      snapshot.sheetOrder = snapshot.sheetOrder.filter((id) => id !== idOf(opened, 'Synthèse'));
      delete snapshot.sheets[idOf(opened, 'Synthèse')];
    });
    expect(structureProblems(saved)).toEqual([]);
    const left = [...partsOf(saved).keys()];
    expect(left.filter((path) => /chart|drawing1\.xml$/.test(path))).toEqual([]);
    expect(left).toEqual(expect.arrayContaining(['xl/tables/table1.xml', 'customXml/item1.xml']));
    expect(read(saved).Workbook!.Names!.map((one) => one.Name)).toEqual(['taux']);
  });
});

describe('names', () => {
  it('are added, changed and taken away', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    expect(opened.names).toMatchObject([
      { name: 'taux', refersTo: "'Données d''essai'!$F$1", sheetId: undefined },
    ]);
    const edit = (change: (names: Record<string, object>) => void): Promise<Uint8Array> =>
      changed(opened, (snapshot) => editResource(snapshot, 'SHEET_DEFINED_NAME_PLUGIN', change));
    const id = opened.names[0]!.id;
    const saved = await edit((names) => {
      names[id] = { ...names[id], formulaOrRefString: 'Synthèse!$B$4' };
      names.neuf = {
        id: 'neuf',
        name: 'local',
        formulaOrRefString: '=SUM(Synthèse!$B$4:$B$8)',
        localSheetId: idOf(opened, 'Synthèse'),
      };
    });
    expect(structureProblems(saved)).toEqual([]);
    const names = read(saved).Workbook!.Names!;
    expect(names.find((one) => one.Name === 'taux')!.Ref).toBe("'Synthèse'!$B$4");
    expect(names.find((one) => one.Name === 'local')).toMatchObject({
      Sheet: 1,
      Ref: 'SUM(Synthèse!$B$4:$B$8)',
    });
    const without = await edit((all) => {
      delete all[id];
    });
    expect(read(without).Workbook!.Names!.map((one) => one.Name)).not.toContain('taux');
    expect(changedParts(bytes, without)).toEqual(['xl/workbook.xml']);
  });
});

describe('inserted and deleted rows', () => {
  /** What the grid does when people insert rows: cells, heights and marks go down together. */
  function insertRows(snapshot: IWorkbookData, id: string, at: number, count: number): void {
    const sheet = snapshot.sheets[id]!;
    const move = (lines: Record<number, unknown>): Record<number, unknown> =>
      Object.fromEntries(
        Object.entries(lines).map(([row, line]) => [Number(row) >= at ? Number(row) + count : row, line]),
      );
    sheet.cellData = move(sheet.cellData!) as never;
    sheet.rowData = move(sheet.rowData!) as never;
  }

  it('take rules, links, notes, charts and print titles along', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const id = idOf(opened, 'Synthèse');
    const saved = await changed(opened, (snapshot) => insertRows(snapshot, id, 2, 3));
    const path = 'xl/worksheets/sheet2.xml';
    const [before, after] = [textOf(bytes, path), textOf(saved, path)];
    expect(before).toContain('<conditionalFormatting sqref="D4:D8">');
    expect(after).toContain('<conditionalFormatting sqref="D7:D11">');
    expect(after).toContain('<formula>D7&gt;0.25</formula>');
    expect(after).toContain('<formula>$D7&lt;0.1</formula>');
    expect(cellXml(saved, path, 'B7')).toBe(cellXml(bytes, path, 'B4')!.replace('"B4"', '"B7"'));
    const again = await open(saved);
    expect(again.notes.find((one) => one.sheetId === id)).toMatchObject({ row: 6, column: 0 });
    expect(again.links.map((one) => one.range.firstRow)).toEqual(
      opened.links.map((one) => one.range.firstRow),
    );
    expect(again.drawings.map((one) => one.covers.firstRow)).toEqual(
      opened.drawings.map((one) => one.covers.firstRow + (one.covers.firstRow >= 2 ? 3 : 0)),
    );
    const charts = [...partsOf(saved).keys()].filter((one) => one.startsWith('xl/charts/chart'));
    for (const chart of charts) {
      const formulas = [...textOf(saved, chart).matchAll(/<c:f>([^<]*)<\/c:f>/g)].map((one) => one[1]!);
      expect(formulas.filter((one) => one.includes('$4:'))).toEqual([]);
    }
    expect(
      textOf(saved, 'xl/drawings/vmlDrawing2.vml') + textOf(saved, 'xl/drawings/vmlDrawing1.vml'),
    ).toContain('<x:Row>6</x:Row>');
    const names = read(saved).Workbook!.Names!;
    expect(names.find((one) => one.Name === '_xlnm.Print_Titles')!.Ref).toBe("'Synthèse'!$1:$6");
  });

  it('shrink what was on them', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const id = idOf(opened, 'Synthèse');
    const saved = await changed(opened, (snapshot) => {
      const sheet = snapshot.sheets[id]!;
      // Rows 4 and 5 (the first with a note) are deleted.
      for (const lines of [sheet.cellData, sheet.rowData] as Record<number, unknown>[]) {
        for (const row of Object.keys(lines)
          .map(Number)
          .sort((a, b) => a - b)) {
          const line = lines[row];
          delete lines[row];
          if (row < 3) lines[row] = line;
          if (row > 4) lines[row - 2] = line;
        }
      }
    });
    expect(textOf(saved, 'xl/worksheets/sheet2.xml')).toContain('<conditionalFormatting sqref="D4:D6">');
    const again = await open(saved);
    expect(again.notes.filter((one) => one.sheetId === id)).toEqual([]);
    expect(structureProblems(saved).filter((one) => !one.includes('points'))).toEqual([]);
  });
});
