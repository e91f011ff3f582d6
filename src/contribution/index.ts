export type * from './model';
export { headings, identityFields, optionalHeadings, rowTables, tableNames, type TableName } from './format';
export { parseFrenchNumber, showNumber } from './numbers';
export { isValidSiren } from './siren';
export { parseFamily } from './identity-values';
export { type ReadOptions, readContribution } from './read';
export { settleContribution } from './settle';
export { buildTemplate, type TemplateIdentity } from './template';
