import { diagnose } from './diagnose';
import type { Bilingual } from './model';
import { pause } from './pause';
import { ExcelProblem, throwIfCancelled } from './problem';
import { announceWait } from './waiting';
import type { ProblemCode } from './wordings';

export interface RunOptions {
  readonly signal?: AbortSignal;
  /**
   * True when running the work twice does the same as once: it is then done again after a lost
   * connection, of which nobody knows how much was applied.
   */
  readonly repeatable?: boolean;
  /** Retries without telling the person that something waits: for what they did not ask for. */
  readonly quiet?: boolean;
  /** The context of objects that the work needs, such as an event's handler. */
  readonly within?: OfficeExtension.ClientRequestContext;
}

/** Delays before each new attempt, in milliseconds. Their number bounds the attempts. */
const delays: Partial<Record<ProblemCode, readonly number[]>> = {
  // About 20 s: a person sees the hint and ends the entry.
  cell_edit: [300, 500, 700, 1000, ...Array.from({ length: 12 }, () => 1500)],
  throttled: [500, 1000, 2000, 4000, 8000],
};
const AFTER_LOST_CONNECTION: readonly number[] = [500, 2000];

/**
 * The only way into `Excel.run`. Rejects with an `ExcelProblem`, never with an error of the library.
 *
 * What Excel refuses before doing anything (a cell being edited, too many requests) is tried again, with
 * a hint to the person meanwhile. So `work` must do all its writing in its last `context.sync()`: an
 * earlier one would be done twice.
 */
export async function run<T>(
  label: Bilingual,
  work: (context: Excel.RequestContext) => Promise<T>,
  { signal, repeatable = false, quiet = false, within }: RunOptions = {},
): Promise<T> {
  const tries: Partial<Record<ProblemCode, number>> = {};
  let endWait: (() => void) | undefined;
  try {
    for (;;) {
      throwIfCancelled(signal, { during: label });
      try {
        return await (within ? Excel.run(within as Excel.RequestContext, work) : Excel.run(work));
      } catch (thrown) {
        const problem = diagnose(thrown, { during: label });
        const attempt = tries[problem.code] ?? 0;
        const schedule =
          problem.code === 'connection' && repeatable ? AFTER_LOST_CONNECTION : delays[problem.code];
        const delay = schedule?.[attempt];
        if (delay === undefined) throw problem.code === 'protected' ? await nameProtected(problem) : problem;
        tries[problem.code] = attempt + 1;
        if (!quiet) endWait ??= announceWait(problem);
        await pause(delay, signal);
      }
    }
  } catch (thrown) {
    throw diagnose(thrown, { during: label });
  } finally {
    endWait?.();
  }
}

/** Looks for what is protected, so that the message can name it; says nothing more when it cannot know. */
async function nameProtected(problem: ExcelProblem): Promise<ExcelProblem> {
  if (problem.facts.names) return problem;
  try {
    return await Excel.run(async (context) => {
      const { workbook } = context;
      const sheets = workbook.worksheets.load('items/name,items/protection/protected');
      workbook.load('readOnly');
      await context.sync();
      if (workbook.readOnly) return new ExcelProblem('read_only', problem.facts, problem.cause);
      const names = sheets.items.filter((sheet) => sheet.protection.protected).map((sheet) => sheet.name);
      return names.length > 0 ? problem.with({ names }) : problem;
    });
  } catch {
    return problem;
  }
}
