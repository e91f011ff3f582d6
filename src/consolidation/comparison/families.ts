import { families, type Family } from '../../contribution';
import type { Consolidation, IndicatorCell } from '../model';

const order: readonly (Family | undefined)[] = [...families, undefined];

/** The indicators of one family of landlords at one territory, by code. */
export interface FamilyColumn {
  /** Undefined: the landlords whose family nobody gave. */
  readonly family: Family | undefined;
  readonly sirens: ReadonlySet<string>;
  readonly cells: ReadonlyMap<string, IndicatorCell>;
}

/**
 * The indicators of each family expected at a territory, each recomputed from its own landlords. Empty where there
 * are not two families to compare.
 */
export function familiesOf(consolidation: Consolidation, territory: string): readonly FamilyColumn[] {
  const familyOf = new Map(consolidation.landlords.map(({ siren, family }) => [siren, family]));
  const expected = consolidation.expectedAt(territory);
  const codes = new Set(consolidation.cells.map(({ code }) => code));
  const columns = order.flatMap((family): FamilyColumn[] => {
    const sirens = new Set(expected.filter((siren) => familyOf.get(siren) === family));
    if (sirens.size === 0) return [];
    const cells = [...codes].flatMap((code) => {
      const cell = consolidation.cellAmong(code, territory, sirens);
      return cell ? [[code, cell] as const] : [];
    });
    return [{ family, sirens, cells: new Map(cells) }];
  });
  return columns.length > 1 ? columns : [];
}
