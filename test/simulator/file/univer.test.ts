import {
  ICommandService,
  IUniverInstanceService,
  LocaleService,
  LocaleType,
  UniverInstanceType,
  type Univer,
  type Workbook,
} from '@univerjs/core';
import { InsertRowCommand, RemoveRowCommand, SetRangeValuesCommand } from '@univerjs/sheets';
import { catalogue } from '../../../src/catalogue';
import { sampleRegion } from '../../../src/sample';
import { openInUniver, saveFromUniver, type OpenedWorkbook } from '../../../src/simulator/file';
import { createHost, type Host } from '../../../src/simulator/host/host';
import { EXTRAS_KEY } from '../../../src/simulator/host/model/extras';
import { installPolyfills } from '../../../src/simulator/host/core/polyfills';
import { trackRecalculation } from '../../../src/simulator/host/core/recalculation';
import { createHeadlessUniver } from '../../../src/simulator/host/core/univer';
import { writeWorkbook, type WorkbookModel } from '../../../src/xlsx';
import { itWithLibreOffice, recalculate } from '../../support/libreoffice';
import { structureProblems } from '../../support/xlsx-structure';
import { cellXml, changedParts, foreignWorkbook, idOf, open, textOf, withParts } from './support';

installPolyfills();
let univer: Univer;
let host: Host | undefined;
beforeEach(() => {
  univer = createHeadlessUniver();
  // A long calculation announces itself, in words that a test does not have.
  univer
    .__getInjector()
    .get(LocaleService)
    .load({ [LocaleType.FR_FR]: {} });
});
afterEach(() => {
  host?.dispose();
  univer.dispose();
});

interface Session {
  readonly opened: OpenedWorkbook;
  /** Sets cells of a sheet (zero-based row and column, then the formula or value) and waits for the results. */
  set(sheet: string, cells: readonly (readonly [number, number, string | number])[]): Promise<void>;
  run(command: string, params: object): Promise<void>;
  /** Takes the protection off every sheet, without which a person changes nothing there. */
  unprotect(): void;
  value(sheet: string, row: number, column: number): unknown;
  save(): Promise<Uint8Array>;
}

async function session(bytes: Uint8Array): Promise<Session> {
  const opened = await open(bytes);
  const unitId = openInUniver(univer, opened);
  host = createHost({ univer, unitId });
  const injector = univer.__getInjector();
  const recalculation = trackRecalculation(injector, unitId);
  const workbook = injector
    .get(IUniverInstanceService)
    .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)!;
  const commands = injector.get(ICommandService);
  const idIn = (sheet: string): string => idOf(opened, sheet);
  const run = async (command: string, params: object): Promise<void> => {
    await commands.executeCommand(command, { unitId, ...params });
    await recalculation.settled();
  };
  // The first calculation starts by itself.
  await new Promise((resolve) => setTimeout(resolve, 400));
  return {
    opened,
    run,
    unprotect: () => {
      const custom = workbook.getCustomMetadata() as Record<string, object>;
      workbook.setCustomMetadata({ ...custom, [EXTRAS_KEY]: { ...custom[EXTRAS_KEY], protections: {} } });
    },
    set: async (sheet, cells) => {
      for (const [row, column, content] of cells) {
        const cell = typeof content === 'number' ? { v: content, t: 2, f: null } : { f: content };
        const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        await run(SetRangeValuesCommand.id, {
          subUnitId: idIn(sheet),
          range,
          value: { [row]: { [column]: cell } },
        });
      }
    },
    value: (sheet, row, column) =>
      workbook.getSheetBySheetId(idIn(sheet))!.getCellMatrix().getValue(row, column)?.v,
    save: () => saveFromUniver(univer, unitId, opened),
  };
}

async function sample(): Promise<Uint8Array> {
  const { files } = sampleRegion('normandie', catalogue);
  const file = files.find((one) => one.path.endsWith('seine-vallon.xlsx'))!;
  return writeWorkbook(file.content as WorkbookModel);
}

const DATA = "Données d'essai";

