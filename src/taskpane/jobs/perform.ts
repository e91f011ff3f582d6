import { catalogue } from '../../catalogue';
import { fecFigures, LedgersDiffer, ledgersByYear } from '../../importers';
import { loadCatalogueTexts, loadTable } from '../../functions';
import type { JobName, JobOptions, Jobs } from './model';
import { propose } from './propose';
import { readFile } from './read-file';

type Performers = {
  readonly [Name in JobName]: (
    input: Jobs[Name]['input'],
    options: JobOptions,
  ) => Jobs[Name]['output'] | Promise<Jobs[Name]['output']>;
};

const performers: Performers = { readFile, propose, fecFigures: figuresOf };

/** Does a work where it is called, with the tables it needs: in the worker, or in the pane's own thread. */
export async function perform<Name extends JobName>(
  name: Name,
  input: Jobs[Name]['input'],
  options: JobOptions = {},
): Promise<Jobs[Name]['output']> {
  await Promise.all([loadTable('territories'), loadTable('postalCodes'), loadCatalogueTexts()]);
  return performers[name](input, options);
}

function figuresOf({ ledgers, local, suppliers }: Jobs['fecFigures']['input']): Jobs['fecFigures']['output'] {
  try {
    const { years } = ledgersByYear(ledgers);
    const options = { catalogue, local, ...(suppliers && { suppliers }) };
    return { imports: years.map((ledger) => fecFigures(ledger, options)) };
  } catch (error) {
    if (error instanceof LedgersDiffer) return { imports: [], problem: error.message };
    throw error;
  }
}
