export {
  type Contents,
  StudyError,
  type StudyCell,
  type StudyData,
  type StudySource,
  mainSource,
} from './data';
export type * from './document';
export * from './edits';
export { editsOf, readStudyData, type StudyFile, templatesOf, themeSettingsOf } from './input/assemble';
export { editsSheet, formSheets, formTablesOf, prepareForm, writtenSheet } from './input/form';
export { sourceOfConsolidation } from './input/source-of';
export type { StudyWorkbook } from './input/table-rows';
export { editsTable, formTables, templateTable, themeTable, writtenTable } from './input/tables';
export { studyWithin } from './input/within';
export { rawTemplate, studyTemplate, studyTemplates } from './template/shipped';
export { loadTemplate, type StudyTemplate } from './template/load';
export type { RawTemplate } from './template/schema';
export { buildStudy, type BuildOptions } from './build/build';
export { type Lack, lacksOf, missingFor } from './build/missing';
export { type Outlines, readOutlines } from './map/outlines';
export { type StudyFormat, studyFormatOf, studyFormats } from './output/formats';
export { type SheetsPlace, studySheetModels } from './output/sheets/workbook';
export { defaultTheme, type StudyTheme, themeOf, type WrittenSetting } from './theme';
