import {
  CellValueType,
  ICommandService,
  LifecycleService,
  LifecycleStages,
  type ICellData,
  type Univer,
  type Workbook,
} from '@univerjs/core';
import { SetSelectionsOperation, SheetsSelectionsService } from '@univerjs/sheets';
import { element } from './element';

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);

/** A value as a French Excel shows it; the grid has numbers, texts, and 0 or 1 for what is true or false. */
function shownOf(cell: ICellData | undefined): string {
  const { v: value, t: type } = cell ?? {};
  if (value === undefined || value === null || value === '') return 'vide';
  if (type === CellValueType.BOOLEAN) return Number(value) === 1 ? 'VRAI' : 'FAUX';
  return typeof value === 'number' ? value.toLocaleString('fr-FR') : String(value);
}

/**
 * Tells the grid once more which cell is active, when all its parts are drawn: the name box and the formula bar come
 * after the first selection and stay blank until the next.
 */
export async function showSelection(univer: Univer): Promise<void> {
  const injector = univer.__getInjector();
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const selections = injector.get(SheetsSelectionsService);
  const location = selections.currentSelectionParam;
  if (!location) return;
  injector.get(ICommandService).syncExecuteCommand(SetSelectionsOperation.id, {
    unitId: location.unitId,
    subUnitId: location.sheetId,
    selections: selections.getCurrentSelections(),
  });
}

/** What a cell shows, as Excel's status says it to a screen reader: the grid itself is a picture. */
export function watchActiveCell(
  univer: Univer,
  workbook: () => Workbook,
  explain: (sheetId: string, row: number, column: number) => string | undefined,
): () => void {
  const injector = univer.__getInjector();
  const selections = injector.get(SheetsSelectionsService);
  const place = element<HTMLOutputElement>('active-cell');
  let waiting = 0;
  const show = (): void => {
    const sheet = workbook().getActiveSheet();
    const cell = selections.getCurrentLastSelection()?.primary;
    if (!cell) return;
    const { actualRow: row, actualColumn: column } = cell;
    const shown = shownOf(sheet.getCell(row, column) ?? undefined);
    const message = explain(sheet.getSheetId(), row, column);
    const text = `${sheet.getName()} ! ${columnName(column)}${row + 1} : ${shown}${message ? ` — ${message}` : ''}`;
    if (place.textContent !== text) place.textContent = text;
  };
  const soon = (): void => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(show);
  };
  const changes = injector.get(ICommandService).onCommandExecuted(soon);
  const moves = selections.selectionChanged$.subscribe(soon);
  return () => {
    cancelAnimationFrame(waiting);
    changes.dispose();
    moves.unsubscribe();
  };
}
