export { exportStudy, type ExportedStudy, type StudyToExport } from './export-study';
export { insertStudyTables } from './insert-study-tables';
export { keepText, restoreText, rewriteText, type TextToRewrite } from './rewrite-text';
