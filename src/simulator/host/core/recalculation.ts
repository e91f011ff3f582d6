import { ICommandService, type Injector } from '@univerjs/core';
import {
  IActiveDirtyManagerService,
  SetFormulaCalculationStartMutation,
  type IFormulaDirtyData,
} from '@univerjs/engine-formula';
import {
  ClearSelectionFormatCommand,
  SetBorderCommand,
  SetRangeValuesMutation,
  SetStyleCommand,
} from '@univerjs/sheets';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';

/** Says when every change made so far has been calculated. */
export interface Recalculation {
  /** Resolves once the results of all changes so far are in the cells; rejects when they never come. */
  settled(): Promise<void>;
  /** True while some change is not calculated yet. */
  readonly pending: boolean;
  /** Resolves when no calculation is running. */
  idle(): Promise<void>;
  /** Calculates some cells again, and what depends on them; neither an edit nor a step of Undo. */
  calculate(cells: readonly CalculatedCell[]): Promise<void>;
  /** Calculates the whole workbook again. */
  calculateAll(): void;
  dispose(): void;
}

export interface CalculatedCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

const STYLE_ONLY: readonly unknown[] = [
  SetStyleCommand.id,
  SetBorderCommand.id,
  ClearSelectionFormatCommand.id,
];

/** What a calculation is told when nothing changed. */
const nothingDirty = {
  commands: [],
  forceCalculation: false,
  dirtyRanges: [],
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
};

interface Waiter {
  readonly need: number;
  readonly release: () => void;
}

/**
 * Univer starts calculating 100 ms after the last change, and its own promise waits half a second when
 * nothing is pending. So changes are counted here, by the very condition that makes Univer calculate,
 * and compared with the count that the last finished calculation had taken in.
 */
export function trackRecalculation(injector: Injector, unitId: string, timeout = 60_000): Recalculation {
  const commands = injector.get(ICommandService);
  const dirty = injector.get(IActiveDirtyManagerService);
  let made = 0;
  let included = 0;
  let done = 0;
  let running = false;
  let partial = false;
  let waiters: Waiter[] = [];
  const idlers: (() => void)[] = [];

  const listener = commands.onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      // A calculation of chosen cells takes in none of the changes made meanwhile.
      if (!partial) included = made;
      running = true;
      return;
    }
    if (!dirty.get(command.id)) return;
    if (command.id === SetRangeValuesMutation.id) {
      const trigger = (command.params as { trigger?: string } | undefined)?.trigger;
      if (options?.onlyLocal === true || STYLE_ONLY.includes(trigger)) return;
    }
    made++;
  });
  const subscription = injector.get(FormulaCalculationSessionService).state$.subscribe((state) => {
    if (!state.completed || !state.resultApplied) return;
    done = included;
    running = false;
    const ready = waiters.filter((one) => one.need <= done);
    waiters = waiters.filter((one) => one.need > done);
    for (const one of ready) one.release();
    for (const resolve of idlers.splice(0)) resolve();
  });

  function start(changes: Partial<IFormulaDirtyData>, isPartial: boolean): void {
    partial = isPartial;
    try {
      commands.syncExecuteCommand(
        SetFormulaCalculationStartMutation.id,
        { ...nothingDirty, ...changes },
        { onlyLocal: true },
      );
    } finally {
      partial = false;
    }
  }

  const idle = (): Promise<void> =>
    running ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve();

  return {
    idle,
    async calculate(cells) {
      const dirtyRanges = cells.map(({ sheetId, row, column }) => ({
        unitId,
        sheetId,
        range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
      }));
      start({ dirtyRanges }, true);
      await idle();
    },
    calculateAll() {
      made++;
      void idle().then(() => start({ forceCalculation: true }, false));
    },
    get pending() {
      return done < made;
    },
    settled() {
      if (done >= made) return Promise.resolve();
      const need = made;
      return new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`The grid has not recalculated within ${timeout / 1000} s.`)),
          timeout,
        );
        waiters.push({
          need,
          release: () => {
            clearTimeout(timer);
            resolve();
          },
        });
      });
    },
    dispose() {
      listener.dispose();
      subscription.unsubscribe();
      for (const one of waiters) one.release();
      waiters = [];
    },
  };
}
