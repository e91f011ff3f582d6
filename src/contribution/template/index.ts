export { localIndicatorsSheet } from './local-sheet';
export { buildTemplate, type TemplateOptions } from './template';
export { type Question, questionsOf } from './questions';
export type { TemplateIdentity } from './identity';
