import type { Bilingual } from '../catalogue';

/** `value` shows #VALUE! (an argument to correct), `na` shows #N/A (a figure that does not exist or is not known). */
export type FailureKind = 'value' | 'na';

/** Why a function gives no value, and what to do: the only failure that reaches a cell with its words. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';

  constructor(
    readonly kind: FailureKind,
    readonly text: Bilingual,
  ) {
    super(text.fr);
  }
}

/** An argument to correct: #VALUE!. */
export const wrong = (fr: string, en: string): FunctionFailure => new FunctionFailure('value', { fr, en });

/** A figure that is not known: #N/A. */
export const unknown = (fr: string, en: string): FunctionFailure => new FunctionFailure('na', { fr, en });
