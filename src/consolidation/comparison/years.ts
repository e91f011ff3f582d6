import type { Consolidation, IndicatorCell } from '../model';
import { changeBetween } from './change';

/** A figure then, now, and how it changed (points for a share, else relative). */
interface Pair {
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
}

/** An indicator of this campaign beside that of another. */
export interface YearChange extends Pair {
  readonly code: string;
  readonly territory: string;
  readonly unit: string;
  readonly respondentsBefore: number;
  readonly respondentsAfter: number;
  /** Over the landlords that answered both times: what changed, and not who answered. */
  readonly constant: Pair & { readonly landlords: number };
}

/**
 * Each indicator of this campaign beside that of another one, computed with the same formulas, as collected and over
 * the landlords that answered both times. Territories that only one of them has are left out.
 * @param then the other campaign (`earlierConsolidation`), of any year
 */
export function yearChanges(now: Consolidation, then: Consolidation): YearChange[] {
  const known = new Map(then.cells.map((cell) => [`${cell.code} ${cell.territory}`, cell]));
  const territories = new Set(then.territories);
  return now.cells.flatMap((cell): YearChange[] => {
    const indicator = now.catalogue.indicators.get(cell.code);
    if (indicator?.consolidation !== 'recomputed' || !territories.has(cell.territory)) return [];
    const before = known.get(`${cell.code} ${cell.territory}`);
    const { code, territory, unit } = cell;
    return [
      {
        code,
        territory,
        unit,
        ...pairOf(unit, before, cell),
        respondentsBefore: before?.respondents ?? 0,
        respondentsAfter: cell.respondents,
        constant: amongBoth(now, then, before, cell),
      },
    ];
  });
}

function amongBoth(
  now: Consolidation,
  then: Consolidation,
  before: IndicatorCell | undefined,
  { code, territory, unit, respondentSirens }: IndicatorCell,
): YearChange['constant'] {
  const earlier = new Set(before?.respondentSirens);
  const both = new Set(respondentSirens.filter((siren) => earlier.has(siren)));
  const pair = pairOf(unit, then.cellAmong(code, territory, both), now.cellAmong(code, territory, both));
  return { landlords: both.size, ...pair };
}

function pairOf(unit: string, before: IndicatorCell | undefined, after: IndicatorCell | undefined): Pair {
  const [from, to] = [before?.value ?? null, after?.value ?? null];
  return { before: from, after: to, change: changeBetween(unit, to, from) };
}
