import type { Indicator } from '../../catalogue';
import type { LandlordLeaf } from '../leaves';
import type { Consolidation } from '../model';
import { growsWithStock } from '../publication/gates';
import { quotientOf, reals, type Term } from '../publication/linear';
import { constantsOf } from '../publication/standing';
import { referenceFigureOf } from '../benchmark';
import { changeBetween } from './change';

/** An indicator of a territory beside that of another, and beside a reference figure. */
export interface TerritoryGap {
  readonly code: string;
  readonly territory: string;
  readonly unit: string;
  readonly value: number | null;
  /** The same indicator at the territory compared with. */
  readonly other: number | null;
  /** Null also for what grows with the stock: a région has more dwellings than a département, and that is no news. */
  readonly gap: number | null;
  /** The reference figure given for the territory, else the latest published one. */
  readonly reference: number | null;
  readonly gapToReference: number | null;
}

/**
 * Every territory of a consolidation beside one of them (the région, a neighbour), and beside the reference figures.
 * Gaps are in points for shares, else relative. Empty when the territory is none of the consolidation's.
 */
export function gapsTo(consolidation: Consolidation, territory: string): TerritoryGap[] {
  if (!consolidation.territories.includes(territory)) return [];
  const { cells, catalogue } = consolidation;
  const others = new Map(
    cells.filter((one) => one.territory === territory).map((one) => [one.code, one.value]),
  );
  return cells.flatMap((cell): TerritoryGap[] => {
    const indicator = catalogue.indicators.get(cell.code);
    if (indicator?.consolidation !== 'recomputed') return [];
    const { code, unit, value } = cell;
    const other = cell.territory === territory ? null : (others.get(code) ?? null);
    const reference = referenceFigureOf(consolidation, indicator, cell.territory) ?? null;
    return [
      {
        code,
        territory: cell.territory,
        unit,
        value,
        other,
        gap: growsWithTerritory(consolidation, indicator) ? null : changeBetween(unit, value, other),
        reference,
        gapToReference: changeBetween(unit, value, reference),
      },
    ];
  });
}

/** Whether an indicator is a sum, over landlords, and not the quotient of two of them. */
function growsWithTerritory({ catalogue }: Consolidation, { inlined }: Indicator): boolean {
  const leaf = (one: LandlordLeaf): Term[] => [{ leaf: one, factor: 1 }];
  // Any figure does for a reference: what matters is whether landlords are summed above and below.
  const quotient = quotientOf(
    inlined,
    reals,
    constantsOf(catalogue, () => 1),
    leaf,
  );
  return growsWithStock(quotient);
}
