import { startHeadlessExcel, type HeadlessExcel } from '../../../src/simulator/host/node';

let count = 0;

/** Starts one Excel for a test file and stops it at the end. */
export function useExcel(options: Parameters<typeof startHeadlessExcel>[0] = {}): {
  readonly current: HeadlessExcel;
} {
  const holder: { current?: HeadlessExcel } = {};
  beforeAll(async () => {
    holder.current = await startHeadlessExcel(options);
  }, 30_000);
  afterAll(() => holder.current?.dispose());
  return holder as { current: HeadlessExcel };
}

/** Runs a batch on a new sheet of its own. */
export function onNewSheet<T>(
  run: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
  name = `Essai ${++count}`,
): Promise<T> {
  return Excel.run(async (context) => run(context.workbook.worksheets.add(name), context));
}

/** The failure of a batch, as the add-in sees it. */
export async function failureOf(run: () => Promise<unknown>): Promise<OfficeExtension.Error> {
  try {
    await run();
  } catch (problem) {
    return problem as OfficeExtension.Error;
  }
  throw new Error('The batch was expected to fail.');
}

/** Waits until something becomes true; fails after five seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries++) {
    if (tries > 250) throw new Error('Waited in vain.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