describe('in the grid', () => {
  it('an untouched workbook is given back part by part', async () => {
    const bytes = await foreignWorkbook();
    const { save } = await session(bytes);
    expect(changedParts(bytes, await save())).toEqual([]);
  });

  it('a changed cell recalculates formulas with tables, names and headings with apostrophes', async () => {
    const { set, unprotect, value, save } = await session(await foreignWorkbook());
    unprotect();
    await set(DATA, [
      [2, 2, 100],
      [0, 5, 0.25],
      [20, 0, '=SUM(IMPACT＿ESSAI[Double])'],
      [20, 1, '=SEQUENCE(2)*10'],
    ]);
    // Double = Valeur × 2: 0, 200, 6, 9, 12.
    expect(value(DATA, 2, 3)).toBe(200);
    expect(value(DATA, 20, 0)).toBe(227);
    expect(value(DATA, 6, 4)).toBe(0.5);
    const saved = await save();
    const path = 'xl/worksheets/sheet3.xml';
    expect(cellXml(saved, path, 'D3')).toMatch(/This Row\],\[Valeur "v"\]\]\*2<\/f><v>200<\/v>/);
    expect(cellXml(saved, path, 'A21')).toContain('<f>SUM(IMPACT_ESSAI[Double])</f><v>227</v>');
    expect(cellXml(saved, path, 'B21')).toMatch(
      /cm="1"><f t="array" ref="B21:B22">_xlfn.SEQUENCE\(2\)\*10<\/f><v>10/,
    );
    expect(cellXml(saved, path, 'B22')).toBe('<c r="B22"><v>20</v></c>');
    expect(structureProblems(saved).filter((one) => !one.includes('shared or array formula'))).toEqual([]);
  });

  it('inserted and deleted rows are told from the others', async () => {
    const { run, save, opened } = await session(await foreignWorkbook());
    const subUnitId = idOf(opened, 'Synthèse');
    const rows = (startRow: number, endRow: number): object => ({
      range: { startRow, endRow, startColumn: 0, endColumn: 9, rangeType: 1 },
    });
    await run(InsertRowCommand.id, { subUnitId, direction: 0, ...rows(2, 3) });
    await run(RemoveRowCommand.id, { subUnitId, ...rows(8, 8) });
    const saved = await save();
    expect(structureProblems(saved).filter((one) => !one.includes('points'))).toEqual([]);
    const xml = textOf(saved, 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('<conditionalFormatting sqref="D6:D9">');
    expect(xml).toContain('<formula>D6&gt;0.25</formula>');
    expect(cellXml(saved, 'xl/worksheets/sheet2.xml', 'C6')).toContain('<f>B6*1.1</f>');
    expect((await open(saved)).notes.find((one) => one.sheetId === subUnitId)).toMatchObject({ row: 5 });
  });

  it('the sample landlord workbook opens, calculates as its writer did, and comes back', async () => {
    const bytes = await sample();
    const { opened, set, value, save } = await session(bytes);
    expect(changedParts(bytes, await save())).toEqual([]);
    const parc = opened.tables.find((one) => one.name === 'T_PARC')!;
    const column = parc.block.firstColumn + parc.headings.indexOf('NB_LOGEMENTS');
    const before = value('Données', 3, 4) as number;
    const homes = value('PARC', 1, column) as number;
    await set('PARC', [[1, column, homes + 1000]]);
    expect(value('Données', 3, 4)).toBe(before + 1000);
    const saved = await save();
    expect(cellXml(saved, 'xl/worksheets/sheet2.xml', 'E4')).toContain(`<v>${before + 1000}</v>`);
    expect(structureProblems(saved)).toEqual([]);
  }, 60_000);
});

describe('in LibreOffice', () => {
  itWithLibreOffice('a saved workbook opens and calculates to the values stored', async () => {
    const { set, unprotect, save } = await session(await foreignWorkbook());
    unprotect();
    await set(DATA, [
      [2, 2, 100],
      [20, 0, '=SUM(IMPACT＿ESSAI[Double])'],
      [21, 0, '=TEXTJOIN("-",TRUE,IMPACT＿ESSAI[Double])'],
    ]);
    const values = (await recalculate(await save())).get(DATA)!;
    expect(values[2]![3]).toBe(200);
    expect(values[20]![0]).toBe(227);
    expect(values[21]![0]).toBe('0-200-6-9-12');
  });
});

test('a cell without a style is written in the first font of the file, also after a save', async () => {
  const bytes = await foreignWorkbook();
  const styles = textOf(bytes, 'xl/styles.xml');
  const [first] = /<font>.*?<\/font>/u.exec(styles) ?? [''];
  const other = first.replace(/<name val="[^"]*"\/>/u, '<name val="Georgia"/>');
  const opened = await open(withParts(bytes, { 'xl/styles.xml': styles.replace(first, other) }));
  const unitId = openInUniver(univer, opened);
  host = createHost({ univer, unitId });
  const workbook = univer
    .__getInjector()
    .get(IUniverInstanceService)
    .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)!;
  const font = () => workbook.getSheets().map((sheet) => sheet.getComposedCellStyle(900, 20).ff);
  const expected = workbook.getSheets().map(() => 'Georgia');
  expect(font()).toEqual(expected);
  await saveFromUniver(univer, unitId, opened);
  expect(font()).toEqual(expected);
});

test('a row without a height of its own is as high as its largest font, and stays without one in the file', async () => {
  const rows = [
    { cells: [{ value: 'Titre', style: { bold: true, size: 14 } }] },
    { cells: [{ value: 'Texte' }] },
    { cells: [{ value: 'Haut', style: { size: 14 } }], height: 60 },
  ];
  const bytes = await writeWorkbook({
    title: 't',
    creator: 'c',
    modified: new Date(0),
    sheets: [{ name: 'A', columns: [], rows }],
  });
  const opened = await open(bytes);
  const [sheet] = Object.values(opened.snapshot.sheets);
  // Excel gives 18.75 points to a row of Calibri 14: 25 pixels at 96 to 72 points; 60 points are 80 pixels.
  expect([0, 1, 2].map((row) => sheet?.rowData?.[row]?.h)).toEqual([25, undefined, 80]);
  const unitId = openInUniver(univer, opened);
  host = createHost({ univer, unitId });
  expect(changedParts(bytes, await saveFromUniver(univer, unitId, opened))).toEqual([]);
});
