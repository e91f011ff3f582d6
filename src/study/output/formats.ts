import { writeWorkbook } from '../../xlsx';
import type { StudyDocument } from '../document';
import type { StudyTheme } from '../theme';
import { studyWorkbook } from './sheets/workbook';
import { writeSlides } from './slides/presentation';
import { writeWord } from './word/document';

/** What a study can be written as, by the extension of its file. */
export const studyFormats: Readonly<
  Record<'xlsx' | 'docx' | 'pptx', (study: StudyDocument, theme?: StudyTheme) => Promise<Uint8Array>>
> = {
  xlsx: (study, theme) => writeWorkbook(studyWorkbook(study, theme)),
  docx: writeWord,
  pptx: writeSlides,
};

export type StudyFormat = keyof typeof studyFormats;

/** The format a file name asks for; undefined for any other extension. */
export function studyFormatOf(file: string): StudyFormat | undefined {
  const extension = /\.(xlsx|docx|pptx)$/i.exec(file)?.[1]?.toLowerCase();
  return extension === 'xlsx' || extension === 'docx' || extension === 'pptx' ? extension : undefined;
}
