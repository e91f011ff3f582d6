import {
  CustomCommandExecutionError,
  ICommandService,
  type IDisposable,
  type IExecutionOptions,
} from '@univerjs/core';
import {
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SheetsSelectionsService,
  type ISetRangeValuesCommandParams,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { cellReader } from '../core/cells';
import { columnLetters } from '../model/address';
import { extrasOf } from '../model/extras';
import { visitCells } from '../model/typing';
import type { Session } from '../session';
import { checkEntry } from './entry';
import type { Place } from './rule';

/** Opens the editor of a cell; from the interface of the grid, which this host may run without. */
const EDIT = 'sheet.operation.set-cell-edit-visible';

/** What changes the shape of a sheet, and the option of its protection that allows it. */
const SHAPE: Readonly<Record<string, string>> = {
  [InsertRowMutation.id]: 'allowInsertRows',
  [InsertColMutation.id]: 'allowInsertColumns',
  [RemoveRowMutation.id]: 'allowDeleteRows',
  [RemoveColMutation.id]: 'allowDeleteColumns',
};

/** Told a sentence of what was refused to the person, or undefined when it is no longer to be read. */
export type OnRefused = (sentence: string | undefined) => void;

/**
 * Holds the person to what Excel holds them to: locked cells of a protected sheet, and rules of entry (for what is
 * typed; pasting and filling pass them by, as in Excel). To be called after `watchTyping`, which reads the entries.
 */
export function watchPerson(session: Session, onRefused: OnRefused): IDisposable {
  const { grid } = session;
  const selections = grid.injector.get(SheetsSelectionsService);
  let isTold = false;
  const tell = (sentence: string | undefined): void => {
    if (sentence !== undefined || isTold) onRefused(sentence);
    isTold = sentence !== undefined;
  };
  const refuse = (sentence: string): never => {
    tell(sentence);
    throw new CustomCommandExecutionError(sentence);
  };
  const assertUnlocked = (place: Place, isFormatOnly = false): void => {
    if (isLocked(place, session, isFormatOnly)) refuse(protectedSentence(place, session));
  };

  function before(id: string, params: object, options: IExecutionOptions | undefined): void {
    const sheetId = (params as { subUnitId?: string }).subUnitId ?? grid.activeSheet.getSheetId();
    const shape = SHAPE[id];
    if (shape !== undefined && extrasOf(grid).protections[sheetId]?.options[shape] === false)
      refuse(protectedSentence({ sheetId }, session));
    if (id === EDIT && (params as { visible?: boolean }).visible === true) {
      tell(undefined);
      const cell = selections.getCurrentLastSelection()?.primary;
      if (cell) assertUnlocked({ sheetId, row: cell.actualRow, column: cell.actualColumn });
    }
    if (id === SetRangeValuesMutation.id && options?.onlyLocal !== true) {
      if (!(sheetId in extrasOf(grid).protections)) return;
      const { cellValue } = params as ISetRangeValuesMutationParams;
      for (const [row, cells] of Object.entries(cellValue ?? {}))
        for (const [column, cell] of Object.entries(cells ?? {})) {
          const isFormatOnly = Object.keys(cell ?? {}).every((part) => part === 's');
          assertUnlocked({ sheetId, row: Number(row), column: Number(column) }, isFormatOnly);
        }
    }
    if (id === SetRangeValuesCommand.id)
      visitCells(params as ISetRangeValuesCommandParams, (cell, row, column) => {
        const verdict = checkEntry(cell, { sheetId, row, column }, session);
        if (verdict?.isRefused === true) refuse(verdict.sentence);
        else if (verdict) tell(verdict.sentence);
      });
  }

  return grid.injector.get(ICommandService).beforeCommandExecuted(({ id, params }, options) => {
    if (grid.isOrdering || params === undefined) return;
    const { unitId } = params as { unitId?: string };
    if (unitId === undefined || unitId === grid.unitId || id === EDIT) before(id, params, options);
  });
}

function isLocked({ sheetId, row, column }: Place, { grid }: Session, isFormatOnly: boolean): boolean {
  const protection = extrasOf(grid).protections[sheetId];
  if (!protection) return false;
  if (isFormatOnly) return protection.options['allowFormatCells'] !== true;
  return cellReader(grid, sheetId).raw(row, column)?.custom?.['unlocked'] !== true;
}

function protectedSentence(
  { sheetId, row, column }: Pick<Place, 'sheetId'> & Partial<Place>,
  { grid }: Session,
): string {
  const sheet = grid.sheet(sheetId).getName();
  const cell = row === undefined || column === undefined ? '' : ` (${columnLetters(column)}${row + 1})`;
  return `La feuille « ${sheet} » est protégée${cell} : ôtez sa protection, ou modifiez une cellule qui n’est pas verrouillée.`;
}
