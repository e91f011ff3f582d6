import { type EarlierEdition, NotAnEdition, readEdition } from '../consolidation';
import { openWorkbook, WorkbookRefused } from '../xlsx';
import { CannotRun } from './errors';
import { exists, inflate, withFile } from './files';

/** The internal workbook of an earlier edition, given to an option; one line for the person when it is none. */
export async function earlierEdition(path: string, option: string): Promise<EarlierEdition> {
  if (!(await exists(path))) {
    throw new CannotRun(
      `« ${path} » n’existe pas : donnez à ${option} le classeur interne de l’édition précédente.`,
    );
  }
  try {
    return await withFile(path, async (source) => readEdition(await openWorkbook(source, { inflate }), path));
  } catch (error) {
    if (error instanceof NotAnEdition) throw new CannotRun(error.message);
    if (error instanceof WorkbookRefused) throw new CannotRun(`${path} : ${error.message}`);
    throw error;
  }
}
