import type { TemplateIdentity } from '../../../contribution';
import type { Bilingual } from '../../i18n';
import type { Harvest } from '../../workbook/harvest';
import { planKeyed, type KeyedRows } from '../../workbook/keyed-rows';
import { referenceSheet } from '../../workbook/reference-sheet';
import { referenceTables } from '../../workbook/reference-tables';
import { TableCells } from '../../workbook/table-cells';
import type { Action, ActionContext } from '../action';
import { insertQuestionnaire } from '../insert-questionnaire';
import { sentences } from '../sentences';
import { messages } from './messages';
import { writeFacts, type Policy, type WrittenFacts } from './write-facts';

export interface HarvestToWrite {
  readonly harvest: Harvest;
  readonly policy: Policy;
  /** The territory that stands for the whole landlord beside the blank one. */
  readonly whole?: string;
  /** For the questionnaire, inserted first when its tables are not all there. */
  readonly identity?: TemplateIdentity;
}

export interface WrittenHarvest extends WrittenFacts {
  readonly rents: number;
  readonly members: number;
  readonly references: number;
}

/** Writes what files gave into the tables of the workbook, which are inserted when they are missing. */
export const writeHarvest: Action<HarvestToWrite, WrittenHarvest> = {
  id: 'ecrire-fichiers',
  doing: { fr: 'Écriture dans le classeur', en: 'Writing in the workbook' },
  changes: true,
  async perform({ harvest, policy, whole, identity }, context) {
    const { tableNames } = context.engine;
    const concernsAnswers = harvest.facts.length + harvest.rents.rows.length + harvest.lists.rows.length > 0;
    if (concernsAnswers) await ensureQuestionnaire(identity, context);
    const facts = await writeFacts(harvest.facts, policy, whole, context);
    const rents = await writeRows(tableNames.rents, harvest.rents, policy, context);
    const members = await writeRows(tableNames.lists, harvest.lists, policy, context);
    const zonings = await writeReferences('zonings', harvest.zonings, policy, context);
    const series = await writeReferences('references', harvest.references, policy, context);
    return {
      written: facts.written,
      replaced: facts.replaced + rents.replaced + zonings.replaced + series.replaced,
      kept: facts.kept + rents.kept + zonings.kept + series.kept,
      rents: rents.written,
      members: members.written,
      references: zonings.written + series.written,
    };
  },
  told: (done): Bilingual =>
    sentences(
      messages.nothingNew,
      [messages.figures, done.written],
      [messages.rents, done.rents],
      [messages.members, done.members],
      [messages.references, done.references],
      [messages.replaced, done.replaced],
      [messages.kept, done.kept],
    ),
};

/** Inserts the questionnaire when a table that answers need is missing. */
export async function ensureQuestionnaire(
  identity: TemplateIdentity | undefined,
  context: ActionContext,
): Promise<void> {
  const { port, engine } = context;
  const present = new Set((await port.listTables()).map(({ name }) => name.toUpperCase()));
  const { identity: who, facts, lists, rents } = engine.tableNames;
  if ([who, facts, lists, rents].every((name) => present.has(name)) || !identity) return;
  await insertQuestionnaire.perform(identity, context);
}

async function writeRows(
  name: string,
  rows: KeyedRows,
  policy: Policy,
  { port, engine, work }: ActionContext,
): Promise<WrittenFacts> {
  if (rows.rows.length === 0) return { written: 0, replaced: 0, kept: 0 };
  const table = new TableCells(await port.readTable(name), engine);
  const { added, filled, conflicts, conflictRows } = planKeyed(rows, table, engine);
  const writes = policy === 'replace' ? [...filled, ...conflicts] : filled;
  if (writes.length > 0) await port.writeCells(writes, work);
  if (added.length > 0) await port.appendRows(table.content.name, added, work);
  return {
    written: added.length + new Set(filled.map(({ address }) => address.replace(/^[A-Z]+/u, ''))).size,
    replaced: policy === 'replace' ? conflictRows : 0,
    kept: policy === 'keep' ? conflictRows : 0,
  };
}

/** A reference table is inserted whole the first time, in a sheet of its own; completed afterwards. */
async function writeReferences(
  which: keyof typeof referenceTables,
  rows: KeyedRows,
  policy: Policy,
  context: ActionContext,
): Promise<WrittenFacts> {
  if (rows.rows.length === 0) return { written: 0, replaced: 0, kept: 0 };
  const { port, work } = context;
  const name = referenceTables[which];
  const tables = await port.listTables();
  if (tables.some((one) => one.name.toUpperCase() === name)) return writeRows(name, rows, policy, context);
  await port.insertSheets([referenceSheet(which, rows)], work);
  return { written: rows.rows.length, replaced: 0, kept: 0 };
}
