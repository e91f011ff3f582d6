import { WorkbookRefused, type ByteSource, type Inflate } from '../../xlsx';
import { openSource, tableOfText, tablesOfWorkbook, type SourceTable } from '../tables';
import { kindNames } from '../text';
import { TableRefused } from './table-rows';

/**
 * The tables of a CSV file or of the sheets of a workbook, that a person gives beside an accounting-entry file.
 * Throws TableRefused when it is neither.
 */
export async function tablesOfFile(
  source: ByteSource,
  fileName: string,
  inflate?: Inflate,
): Promise<readonly SourceTable[]> {
  const opened = await openSource(source);
  if (opened.kind === 'text') {
    const table = await tableOfText(opened);
    if (table) return [table];
    throw new TableRefused(
      `« ${fileName} » est un texte sans colonnes : il faut un fichier CSV ou un classeur.`,
    );
  }
  if (opened.kind !== 'xlsx') {
    throw new TableRefused(
      `« ${fileName} » est ${kindNames[opened.kind]} : il faut un fichier CSV ou un classeur .xlsx.`,
    );
  }
  try {
    const tables: SourceTable[] = [];
    for await (const table of tablesOfWorkbook(source, inflate)) tables.push(table);
    return tables;
  } catch (error) {
    if (error instanceof WorkbookRefused) throw new TableRefused(`« ${fileName} » : ${error.message}`);
    throw error;
  }
}
