import type { TableContent } from '../../excel';
import type { Engine } from '../engine';
import type { HeldRent } from './harvest';
import { TableCells } from './table-cells';

/** The rent cells of the workbook that have no market rent. */
export function rentsWithoutMarket(content: TableContent, engine: Engine): readonly HeldRent[] {
  const table = new TableCells(content, engine);
  return content.rows.flatMap((_, row): HeldRent[] => {
    const year = Number(table.text(row, 'annee'));
    const territory = table.text(row, 'territoire');
    const known = engine.parseTerritory(territory)?.code ?? '';
    if (!known.startsWith('COM:') || year === 0 || table.text(row, 'loyer_marche') !== '') return [];
    // As written: the row is found again by its text.
    return known === territory ? [{ year, territory, typology: table.text(row, 'typologie') }] : [];
  });
}
