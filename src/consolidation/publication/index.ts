export { publish } from './publish';
export { buildPublicationWorkbook } from './workbook/workbook';
export { publicationToCsv } from './csv';
export { publicationToJson, type PublicationJson } from './json';
export { type ShownCell, shownCells } from './shown';
export type { Publication, PublishedCell, WithheldReason } from './model';
export { reasonWords as publicationReasons } from './words';
export { firstStep } from './first-step';
export { type ExpectedAnswer, type RedressedSum, redressSum } from './redress';
