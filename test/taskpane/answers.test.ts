import { bytesSource, openWorkbook, writeWorkbook } from '../../src/xlsx';
import { buildConsolidationWorkbook } from '../../src/consolidation';
import { readStudyData, sourceOfConsolidation, type StudySource } from '../../src/study';
import { tableNames, type TableName } from '../../src/contribution';
import type { CellContent, TableContent } from '../../src/excel';
import { prepareFile } from '../../src/taskpane/actions';
import { loadEngine } from '../../src/taskpane/engine';
import type { ExcelPort } from '../../src/taskpane/port';
import { viewOf } from '../../src/taskpane/session/read-workbook';
import { missingTables } from '../../src/taskpane/tasks/start/missing-tables';
import { progressOf } from '../../src/taskpane/tasks/start/steps';
import { answersFile, questionsInTheFiles } from './support';

/** The tables of a closed file as the pane reads those of the open one. */
async function tablesIn(bytes: Uint8Array): Promise<ReadonlyMap<TableName, TableContent>> {
  const workbook = await openWorkbook(bytesSource(bytes));
  const found = Object.values(tableNames).filter((name) => workbook.tables.some((one) => one.name === name));
  const read = await Promise.all(
    found.map(async (name): Promise<[TableName, TableContent]> => {
      const table = await workbook.readTable(name);
      const { sheet, columns, rowCount } = table;
      const grid = <T>(of: (row: number, column: number) => T): T[][] =>
        Array.from({ length: rowCount }, (_, row) => columns.map((__, column) => of(row, column)));
      const rows = grid((row, column) => (table.cell(row, column) ?? null) as CellContent);
      const cells = grid((row, column) => table.address(row, column));
      return [name, { name, sheet, address: '', headings: columns, rows, rowCount, cells }];
    }),
  );
  return new Map(read);
}

test('identity and figures are missing when they are not there; what may be left out is only offered', async () => {
  const engine = await loadEngine();
  const tables = await tablesIn(await answersFile([]));
  const without = new Map(tables);
  without.delete('IMPACT_DONNEES');
  const optional = ['IMPACT_TRAVAUX'];
  expect(missingTables({ kind: 'landlord', tables }, engine)).toEqual({ missing: [], optional });
  expect(missingTables({ kind: 'landlord', tables: without }, engine)).toEqual({
    missing: ['IMPACT_DONNEES'],
    optional,
  });
});

test('the pane and the file it prepares count the same answers and the same remarks', async () => {
  const engine = await loadEngine();
  const bytes = await answersFile([
    ['nb_lls', 2024, 'REG:28', 1000],
    // A data point that has the name of a table of rows: two questions.
    ['loyers', 2024, 'REG:28', 'beaucoup'],
    // Twice the same figure is an answer; two different ones are none, and to correct.
    ['nb_individuel', 2024, 'REG:28', 400],
    ['nb_individuel', 2024, '', 400],
    ['nb_collectif', 2024, 'REG:28', 600],
    ['nb_collectif', 2024, 'REG:28', 601],
    ['nb_eq_foyer', 2024, 'REG:28', 'ND'],
    // One territory left blank among those that are filled.
    ['nb_occupants', 2024, 'DEP:14', 10],
    ['nb_occupants', 2024, 'DEP:76', ''],
    ['nb_occupes', 2024, 'COM:99999', 3],
    ['nb_loues', 2023, 'REG:28', 3],
  ]);
  const port = { workbookBytes: () => Promise.resolve(bytes) } as Partial<ExcelPort> as ExcelPort;
  const file = await prepareFile.perform(undefined, { port, engine, work: {}, now: () => new Date() });
  const { contribution, ...view } = viewOf(await tablesIn(bytes), engine);
  if (!contribution) throw new Error('The workbook cannot be read.');
  const pane = progressOf({ ...view, contribution }, contribution, engine);
  // nb_lls, nb_individuel, nb_eq_foyer, the rent cells and the list.
  expect([file.answers, pane.answered, pane.total]).toEqual([5, 5, questionsInTheFiles()]);
  // Words for a number, two figures that differ, an unknown municipality.
  expect([file.blocking, pane.blocking]).toEqual([3, 3]);
  expect(file.warnings).toBe(pane.warnings);
});

test('a study takes from the pane what it would read in the workbook of the command line', async () => {
  const engine = await loadEngine();
  const tables = await tablesIn(
    await answersFile([
      ['nb_lls', 2024, 'REG:28', 1000],
      ['nb_individuel', 2024, 'REG:28', 400],
      ['nb_occupants', 2024, 'REG:28', 'ND'],
      ['nb_attributions', 2024, 'DEP:76', 50],
    ]),
  );
  const { consolidation } = viewOf(tables, engine);
  if (!consolidation) throw new Error('no consolidation');
  const written = await writeWorkbook(buildConsolidationWorkbook(consolidation));
  const workbook = await openWorkbook(bytesSource(written));
  const { sources } = await readStudyData([{ name: 'x.xlsx', workbook }], engine.catalogue);
  const held = sourceOfConsolidation(consolidation, 'x.xlsx');
  const figures = ({ cells }: StudySource) =>
    cells.map(({ code, territory, value, low, high, respondents, expected, status }) =>
      [code, territory, value, low, high, respondents, expected, status].join(' '),
    );
  expect(figures(held)).toEqual(figures(sources[0]));
  expect(held.cells.find(({ code }) => code === 'CTX-05')?.value).toBe(0.4);
  expect(held.references).toEqual(sources[0].references);
  expect([held.territory, held.year, held.internal]).toEqual(['REG:28', 2024, true]);
});
