export type * from './model';
export {
  headings,
  identityFields,
  optionalHeadings,
  rowTables,
  tableNames,
  type IdentityField,
  type TableName,
} from './format';
export { answerText, showAnswer } from './answers';
export { parseFrenchNumber, showNumber } from './numbers';
export { isValidSiren, isValidSiret, tidySiren } from './siren';
export { families, parseDate, parseFamily } from './identity-values';
export { type ReadOptions, readContribution } from './read';
export { contributionFromTables, type ContributionTables, type TablesOptions } from './read-tables';
export { type AnswerTables, readAnswers, type ReadBody } from './read-ranges';
export { errorCodeOf, type RangePlace, type RangeValues, tableOfRange } from './range-table';
export { localIndicatorsOfTable } from './read-local';
export type { Table } from './table-view';
export { headingKey, looseKey } from './words';
export { settleContribution } from './settle';
export {
  buildTemplate,
  localIndicatorsSheet,
  type Question,
  questionsOf,
  type TemplateIdentity,
  type TemplateOptions,
} from './template';
