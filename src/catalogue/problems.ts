import { FormulaError } from '../formula';
import { CatalogueError, type CatalogueProblem } from './error';

/** What is asked of a schema of zod. Held against zod's own type, each schema costs the type checker seconds. */
interface Shape {
  safeParse(content: unknown): {
    readonly error?: {
      readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
    };
  };
}

/** Gathers what is wrong, so that a person who edits the catalogue sees everything at once. */
export class Problems {
  private readonly found: CatalogueProblem[] = [];

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

  /** Notes what a file's content lacks to have its expected shape. */
  read(file: string, content: unknown, shape: Shape): void {
    for (const { path, message } of shape.safeParse(content).error?.issues ?? [])
      this.report(file, path.length > 0 ? path.join('.') : undefined, message);
  }

  throwIfAny(): void {
    if (this.found.length > 0) throw new CatalogueError(this.found);
  }
}
