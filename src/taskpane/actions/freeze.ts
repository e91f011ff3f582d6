import type { FreezeReport, FreezeScope, RepairReport, RestoreReport } from '../../excel';
import type { Action } from './action';
import { freezeWords as words } from './freeze-words';
import { sentences } from './sentences';

/** Replaces our formulas by their values, for readers who do not have the add-in. */
export const freezeValues: Action<FreezeScope, FreezeReport> = {
  id: 'figer-valeurs',
  doing: { fr: 'Remplacement des formules par leurs valeurs', en: 'Replacing formulas by their values' },
  changes: true,
  perform: (scope, { port, work }) => port.freezeValues(scope, work),
  told: ({ frozen, skipped }) =>
    sentences(words.nothingToFreeze, [words.frozen, frozen.length], [words.notFrozen, skipped.length]),
};

/** Puts back the formulas that were frozen. */
export const restoreFormulas: Action<void, RestoreReport> = {
  id: 'retablir-formules',
  doing: { fr: 'Rétablissement des formules', en: 'Putting formulas back' },
  changes: true,
  perform: (_, { port, work }) => port.restoreFormulas(work),
  told: ({ restored, kept }) =>
    sentences(words.nothingToRestore, [words.restored, restored.length], [words.notRestored, kept.length]),
};

/** Enters again our formulas that show `#NAME?`. */
export const repairFunctions: Action<void, RepairReport> = {
  id: 'reparer-fonctions',
  doing: { fr: 'Réparation des formules en #NOM?', en: 'Repairing formulas in #NAME?' },
  changes: true,
  perform: (_, { port, work }) => port.repairFunctions(work),
  told: ({ repaired, remaining }) =>
    sentences(
      words.nothingToRepair,
      [words.repaired, repaired.length],
      [words.notRepaired, remaining.length],
    ),
};
