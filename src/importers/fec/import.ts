import type { ByteChunks } from '../text';
import { fecFigures, type FigureOptions } from './figures';
import type { FecImport } from './model';
import { readFec, type FecReadingOptions } from './read';

export type FecImportOptions = FecReadingOptions & FigureOptions;

/**
 * Reads one accounting-entry file and gives its data points, in a Worker as in Node. Throws FecRefused when it is
 * no such file, TableNotLoaded when suppliers are located before the geographic tables are provided.
 */
export async function importFec(chunks: ByteChunks, options: FecImportOptions): Promise<FecImport> {
  return fecFigures(await readFec(chunks, options), options);
}
