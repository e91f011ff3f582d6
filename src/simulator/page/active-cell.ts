import { CellValueType, ICommandService, type ICellData, type Univer, type Workbook } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
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
