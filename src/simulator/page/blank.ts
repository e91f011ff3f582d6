import { writeWorkbook } from '../../xlsx';
import { BLANK_NAME } from './asked-file';
import type { GivenFile } from './files';

/** A new workbook of one empty sheet, as a file: it is then opened and saved as any other. */
export const blankFile = async (): Promise<GivenFile> => ({
  name: BLANK_NAME,
  bytes: await writeWorkbook({
    title: 'Classeur1',
    creator: '',
    modified: new Date(),
    sheets: [{ name: 'Feuil1', columns: [], rows: [] }],
  }),
});
