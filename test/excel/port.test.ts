import * as excel from '../../src/excel';
import type { ExcelPort } from '../../src/taskpane/port';

/** The types are checked by the compiler: the pane may be given this layer as it is. */
const port: ExcelPort = excel;

test('everything that the pane asks for is here', () => {
  const asked: Record<keyof ExcelPort, true> = {
    listTables: true,
    readTable: true,
    readRange: true,
    writeCells: true,
    appendRows: true,
    insertSheets: true,
    selectCell: true,
    selection: true,
    onSelectionChanged: true,
    onChanged: true,
    precedents: true,
    onWaiting: true,
    setFormula: true,
    freezeValues: true,
    restoreFormulas: true,
    repairFunctions: true,
    workbookBytes: true,
    syntaxLocale: true,
  };
  for (const name of Object.keys(asked) as (keyof ExcelPort)[]) expect(port[name]).toBeInstanceOf(Function);
});
