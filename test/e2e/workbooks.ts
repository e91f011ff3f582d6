import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { read, utils } from '@e965/xlsx';

/** The sample workbook that the server offers, as its bytes. */
export const sampleFile = (): Uint8Array => readFileSync(join(__dirname, '../../dist/exemples/exemple.xlsx'));

/** The cells of a sheet as SheetJS reads them, from A1; blanks are null. */
export function cellsOf(bytes: Uint8Array, sheet: string): unknown[][] {
  const found = read(bytes).Sheets[sheet];
  if (!found) throw new RangeError(`no sheet ${sheet}`);
  return utils.sheet_to_json(found, { header: 1, range: 0, defval: null, raw: true });
}

/** The names of the tables of a workbook, as its parts say them. */
export const tablesOf = (bytes: Uint8Array): string[] =>
  Object.values(unzipSync(bytes, { filter: ({ name }) => name.startsWith('xl/tables/') }))
    .flatMap((part) => /displayName="([^"]*)"/u.exec(strFromU8(part))?.[1] ?? [])
    .sort();
