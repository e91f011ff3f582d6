import { catalogue } from '../../catalogue';
import { fecFigures, LedgersDiffer, ledgersByYear, readAccountTable, TableRefused } from '../../importers';
import { loadCatalogueTexts, loadTable } from '../../functions';
import { prefillAll } from './prefill';
import { receiveFiles } from './receive-files';
import { sendBack } from './send-back';
import type { AccountsContent, JobName, JobOptions, Jobs } from './model';
import { point, propose } from './propose';
import { readFile } from './read-file';

type Performers = {
  readonly [Name in JobName]: (
    input: Jobs[Name]['input'],
    options: JobOptions<Name>,
  ) => Jobs[Name]['output'] | Promise<Jobs[Name]['output']>;
};

const performers: Performers = {
  readFile,
  propose,
  point,
  fecFigures: figuresOf,
  receive: receiveFiles,
  prefill: prefillAll,
  sendBack,
  // Templates and the writers of three formats, that no other work needs.
  study: async (input) => (await fetchStudy()).makeStudy(input),
  studyFile: async (input) => (await fetchStudy()).studyFile(input),
  studyPages: async (input) => (await fetchStudy()).studyPages(input),
  studySheets: async (input) => (await fetchStudy()).studySheets(input),
};

const fetchStudy = () => import(/* webpackChunkName: "study-work" */ './study');

/** Does a work where it is called, with the tables it needs: in the worker, or in the pane's own thread. */
export async function perform<Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
  options: JobOptions<Name> = {},
): Promise<Jobs[Name]['output']> {
  await Promise.all([loadTable('territories'), loadTable('postalCodes'), loadCatalogueTexts()]);
  return performers[name](input, options);
}

function figuresOf({
  ledgers,
  local,
  suppliers,
  accounts,
}: Jobs['fecFigures']['input']): Jobs['fecFigures']['output'] {
  try {
    const { years } = ledgersByYear(ledgers);
    const options = {
      catalogue,
      local,
      ...(suppliers && { suppliers }),
      ...(accounts && { accounts: rowsOf(accounts) }),
    };
    return { imports: years.map((ledger) => fecFigures(ledger, options)) };
  } catch (error) {
    if (error instanceof LedgersDiffer || error instanceof TableRefused)
      return { imports: [], problem: error.message };
    throw error;
  }
}

const rowsOf = ({ sheet, rows, firstLine }: AccountsContent) =>
  readAccountTable([{ sheet, rows, lineOf: (row) => firstLine + row }], 'ce classeur', catalogue);
