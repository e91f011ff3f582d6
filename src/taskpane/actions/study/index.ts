export { exportStudy, type ExportedStudy, type StudyToExport } from './export-study';
export { removeStudy, writeStudy, type StudyToWrite } from './write-study';
export { changedSince, namedAs, writtenSheets, type WrittenSheet } from './written-sheets';
export { insertStudyTables } from './insert-study-tables';
export { keepText, restoreText, rewriteText, type TextToRewrite } from './rewrite-text';
