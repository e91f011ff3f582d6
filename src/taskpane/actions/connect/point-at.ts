import type { Pointed } from '../../../mapping';
import { runJob } from '../../jobs';
import type { ExcelPort } from '../../port';
import type { SearchResult } from './search-sheets';

/** A selection of the open workbook. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/**
 * What a data point would be, read where a person points: a cell, a heading, cells of a column, a whole column. `unit` is
 * what the person says of the amounts; else the sheet tells. Nothing is written.
 */
export async function pointAt(
  place: Place,
  code: string,
  { year, territory }: Pick<SearchResult, 'year' | 'territory'>,
  unit: string | undefined,
  { port, signal }: { readonly port: ExcelPort; readonly signal?: AbortSignal },
): Promise<Pointed> {
  const work = { ...(signal && { signal }) };
  const { sheets } = await port.readSheets((name) => name === place.sheet, work);
  return runJob(
    'point',
    {
      ...{ sheets, place, code, year },
      ...(territory !== undefined && { territory }),
      ...(unit !== undefined && { unit }),
    },
    work,
  );
}
