export {
  type ReceivedTable,
  receivedHeadings,
  receivedTables,
  type StoredCell,
  type StoredRows,
} from './format';
export { dateOf, type ReadTable } from './cells';
export { type ReadTables, receivedOf } from './read';
export { receivedInWorkbook } from './closed';
export { storedRows, type Taken, type Taking } from './rows';
export { type ReceivedVersion, receivedVersions } from './versions';
export { receivedFormats, receivedSheetModels } from './sheets';
