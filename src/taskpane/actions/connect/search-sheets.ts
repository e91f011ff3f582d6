import type { MappingProfile } from '../../../mapping';
import { runJob, type Found } from '../../jobs';
import { referenceTables } from '../../workbook/reference-tables';
import { TableCells } from '../../workbook/table-cells';
import { ActionProblem, type Action, type ActionContext } from '../action';
import { writtenSheets } from '../study';
import { messages } from './messages';
import { unlessStopped } from './stopped';
import { tidyFormula } from './tidy-formula';

export interface Search {
  readonly year?: number;
  readonly territory?: string;
  /** Finds again what it holds, instead of proposing. */
  readonly profile?: MappingProfile;
}

export interface SearchResult extends Found {
  /** The one asked, whose communes count. */
  readonly territory?: string;
  /** Sheets too large to be looked through. */
  readonly leftOut: readonly string[];
  /** The formulas of the data table, tidied, by code: what is connected already. */
  readonly formulas: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Looks through the sheets of the open workbook that are not the questionnaire's. Nothing is written. */
export const searchSheets: Action<Search, SearchResult> = {
  id: 'chercher-feuilles',
  doing: { fr: 'Recherche dans vos feuilles', en: 'Looking through your sheets' },
  changes: false,
  perform: ({ year, territory, profile }, context) => {
    const { port, engine, work, now } = context;
    return unlessStopped(work.signal, async () => {
      const present = (await port.listTables()).map(({ name }) => name.toUpperCase());
      const hasQuestionnaire = present.includes(engine.tableNames.facts);
      // A study shows figures: it is no source of them.
      const studies = new Set((await writtenSheets(port)).map(({ sheet }) => sheet));
      const { sheets, leftOut } = await port.readSheets(
        (name, tables) => !studies.has(name) && !isOurs(name, tables, hasQuestionnaire),
        work,
      );
      if (sheets.length === 0 && leftOut.length === 0)
        throw new ActionProblem(messages.noSheet, messages.noSheetRemedy);
      const label = messages.searching;
      work.onProgress?.({ label, done: 0, total: 0 });
      const found = await runJob(
        'propose',
        {
          sheets,
          now: now().getFullYear() - 1,
          ...(year !== undefined && { year }),
          ...(territory !== undefined && { territory }),
          ...(profile && { profile }),
        },
        { ...(work.signal && { signal: work.signal }) },
      );
      const formulas = hasQuestionnaire ? await formulasByCode(context) : new Map<string, Set<string>>();
      return { ...found, leftOut, formulas, ...(territory !== undefined && { territory }) };
    });
  },
};

const ours = /^(IMPACT_|AIDE_|FORMULES_FIGEES$)/iu;

/** The sheets of the questionnaire, of our reference tables, and the one that explains them. */
function isOurs(sheet: string, tables: readonly string[], hasQuestionnaire: boolean): boolean {
  const known: readonly string[] = Object.values(referenceTables);
  return (
    tables.some((name) => ours.test(name) || known.includes(name.toUpperCase())) ||
    (hasQuestionnaire && sheet === 'Lisez-moi')
  );
}

async function formulasByCode({ port, engine }: ActionContext): Promise<Map<string, Set<string>>> {
  const table = new TableCells(await port.readTable(engine.tableNames.facts), engine);
  const byCode = new Map<string, Set<string>>();
  const [first, last] = [0, table.content.rows.length - 1].map((row) => table.address(row, 'valeur'));
  if (first === undefined || last === undefined) return byCode;
  const formulas = await port.readFormulas(table.content.sheet, `${first}:${last}`);
  formulas.forEach(([formula], row) => {
    if (formula === null || formula === undefined) return;
    const code = table.text(row, 'code');
    byCode.set(code, (byCode.get(code) ?? new Set()).add(tidyFormula(formula)));
  });
  return byCode;
}
