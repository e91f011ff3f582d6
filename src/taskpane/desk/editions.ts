import { type EarlierEdition, readEdition } from '../../consolidation';
import { openWorkbook } from '../../xlsx';
import { fileSource } from '../jobs/file-source';

/** The internal workbook of an earlier edition that a person gives. Throws NotAnEdition or WorkbookRefused. */
export async function editionIn(file: File): Promise<EarlierEdition> {
  return readEdition(await openWorkbook(fileSource(file)), file.name);
}
