import { runJob } from '../../jobs';
import type { Action } from '../action';
import { filled } from '../sentences';
import { messages } from './messages';

/** Adds tables that people fill to the workbook: quotes, examples, targets, proposals, yearly review. */
export const insertStudyTables: Action<readonly string[], number> = {
  id: 'inserer-tables-etude',
  doing: { fr: 'Écriture des tables de l’étude', en: 'Writing the tables of the study' },
  changes: true,
  async perform(wanted, { port, work }) {
    const tables = (await port.listTables()).map(({ name }) => name.toUpperCase());
    const sheets: string[] = [];
    // Only their names are wanted.
    await port.readSheets((name) => {
      sheets.push(name);
      return false;
    });
    const missing = await runJob('studySheets', { wanted, tables, sheets });
    if (missing.length > 0) await port.insertSheets(missing, work);
    return missing.length;
  },
  told: (count) => (count === 0 ? messages.nothingMissing : filled(messages.tablesInserted, { count })),
};
