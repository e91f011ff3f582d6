import { catalogue } from '../../src/catalogue';
import { proposeMappings, type SheetView, sureEnough } from '../../src/mapping';
import { sampleRegion } from '../../src/sample';
import type { SheetModel } from '../../src/xlsx';
import { area, identityOf, latest, regionalValue, workbooksOf } from '../sample/read-model';

/** A view straight from a model: what the open workbook gives in the pane is no more than this. */
function viewOfModel({ name, rows, tables = [] }: SheetModel): SheetView {
  return {
    name,
    rows: rows.length,
    columns: Math.max(0, ...rows.map(({ cells }) => cells.length)),
    cell: (row, column) => {
      const value = rows[row]?.cells[column]?.value;
      return value instanceof Date ? value.getTime() / 86_400_000 + 25569 : value;
    },
    isDate: (row, column) => rows[row]?.cells[column]?.value instanceof Date,
    tables: tables.map((table) => {
      const { top, left, bottom, right } = area(table.ref);
      return {
        ...table,
        block: { firstRow: top, lastRow: bottom, firstColumn: left, lastColumn: right },
        headerRows: 1,
        totalsRows: 0,
      };
    }),
  };
}

describe('the own sheets of the sample region’s landlords', () => {
  it('give no figure by themselves that the landlord itself does not state', () => {
    const wrong: string[] = [];
    let accepted = 0;
    let offered = 0;
    const year = 2019;
    const all = latest(workbooksOf(sampleRegion('normandie', catalogue).files));
    // One in six is enough to see every vocabulary and layout; lainerie’s file states wrong figures on purpose.
    const some = all.filter(({ path }, index) => index % 6 === 1 && !path.includes('lainerie'));
    for (const { path, workbook } of some) {
      if (identityOf(workbook).get('exercice') !== year) continue;
      const { proposals } = proposeMappings(workbook.sheets.map(viewOfModel), {
        catalogue,
        year,
        territory: 'REG:28',
      });
      offered += new Set(proposals.map(({ code }) => code)).size;
      for (const proposal of proposals.filter(({ confidence }) => confidence >= sureEnough)) {
        const stated = regionalValue(workbook, proposal.code);
        if (stated === undefined) continue;
        accepted += 1;
        // Some landlords state taxes in thousands of euros, cut to the last one.
        const alike = Math.abs(proposal.value - stated) <= Math.max(1, 1e-6 * Math.abs(stated));
        if (!alike)
          wrong.push(
            `${path} ${proposal.code}: ${proposal.value} from ${proposal.where} (${proposal.why.join(' ; ')}), ${stated} stated`,
          );
      }
    }
    console.info(
      `Sample: ${accepted} figures accepted by themselves, ${offered} data points offered, ${wrong.length} wrong.\n${wrong.slice(0, 40).join('\n')}`,
    );
    expect(accepted).toBeGreaterThan(150);
    expect(wrong).toEqual([]);
  });
});
