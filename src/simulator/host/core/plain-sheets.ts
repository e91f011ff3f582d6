import {
  CommandType,
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type Injector,
  type Nullable,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { bySheet } from './by-sheet';

/** Mutations of sheets that bring no formula to one that is there: they change looks, tables, or the list of sheets. */
const HARMLESS: readonly RegExp[] = [
  /^sheet\.mutation\.(?:set-worksheet|set-selection|set-row|set-col|set-tab|set-frozen|insert-sheet|remove-sheet)/u,
  /^sheet\.mutation\.(?:add|set|delete)-(?:sheet-)?table/u,
];

/** Those of the texts being typed, of comments, of formulas themselves have other names. */
const mayBringFormulas = (id: string): boolean =>
  id.startsWith('sheet.mutation.') && !HARMLESS.some((one) => one.test(id));

const NOTHING = {};

/** Once for each Univer, whatever workbooks are opened in it. */
const quickened = new WeakSet<FormulaDataModel>();

/**
 * At every write and before every calculation Univer looks through all cells of the workbook for formulas: filling a
 * sheet part by part takes the square of it. A sheet known to hold no formula is not looked through again, as long as
 * what is written or moved there holds none.
 */
export function quickenPlainSheets(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  if (quickened.has(model)) return;
  quickened.add(model);
  const commands = injector.get(ICommandService);
  const instances = injector.get(IUniverInstanceService);
  const update = model.updateFormulaData.bind(model);
  const formulasOf = model.getSheetFormulaData.bind(model);
  // The sheets themselves: another workbook may use the same names for its own.
  let plain = new WeakSet<Worksheet>();
  const sheetOf = (unitId: string, sheetId: string): Nullable<Worksheet> =>
    instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET)?.getSheetBySheetId(sheetId);

  model.getSheetFormulaData = (unitId, sheetId) => {
    const sheet = sheetOf(unitId, sheetId);
    if (sheet && plain.has(sheet)) return {};
    const found = formulasOf(unitId, sheetId);
    if (sheet && isEmpty(found)) plain.add(sheet);
    return found;
  };
  model.getFormulaData = () =>
    bySheet(instances, (sheet) => model.getSheetFormulaData(sheet.getUnitId(), sheet.getSheetId()));
  model.updateFormulaData = (unitId, sheetId, cellValue) => {
    const sheet = sheetOf(unitId, sheetId);
    const isPlain = !holdsFormula(cellValue);
    if (isPlain && sheet && plain.has(sheet)) return NOTHING;
    const updated = update(unitId, sheetId, cellValue);
    // The cells are not written yet: what was just looked through is not what will be there.
    if (sheet && !isPlain) plain.delete(sheet);
    return updated;
  };
  /** A sheet that cells come to from another, or whose mutation says nothing of sheets, is looked through again. */
  const forget = (params: unknown): void => {
    const names = sheetsNamed(params);
    const sheets = names.sheetIds.map((sheetId) => sheetOf(names.unitId, sheetId));
    if (sheets.length === 0) plain = new WeakSet();
    // Cells that move within sheets without formulas bring none, unless Undo gives back what is there no more.
    else if (names.hold || !sheets.every((one) => one && plain.has(one)))
      for (const one of sheets) if (one) plain.delete(one);
  };
  commands.beforeCommandExecuted(({ id, type, params }) => {
    if (type !== CommandType.MUTATION) return;
    if (id !== SetRangeValuesMutation.id) {
      if (mayBringFormulas(id)) forget(params);
      return;
    }
    const { unitId, subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const sheet = sheetOf(unitId, subUnitId);
    if (sheet && plain.has(sheet) && holdsFormula(cellValue)) plain.delete(sheet);
  });
  commands.onCommandExecuted(({ id, type, params }) => {
    if (type !== CommandType.MUTATION || id === SetRangeValuesMutation.id) return;
    if (mayBringFormulas(id)) forget(params);
  });
}

interface NamesSheets {
  readonly unitId?: string;
  readonly subUnitId?: string;
  /** Where cells move from, and to. */
  readonly from?: { readonly subUnitId?: string; readonly value?: Cells };
  readonly to?: { readonly subUnitId?: string; readonly value?: Cells };
}

/** The sheets that a mutation says it changes, and whether it brings formulas itself. */
function sheetsNamed(params: unknown) {
  const { unitId = '', subUnitId, from, to } = (params ?? {}) as NamesSheets;
  const sheetIds = [subUnitId, from?.subUnitId, to?.subUnitId].filter((one) => typeof one === 'string');
  return { unitId, sheetIds, hold: holdsFormula(from?.value) || holdsFormula(to?.value) };
}

type Cells = Parameters<FormulaDataModel['updateFormulaData']>[2];

function holdsFormula(cells: Cells | null | undefined): boolean {
  for (const row in cells) {
    const line = cells[Number(row)] as Record<number, Nullable<ICellData>> | null | undefined;
    for (const column in line) {
      const cell = line[Number(column)];
      if (cell && (cell.f || cell.si)) return true;
    }
  }
  return false;
}

const isEmpty = (formulas: Nullable<Record<number, Nullable<object>>>): boolean =>
  Object.values(formulas ?? {}).every((row) => Object.keys(row ?? {}).length === 0);
