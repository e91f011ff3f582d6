import type { Profile } from './profile';
import type { Town } from './normandie/towns';

/** A figure known of the territory, for `references.csv`. */
export interface KnownFigure {
  readonly code: string;
  readonly territory: string;
  readonly value: number;
  readonly source: string;
}

/** Whole-number totals that the landlords' figures add up to, by data point (amounts in euros). */
export type Totals = Readonly<Record<string, number>>;

/** A region of the sample: everything its files are made from. */
export interface Region {
  readonly name: string;
  readonly territory: string;
  readonly year: number;
  readonly landlords: readonly Profile[];
  readonly towns: readonly Town[];
  /** Communes with at least one dwelling, towns included. */
  readonly communes: number;
  /** Former communes by the one of today, for the landlord that still uses their codes. */
  readonly formerCommunes: Readonly<
    Record<string, readonly { readonly code: string; readonly name: string }[]>
  >;
  readonly totals: Totals;
  /** Mean rent, in cents per square metre and month. */
  readonly rentCents: number;
  readonly references: readonly KnownFigure[];
  readonly readme: string;
}

/** The regional total of a data point; throws when the region's table lacks it. */
export function totalOf(region: Region, code: string): number {
  const total = region.totals[code];
  if (total === undefined) throw new RangeError(`No regional total for ${code}.`);
  return total;
}
