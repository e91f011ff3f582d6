import { CommandType, ICommandService, type ICellData, type Injector, type Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';

/** Mutations that bring no formula to a sheet. */
const HARMLESS: readonly RegExp[] = [
  /^sheet\.mutation\.(?:set-worksheet|set-table|set-sheet-table|set-selection|set-row|set-col)/u,
  /^formula\.mutation\./u,
];

const NOTHING = {};

/** Once for each Univer, whatever workbooks are opened in it. */
const quickened = new WeakSet<FormulaDataModel>();

/**
 * At every write Univer looks through all cells of the workbook for formulas: filling a sheet of 100,000 cells part by
 * part takes the square of it. A sheet known to hold no formula is not looked through again, as long as what is written
 * there holds none; anything else than values and looks makes all sheets unknown again.
 */
export function quickenPlainSheets(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  if (quickened.has(model)) return;
  quickened.add(model);
  const commands = injector.get(ICommandService);
  const update = model.updateFormulaData.bind(model);
  const plain = new Set<string>();
  model.updateFormulaData = (unitId, sheetId, cellValue) => {
    const key = `${unitId} ${sheetId}`;
    const isPlain = !holdsFormula(cellValue);
    if (isPlain && plain.has(key)) return NOTHING;
    const updated = update(unitId, sheetId, cellValue);
    plain.delete(key);
    if (isPlain && Object.keys(updated ?? {}).length === 0 && !hasFormula(model, unitId, sheetId))
      plain.add(key);
    return updated;
  };
  commands.onCommandExecuted(({ id, type }) => {
    if (type !== CommandType.MUTATION || id === SetRangeValuesMutation.id) return;
    if (!HARMLESS.some((one) => one.test(id))) plain.clear();
  });
}

type Cells = Parameters<FormulaDataModel['updateFormulaData']>[2];

function holdsFormula(cells: Cells): boolean {
  return Object.values(cells ?? {}).some((row) =>
    Object.values((row ?? {}) as Record<number, Nullable<ICellData>>).some(
      (cell) => Boolean(cell?.f) || Boolean(cell?.si),
    ),
  );
}

const hasFormula = (model: FormulaDataModel, unitId: string, sheetId: string): boolean =>
  Object.values(model.getSheetFormulaData(unitId, sheetId) ?? {}).some(
    (row) => Object.keys(row ?? {}).length > 0,
  );
