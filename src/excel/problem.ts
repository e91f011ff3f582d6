import type { Bilingual } from './model';
import { wordings, type ProblemCode, type ProblemFacts } from './wordings';

/**
 * Why something could not be done in Excel, in words for the person: what happened and what to do.
 * Everything this context rejects with is one of these.
 */
export class ExcelProblem {
  readonly name = 'ExcelProblem';
  readonly message: Bilingual;
  readonly remedy: Bilingual;

  constructor(
    readonly code: ProblemCode,
    /** What the messages name: sheets, tables, how much was done. */
    readonly facts: ProblemFacts = {},
    /** The error behind it, for the developer. */
    readonly cause?: unknown,
  ) {
    const { message, remedy } = wordings[code](facts);
    this.message = message;
    this.remedy = remedy;
  }

  /** The same problem, knowing more. */
  with(facts: ProblemFacts): ExcelProblem {
    return new ExcelProblem(this.code, { ...this.facts, ...facts }, this.cause);
  }

  toString(): string {
    return `${this.message.fr} ${this.remedy.fr}`;
  }
}

/** Stops the work when the person has cancelled it. */
export function throwIfCancelled(signal: AbortSignal | undefined, facts: ProblemFacts = {}): void {
  if (signal?.aborted) throw new ExcelProblem('cancelled', facts);
}
