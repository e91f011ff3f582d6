import type { ZodType } from 'zod';
import { FormulaError } from '../formula';
import type { CatalogueProblem } from './error';

/** Gathers what is wrong, so that a person who edits the catalogue sees everything at once. */
export class Problems {
  readonly found: CatalogueProblem[] = [];

  report(file: string, code: string | undefined, message: string, pointed?: string): void {
    this.found.push({ file, code, message, pointed });
  }

  /** Runs a step that may refuse a formula or a unit: the refusal is noted with the place in the formula. */
  attempt(file: string, code: string, step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      this.report(file, code, error.message, error.pointed() || undefined);
    }
  }

  /** A file's content in its expected shape; undefined, the reasons noted, when it does not have it. */
  read<Shape>(file: string, content: unknown, shape: ZodType<Shape>): Shape | undefined {
    const result = shape.safeParse(content);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues)
      this.report(file, path.length > 0 ? path.join('.') : undefined, message);
    return undefined;
  }
}
