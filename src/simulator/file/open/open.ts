import { LocaleType, type IWorkbookData } from '@univerjs/core';
import { WorkbookRefused, bytesSource, findWorkbook, inflatePortably, openArchive } from '../../../xlsx';
import { customWith } from '../extras/extras';
import { loadExtras } from '../extras/load';
import { CustomFunctionNames } from '../formulas/custom-functions';
import type { FileName, FileTable, OpenedWorkbook } from '../model';
import { PackageParts } from '../package/parts';
import { type WholeWorkbook, readWhole } from './whole';
import { readNames } from './names';
import { remarksOn } from './remarks';
import { resourcesOf } from './resources';
import { readTables } from './tables';
import { readWorksheet, type WorksheetReading } from './worksheet';
import { readWorkbook } from './workbook';

export interface OpenOptions {
  /** The add-in's functions as people write them (`IMPACT.LOYER_M2`): a file names them otherwise. */
  readonly functions?: readonly string[];
  /** Shown as the title of the workbook. */
  readonly name?: string;
}

/**
 * Opens an .xlsx for the grid: values, formulas, styles, layout, tables and names, and the lists of what the
 * grid does not show itself. Every part of the file is kept for `saveXlsx`.
 * Throws `WorkbookRefused`, with a message in French, when the file is no workbook, is damaged or looks hostile.
 */
export async function openXlsx(bytes: Uint8Array, options: OpenOptions = {}): Promise<OpenedWorkbook> {
  const parts = await PackageParts.open(bytes);
  const main = await findWorkbook(await openArchive(bytesSource(bytes), inflatePortably));
  try {
    return build(parts, main, options);
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    // Whatever a broken file makes fail, the person gets a sentence and not a stack.
    throw new WorkbookRefused('corrupt', error instanceof Error ? error.message : undefined);
  }
}

function build(parts: PackageParts, main: string, options: OpenOptions): OpenedWorkbook {
  const functions = new CustomFunctionNames(options.functions ?? []);
  const workbook = readWorkbook(parts, main);
  const whole = readWhole(parts, main, functions);
  const ids = workbook.tabs.map((tab, index) => (tab.isWorksheet ? `feuille-${index + 1}` : undefined));
  const tabs = workbook.tabs.flatMap((tab, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ ...tab, id }];
  });
  const tables = tabs.flatMap((tab) => readTables(parts, tab));
  const sheets = tabs.map((tab) => readWorksheet(tab, whole, tables));
  const names = readNames(workbook, ids, { tables, functions });
  const extras = loadExtras(sheets, tables);
  const snapshot = snapshotOf(options.name ?? 'Classeur', whole, sheets, tables, names);
  return {
    snapshot: { ...snapshot, custom: customWith(structuredClone(extras)) },
    tables,
    names,
    validations: sheets.flatMap((one) => one.validations),
    highlights: sheets.flatMap((one) => one.highlights),
    notes: sheets.flatMap((one) => one.notes),
    links: sheets.flatMap((one) => one.links),
    drawings: sheets.flatMap((one) => one.drawings),
    remarks: remarksOn(
      workbook,
      sheets.reduce((sum, one) => sum + one.keptFormulas, 0),
      sheets.reduce((sum, one) => sum + one.drawings.length, 0),
    ),
    source: {
      parts,
      main,
      sheets: sheets.map((one) => one.source),
      stylesheet: whole.stylesheet,
      functions,
      strings: whole.strings,
      extras,
    },
  };
}

/** Univer remembers formulas by the id of their workbook: two workbooks must not share it, even one after the other. */
let count = 0;

function snapshotOf(
  name: string,
  { stylesheet }: WholeWorkbook,
  sheets: readonly WorksheetReading[],
  tables: readonly FileTable[],
  names: readonly FileName[],
): IWorkbookData {
  return {
    id: `classeur-${(count += 1)}`,
    name,
    appVersion: '',
    locale: LocaleType.FR_FR,
    styles: Object.fromEntries(stylesheet.looks.map((look, index) => [`x${index}`, structuredClone(look)])),
    sheetOrder: sheets.map((one) => one.source.id),
    // A cell without a style has the first one of the file, whose font is rarely that of the grid. The grid takes it from
    // the sheet, not from the workbook.
    sheets: Object.fromEntries(sheets.map((one) => [one.source.id, { ...one.data, defaultStyle: 'x0' }])),
    resources: resourcesOf(tables, names),
  };
}
