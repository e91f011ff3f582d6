import { sheetNameFrom, type WorkbookModel } from '../../../xlsx';
import type { StudyDocument } from '../../document';
import { defaultTheme, type StudyTheme } from '../../theme';
import { ChapterSheet } from './chapter-sheet';
import { dataSheetName, StudyFigures } from './data-sheet';
import { recoloured } from './recolour';

/** The study as a workbook: a sheet for each chapter, live on the table of its figures, with native charts. */
export function studyWorkbook(study: StudyDocument, theme: StudyTheme = defaultTheme): WorkbookModel {
  const figures = new StudyFigures(study);
  const taken = [dataSheetName(study.locale)];
  const internal = study.banner === undefined ? '' : ' — interne';
  const footer = `&L${(study.footer + internal).replaceAll('&', '&&').slice(0, 120)}&R&A — page &P / &N`;
  const sheets = study.chapters.map((chapter, at) => {
    const name = sheetNameFrom(chapter.title, taken);
    taken.push(name);
    return new ChapterSheet(study, chapter, name, figures, theme).sheet(at === 0, footer);
  });
  return {
    title: study.title,
    creator: 'Impact HLM',
    modified: study.date,
    sheets: [...sheets, figures.sheet(footer)].map((one) => recoloured(one, theme)),
    font: theme.font,
    properties: { impact_classeur: 'etude' },
  };
}
