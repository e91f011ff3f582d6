import { ICommandService, type Injector } from '@univerjs/core';
import { IActiveDirtyManagerService, SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
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
  dispose(): void;
}

const STYLE_ONLY: readonly unknown[] = [
  SetStyleCommand.id,
  SetBorderCommand.id,
  ClearSelectionFormatCommand.id,
];

interface Waiter {
  readonly need: number;
  readonly release: () => void;
}

/**
 * Univer starts calculating 100 ms after the last change, and its own promise waits half a second when
 * nothing is pending. So changes are counted here, by the very condition that makes Univer calculate,
 * and compared with the count that the last finished calculation had taken in.
 */
export function trackRecalculation(injector: Injector, timeout = 60_000): Recalculation {
  const commands = injector.get(ICommandService);
  const dirty = injector.get(IActiveDirtyManagerService);
  let made = 0;
  let included = 0;
  let done = 0;
  let waiters: Waiter[] = [];

  const listener = commands.onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      included = made;
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
    const ready = waiters.filter((one) => one.need <= done);
    waiters = waiters.filter((one) => one.need > done);
    for (const one of ready) one.release();
  });

  return {
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
