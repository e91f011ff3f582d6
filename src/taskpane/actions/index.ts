import type { TaskId } from '../session/state';
import type { Action } from './action';
import { freezeValues, repairFunctions } from './freeze';

export { ActionProblem, type Action, type ActionContext } from './action';
export { addOwnIndicator } from './add-own-indicator';
export { answerQuestion, type AnswerInput, type GivenAnswer } from './answer-question';
export { freezeValues, repairFunctions, restoreFormulas } from './freeze';
export { recalculate } from './recalculate';
export { insertFunction, type FunctionCall } from './insert-function';
export { insertQuestionnaire } from './insert-questionnaire';
export { prepareFile, type PreparedFile } from './prepare-file';
export { saveIdentity, type FieldChange } from './save-identity';
export { signOff, type SignOff } from './sign-off';

/** A button of the ribbon: it opens a task of the pane, and may perform an action there; or it opens the guide. */
export interface RibbonCommand {
  /** The function name in the manifest. */
  readonly id: string;
  /** Without a task, the guide opens in a window of its own. */
  readonly task?: TaskId;
  readonly action?: Action<void, unknown>;
}

/** The buttons of the ribbon, in its order; the manifest names each by its id. */
export const ribbonCommands: readonly RibbonCommand[] = [
  { id: 'ouvrir-demarrer', task: 'start' },
  { id: 'ouvrir-raccorder', task: 'connect' },
  { id: 'ouvrir-questionnaire', task: 'questionnaire' },
  { id: 'ouvrir-controler', task: 'check' },
  { id: 'ouvrir-indicateurs', task: 'indicators' },
  { id: 'ouvrir-expliquer', task: 'explain' },
  { id: 'ouvrir-fonctions', task: 'functions' },
  { id: 'ouvrir-transmettre', task: 'send' },
  {
    id: freezeValues.id,
    task: 'send',
    action: { ...freezeValues, perform: (_, context) => freezeValues.perform('workbook', context) },
  },
  { id: repairFunctions.id, task: 'functions', action: repairFunctions },
  { id: 'ouvrir-aide' },
];
