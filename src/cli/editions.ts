import { earlierYear, type EarlierYear } from '../campaign';
import { catalogue } from '../catalogue';
import { type EarlierEdition, NotAnEdition, readEdition } from '../consolidation';
import { type ByteSource, openWorkbook, WorkbookRefused } from '../xlsx';
import { CannotRun } from './errors';
import { exists, inflate, withFile } from './files';

/** The internal workbook of an earlier edition, given to an option; one line for the person when it is none. */
export const earlierEdition = (path: string, option: string): Promise<EarlierEdition> =>
  workbookOf(path, option, async (source) => readEdition(await openWorkbook(source, { inflate }), path));

/** The workbook of another year, of its campaign too, given to an option; one line for the person when it is none. */
export const otherYear = (path: string, option: string): Promise<EarlierYear> =>
  workbookOf(path, option, (source) => earlierYear(source, path, { catalogue, inflate }));

async function workbookOf<Result>(
  path: string,
  option: string,
  read: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  if (!(await exists(path))) {
    throw new CannotRun(
      `« ${path} » n’existe pas : donnez à ${option} le classeur interne de l’édition précédente.`,
    );
  }
  try {
    return await withFile(path, read);
  } catch (error) {
    if (error instanceof NotAnEdition) throw new CannotRun(error.message);
    if (error instanceof WorkbookRefused) throw new CannotRun(`${path} : ${error.message}`);
    throw error;
  }
}
