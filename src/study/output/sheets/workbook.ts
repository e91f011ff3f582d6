import { type SheetModel, sheetNameFrom, type WorkbookModel } from '../../../xlsx';
import type { StudyDocument } from '../../document';
import { defaultTheme, type StudyTheme } from '../../theme';
import { ChapterSheet } from './chapter-sheet';
import { dataSheetName, StudyFigures } from './data-sheet';
import { recoloured } from './recolour';

/** Where the sheets of a study go: alone in a file, or among those of a workbook. */
export interface SheetsPlace {
  /** Names that other sheets have. */
  readonly taken?: readonly string[];
  /** The name of the table of its figures; `ETUDE_DONNEES` unless told. */
  readonly table?: string;
  /** Without maps and logo, which Excel's API cannot draw: their figures stand as cells. */
  readonly withoutDrawings?: boolean;
}

/** A sheet for each chapter, live on the sheet of its figures, which comes last. */
export function studySheetModels(
  study: StudyDocument,
  theme: StudyTheme = defaultTheme,
  { taken: others = [], table, withoutDrawings = false }: SheetsPlace = {},
): SheetModel[] {
  const taken = [...others];
  const nameFor = (title: string): string => {
    const name = sheetNameFrom(title, taken);
    taken.push(name);
    return name;
  };
  // Its name first: every formula has it.
  const figures = new StudyFigures(study, nameFor(dataSheetName(study.locale, others.length === 0)), table);
  const internal = study.banner === undefined ? '' : ' — interne';
  const footer = `&L${(study.footer + internal).replaceAll('&', '&&').slice(0, 120)}&R&A — page &P / &N`;
  const sheets = study.chapters.map((chapter, at) =>
    new ChapterSheet(study, chapter, nameFor(chapter.title), figures, theme, !withoutDrawings).sheet(
      at === 0,
      footer,
    ),
  );
  return [...sheets, figures.sheet(footer)].map((one) => recoloured(one, theme));
}

/** The study as a workbook: a sheet for each chapter, live on the table of its figures, with native charts. */
export function studyWorkbook(study: StudyDocument, theme: StudyTheme = defaultTheme): WorkbookModel {
  return {
    title: study.title,
    creator: 'Impact HLM',
    modified: study.date,
    sheets: studySheetModels(study, theme),
    font: theme.font,
    properties: { impact_classeur: 'etude' },
  };
}
