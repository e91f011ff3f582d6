import type { Bilingual } from '../i18n';
import type { Engine } from '../engine';
import type { ExcelPort } from '../port';
import type { WorkOptions } from '../../excel';

/** What an action may use: everything that reaches out of it goes through here. */
export interface ActionContext {
  readonly port: ExcelPort;
  readonly engine: Engine;
  /** Progress and cancelling, for what may last. */
  readonly work: WorkOptions;
  now(): Date;
}

/**
 * Something a person asks for, from the pane or from the ribbon. `perform` keeps nothing between two calls; it
 * reads again from the workbook what it is about to change, because others may have changed it meanwhile.
 */
export interface Action<Input, Output> {
  /** The name the manifest gives it. */
  readonly id: string;
  /** What is being done, while it is: « Écriture du questionnaire ». */
  readonly doing: Bilingual;
  /** Whether it changes the workbook, which is then read again. */
  readonly changes: boolean;
  perform(input: Input, context: ActionContext): Promise<Output>;
  /** What the person is told once it is done, whoever asked for it; nothing when the pane shows it by itself. */
  told?(output: Output): Bilingual;
}

/** Why an action could not be done, in words: what happened and what to do. */
export class ActionProblem {
  readonly name = 'ActionProblem';

  constructor(
    readonly message: Bilingual,
    readonly remedy: Bilingual,
  ) {}
}
