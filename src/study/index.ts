export {
  type Contents,
  StudyError,
  type StudyCell,
  type StudyData,
  type StudySource,
  mainSource,
} from './data';
export type * from './document';
export { readStudyData } from './input/assemble';
export { prepareForm } from './input/form';
export { studyTemplate, studyTemplates } from './template/shipped';
export { loadTemplate, type StudyTemplate } from './template/load';
export { buildStudy, type BuildOptions } from './build/build';
export { type StudyFormat, studyFormatOf, studyFormats } from './output/formats';
export { defaultTheme, type StudyTheme } from './theme';
