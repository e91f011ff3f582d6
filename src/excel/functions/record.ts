import { sheetNameFrom, type SheetModel } from '../../xlsx';
import { insertSheets } from '../sheets/insert';
import { appendRows } from '../tables/append';
import { listTables } from '../tables/read';
import { run } from '../run';
import type { CellContent, WorkOptions } from '../model';
import type { OurFormula } from './find';

/** The visible table that keeps the frozen formulas: they can be put back, by this pane or by hand. */
export const RECORD_TABLE = 'FORMULES_FIGEES';
const RECORD_HEADINGS = ['Feuille', 'Cellules', 'Formule', 'Valeur figée', 'Figée le'] as const;

const SHEET = 'Formules figées';

/** How the record shows a value: by it, a cell changed since is told from one that is not. */
export const shownValue = (value: CellContent): string | number | boolean =>
  value === null ? '' : typeof value === 'object' ? value.error : value;

/** Writes formulas in the record before they are replaced, so that none can be lost on the way. */
export async function recordFormulas(formulas: readonly OurFormula[], options: WorkOptions): Promise<void> {
  const tables = await listTables();
  if (!tables.some(({ name }) => name.toUpperCase() === RECORD_TABLE)) await createRecord();
  const today = new Date(new Date().toISOString().slice(0, 10));
  await appendRows(
    RECORD_TABLE,
    formulas.map(({ sheet, shown, formula, value }) => ({
      Feuille: sheet,
      Cellules: shown,
      Formule: formula,
      'Valeur figée': shownValue(value),
      'Figée le': today,
    })),
    { signal: options.signal },
  );
}

async function createRecord(): Promise<void> {
  const taken = await run(
    { fr: 'Lecture des feuilles', en: 'Reading the sheets' },
    async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      return sheets.items.map((sheet) => sheet.name);
    },
    { repeatable: true },
  );
  await insertSheets([recordSheet(sheetNameFrom(SHEET, taken))]);
}

const recordSheet = (name: string): SheetModel => ({
  name,
  columns: [{ width: 24 }, { width: 14 }, { width: 60 }, { width: 18 }, { width: 12 }],
  rows: [
    { cells: RECORD_HEADINGS.map((value) => ({ value })) },
    { cells: RECORD_HEADINGS.map((heading) => ({ style: formatOf(heading) })) },
  ],
  tables: [{ name: RECORD_TABLE, ref: 'A1:E2', columns: RECORD_HEADINGS }],
  freeze: { rows: 1, columns: 0 },
});

const formatOf = (heading: (typeof RECORD_HEADINGS)[number]) => {
  if (heading === 'Figée le') return { format: 'dd/mm/yyyy' };
  return heading === 'Valeur figée' ? {} : { format: '@' };
};
