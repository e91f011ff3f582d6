import type { Bilingual, WorkOptions } from '../model';
import { run } from '../run';
import { removeSheets as remove } from './steps';

/** The names of all the sheets, hidden ones included, in the order of their tabs. */
export async function listSheets({ signal }: WorkOptions = {}): Promise<string[]> {
  return run(
    { fr: 'Lecture des feuilles', en: 'Reading the sheets' },
    async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      return sheets.items.map(({ name }) => name);
    },
    { signal, repeatable: true },
  );
}

/** Removes sheets with all they hold, which Excel does not undo; those that are not there are passed over. */
export async function removeSheets(names: readonly string[]): Promise<void> {
  const label: Bilingual = { fr: 'Suppression de feuilles', en: 'Removing sheets' };
  if (names.length > 0) await remove(label, names);
}

/** Gives sheets other names, formulas and charts following; those that are not there are passed over. */
export async function renameSheets(changes: ReadonlyMap<string, string>): Promise<void> {
  if (changes.size === 0) return;
  await run(
    { fr: 'Changement de noms de feuilles', en: 'Renaming sheets' },
    async (context) => {
      const sheets = [...changes].map(([from, to]) => ({
        sheet: context.workbook.worksheets.getItemOrNullObject(from).load('name'),
        to,
      }));
      await context.sync();
      for (const { sheet, to } of sheets) if (!sheet.isNullObject) sheet.name = to;
      await context.sync();
    },
    { repeatable: true },
  );
}
