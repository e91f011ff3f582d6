import { type WorkbookModel, writeWorkbook } from '../../src/xlsx';
import { itWithLibreOffice, recalculate } from '../support/libreoffice';
import { demo } from './write-demo';

describe('LibreOffice, recalculating everything', () => {
  itWithLibreOffice('finds what every formula of the demonstration stores', async () => {
    const values = await recalculate(await writeWorkbook(demo));
    const compared: string[] = [];
    for (const sheet of demo.sheets) {
      sheet.rows.forEach(({ cells }, row) =>
        cells.forEach((cell, column) => {
          if (cell?.formula === undefined) return;
          const stored = cell.error ?? cell.value;
          const found = values.get(sheet.name)?.[row]?.[column];
          // LibreOffice writes 15 digits.
          if (typeof stored === 'number') expect(found).toBeCloseTo(stored, 6);
          else expect(found).toBe(stored);
          compared.push(cell.formula);
        }),
      );
    }
    expect(compared).toHaveLength(10 + 5 + 4);
  });

  itWithLibreOffice('reads texts as they were given', async () => {
    const rows = (await recalculate(await writeWorkbook(demo))).get("Données d'essai")!;
    expect(rows.slice(1, 5).map((row) => row.slice(0, 2))).toEqual([
      ['=1+1', 'x'],
      ['+33', ' y '],
      ['-x', 'é\nè'],
      ['@a', '😀'],
    ]);
    expect(rows[0]!.slice(0, 3)).toEqual(['Code', 'Libellé\nlong', 'Valeur "v"']);
    expect(rows[6]![0]).toBe('2026-11-21');
  });

  // Otherwise the comparison above would compare our results with themselves.
  itWithLibreOffice('does not believe stored results', async () => {
    const model: WorkbookModel = {
      title: 't',
      creator: 'c',
      modified: new Date(0),
      sheets: [
        {
          name: 'A',
          columns: [],
          rows: [
            { cells: [{ value: 2 }, { formula: 'A1*21', value: 999 }, { formula: 'NA()', value: 'faux' }] },
          ],
        },
      ],
    };
    expect((await recalculate(await writeWorkbook(model))).get('A')).toEqual([[2, 42, '#N/A']]);
  });
});
