import type { Catalogue } from '../catalogue';
import { type ByteSource, type Inflate, type WorkbookReader, WorkbookRefused, openWorkbook } from '../xlsx';
import { type TableName, tableNames } from './format';
import type { Contribution } from './model';
import { contributionFromTables, rejected } from './read-tables';
import type { Table } from './table-view';
import { headingKey } from './words';

export interface ReadOptions {
  readonly catalogue: Catalogue;
  /** A faster inflate than the default one, bounded by size. */
  readonly inflate?: Inflate;
}

/**
 * Reads and checks a landlord's workbook (contribution workbook, format 1). Never throws: a file that cannot
 * be read, or that holds no usable identity or data table, is `rejected`, the reason being its first remark.
 */
export async function readContribution(
  source: ByteSource,
  file: string,
  options: ReadOptions,
): Promise<Contribution> {
  try {
    const workbook = await openWorkbook(source, options.inflate ? { inflate: options.inflate } : {});
    return await readTables(workbook, file, options.catalogue);
  } catch (error) {
    const [code, message] =
      error instanceof WorkbookRefused
        ? [`file_${error.code}`, error.message]
        : [
            'file_unreadable',
            'Ce fichier n’a pas pu être lu : ouvrez-le dans Excel, enregistrez-le en .xlsx, puis recommencez.',
          ];
    return rejected(file, [{ level: 'blocking', code, message, source: { file, sheet: '', cell: '' } }]);
  }
}

/** Loads the tables of the format that are there, then reads them. */
async function readTables(
  workbook: WorkbookReader,
  file: string,
  catalogue: Catalogue,
): Promise<Contribution> {
  const tables: Partial<Record<TableName, Table>> = {};
  for (const name of Object.values(tableNames)) {
    const found = workbook.tables.find((one) => headingKey(one.name) === headingKey(name));
    if (found) tables[name] = await workbook.readTable(found.name);
  }
  const { modified } = workbook.properties;
  return contributionFromTables(tables, file, {
    catalogue,
    date1904: workbook.date1904,
    others: workbook.tables.map((one) => one.name),
    ...(modified && { modified }),
  });
}
