import { noExtras } from '../../host/model/extras';
import type { FileTable } from '../model';
import type { WorksheetReading } from '../open/worksheet';
import type { Json, WorkbookExtras } from './extras';
import { loadLinks } from './links';

/** What a file says that the host keeps beside the grid, so that the add-in reads it as from Excel. */
export function loadExtras(
  sheets: readonly WorksheetReading[],
  tables: readonly FileTable[],
): WorkbookExtras {
  const protections = sheets.flatMap(({ source, protection }) =>
    protection === undefined ? [] : [[source.id, protection] as const],
  );
  const kept = tables.map(({ id, style, totalsRows }): [string, Record<string, Json>] => [
    id,
    { ...(style !== undefined && { style }), ...(totalsRows > 0 && { showTotals: true }) },
  ]);
  return {
    ...noExtras,
    validations: sheets.flatMap((one) => one.storedValidations),
    conditionalFormats: sheets.flatMap((one) => one.storedHighlights),
    hyperlinks: loadLinks(sheets.flatMap((one) => one.links)),
    protections: Object.fromEntries(protections),
    tables: Object.fromEntries(kept),
  };
}
