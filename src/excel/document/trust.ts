import { ask } from './common-api';

/** Excel asks readers of a workbook whether to trust the add-in it refers to, unless this is true in it. */
const SETTING = 'Office.DisableTrustUX';

/** A workbook opened read-only keeps no setting: its copy is still worth having. */
const save = () =>
  ask<unknown>((done) => Office.context.document.settings.saveAsync(done)).catch(() => undefined);

/**
 * Does something with the workbook while it says that its readers need not be asked, then puts the
 * setting back: only the copy made meanwhile keeps it.
 */
export async function withoutTrustPrompt<T>(work: () => Promise<T>): Promise<T> {
  const { settings } = Office.context.document;
  const before: unknown = settings.get(SETTING);
  if (before === true) return work();
  settings.set(SETTING, true);
  await save();
  try {
    return await work();
  } finally {
    if (before === null || before === undefined) settings.remove(SETTING);
    else settings.set(SETTING, before);
    await save();
  }
}
