import type { TemplateIdentity } from '../../contribution';
import type { InsertionReport } from '../../excel';
import type { Action } from './action';
import { messages } from './messages';
import { filled } from './sentences';

/**
 * Adds the questionnaire to the open workbook and shows where to answer. Only what is missing: a sheet is left out
 * when a table of its own is already there, so that nothing a person has filled is doubled.
 */
export const insertQuestionnaire: Action<TemplateIdentity, InsertionReport> = {
  id: 'inserer-questionnaire',
  doing: {
    fr: 'Écriture du questionnaire dans le classeur',
    en: 'Writing the questionnaire in the workbook',
  },
  changes: true,
  async perform(identity, { port, engine, work }) {
    const present = new Set((await port.listTables()).map(({ name }) => name.toUpperCase()));
    const { sheets } = engine.buildTemplate(identity, engine.catalogue);
    const isNew = !Object.values(engine.tableNames).some((name) => present.has(name));
    const missing = sheets.filter(({ tables }) =>
      tables === undefined ? isNew : tables.every(({ name }) => !present.has(name.toUpperCase())),
    );
    const report = await port.insertSheets(missing, work);
    const facts = (await port.listTables()).find(({ name }) => name === engine.tableNames.facts);
    if (facts) await port.selectCell(facts.sheet, facts.address.split(':')[0] ?? facts.address);
    return report;
  },
  told: ({ sheets }) => filled(messages.inserted, { count: sheets.length }),
};
