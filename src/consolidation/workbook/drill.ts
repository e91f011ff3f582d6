import { leafKey, leavesOf } from '../../formula';
import { inside, type CellModel } from '../../xlsx';
import type { IndicatorCell } from '../model';
import { frame, isAnswered, type Plan } from './plan';
import { termsSheetName, type Terms } from './terms';

/** Where the calculation of a figure is shown, as a link to put on a cell; nothing where there is none. */
export type Drill = (cell: IndicatorCell) => Pick<CellModel, 'link'>;

/**
 * The first of the three clicks from a figure to its source cells: its calculation, then the answers of the matrix,
 * then the facts with file, sheet and cell. Where the calculation is not in the workbook (values only, or more
 * territories than matrices) it leads to the answers at once: those of the territory, else of the campaign's.
 */
export function drillOf(plan: Plan, terms: Terms): Drill {
  const { consolidation, territories, leafColumns } = plan;
  return (cell) => {
    const calculation = terms.of.get(cell);
    if (calculation)
      return { link: { to: inside(termsSheetName, calculation.first, 1), tip: 'Voir le calcul' } };
    const indicator = consolidation.catalogue.indicators.get(cell.code);
    const asked = indicator && leavesOf(indicator.inlined).find(isAnswered);
    const column = asked && leafColumns.get(leafKey(asked));
    const own = territories.get(cell.territory);
    const territory = own ?? territories.get(consolidation.territory);
    if (!territory || column === undefined) return {};
    const tip = own ? 'Voir les réponses' : `Voir les réponses (${territory.name})`;
    return { link: { to: inside(territory.matrix, frame.codeRow, column), tip } };
  };
}
