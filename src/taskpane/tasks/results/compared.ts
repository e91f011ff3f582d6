import type { TerritoryGap, YearChange } from '../../../consolidation';
import type { Desk, Results } from '../../desk';

/** What results are compared with: a territory of the consolidation, families, landlords, another year. */
export type Comparing =
  | { readonly kind: 'nothing' | 'families' | 'distribution' | 'year' }
  | { readonly kind: 'territory'; readonly code: string };

/** As the choice of the page holds it. */
export const comparingOf = (value: string): Comparing =>
  value.includes(':')
    ? { kind: 'territory', code: value }
    : { kind: value as Exclude<Comparing['kind'], 'territory'> };

export const valueOfComparing = (one: Comparing): string => (one.kind === 'territory' ? one.code : one.kind);

/** Families, landlords are compared over the whole territory only. */
export const isWholeOnly = ({ kind }: Comparing): boolean => kind === 'families' || kind === 'distribution';

/** What a comparison gives, read at a cell. */
export interface Compared {
  readonly gaps?: ReadonlyMap<string, TerritoryGap>;
  readonly changes?: ReadonlyMap<string, YearChange>;
  readonly year?: number;
  readonly leftOut?: readonly string[];
  readonly problem?: string;
}

export const cellKey = ({ code, territory }: { readonly code: string; readonly territory: string }): string =>
  `${code} ${territory}`;

/** Asks what the comparison needs; families and landlords are in the results already. */
export async function compare(
  desk: Desk,
  { territory }: Results,
  comparing: Comparing,
  file: File | undefined,
): Promise<Compared> {
  if (comparing.kind === 'territory' || comparing.kind === 'nothing') {
    const code = comparing.kind === 'territory' ? comparing.code : territory;
    const gaps = await desk.ask('gaps', { territory: code });
    return { gaps: new Map(gaps.map((one) => [cellKey(one), one])) };
  }
  if (comparing.kind === 'year' && file) {
    const { year, changes, leftOut, problem } = await desk.ask('years', { file });
    if (problem !== undefined) return { problem };
    return { year, leftOut, changes: new Map(changes.map((one) => [cellKey(one), one])) };
  }
  return {};
}
