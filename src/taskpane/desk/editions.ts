import { earlierYear, type EarlierYear } from '../../campaign';
import { catalogue } from '../../catalogue';
import { type EarlierEdition, readEdition } from '../../consolidation';
import { openWorkbook } from '../../xlsx';
import { fileSource } from '../jobs/file-source';

/** The internal workbook of an earlier edition that a person gives. Throws NotAnEdition or WorkbookRefused. */
export async function editionIn(file: File): Promise<EarlierEdition> {
  return readEdition(await openWorkbook(fileSource(file)), file.name);
}

/** The workbook of another year that a person gives, of its campaign too. Throws NotAnEdition or WorkbookRefused. */
export const yearIn = (file: File): Promise<EarlierYear> =>
  earlierYear(fileSource(file), file.name, { catalogue });
