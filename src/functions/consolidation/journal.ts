import type { Adjustment } from '../../campaign';
import type { Catalogue } from '../../catalogue';
import { tableOfRange } from '../../contribution';
import type { Grid } from '../arguments/grid';
import { wrong } from '../failure';
import { consolidationNow } from './engine-source';

/**
 * The adjustments of the union, by the rules of the campaign workbook: a row that cannot be used is left out, as the
 * pane and the command line leave it out, where its remark is told. Throws FunctionFailure for a range that lacks a
 * column.
 */
export function journalIn(grid: Grid | undefined, catalogue: Catalogue): readonly Adjustment[] {
  if (!grid) return [];
  const table = tableOfRange(grid.values, { name: grid.name, sheet: '' });
  const { journal, remarks } = consolidationNow().journalOfTable(table, grid.name, catalogue);
  if (remarks.every(({ code }) => code !== 'missing_column')) return journal;
  throw wrong(
    '« journal » : il manque une colonne. Donnez le journal du classeur de campagne avec sa ligne de titres, IMPACT_JOURNAL[#Tout].',
    '"journal": a column is missing. Give the journal of the campaign workbook with its heading row, IMPACT_JOURNAL[#All].',
  );
}
