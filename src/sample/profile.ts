import type { Family } from '../contribution';
import type { LedgerName } from './ledger';

/** At which territories a landlord gives its figures. */
export type Reporting =
  /** `REG:28` only. */
  | 'region'
  /** A blank territory: the campaign's. */
  | 'blank'
  /** One row a département. */
  | 'departements'
  /** The région and its départements, which add up. */
  | 'both'
  /** The stock commune by commune, the rest by département. */
  | 'communes';

/** How the person who fills in the workbook works. */
export type Habit =
  /** Own sheets are Excel tables, pointed at by their column names. */
  | 'structured'
  /** Taxes and aids in thousands of euros, with the unit said. */
  | 'thousands'
  /** Numbers without formula typed as French text. */
  | 'typed'
  /** Communes under the codes they had before merging. */
  | 'formerCodes'
  /** No market rents: the rent table is `ND`. */
  | 'noRentTable'
  /** No dwelling in a priority neighbourhood. */
  | 'rural'
  /** Sent after the closing date. */
  | 'late'
  /** Sent twice. */
  | 'twice'
  /** Sent with mistakes. */
  | 'mistaken';

/** A landlord of the sample, as its region's table declares it. */
export interface Profile {
  /** Names its file, and the source of chance of all its figures. */
  readonly slug: string;
  readonly name: string;
  readonly family: Family;
  /** Slug of the head of its group. */
  readonly group?: string;
  readonly siren: string;
  /** Its place among the landlords of its family, and how many they are. */
  readonly peer: { readonly rank: number; readonly of: number };
  /** Relative: the regional totals decide. */
  readonly size: number;
  /** Where its dwellings are: `DEP:14` and a share. */
  readonly departements: readonly { readonly code: string; readonly share: number }[];
  readonly reporting: Reporting;
  /** The sheets of its own that it connects; other figures are typed. */
  readonly sheets: readonly LedgerName[];
  readonly habits: ReadonlySet<Habit>;
  /** From 0: picks the landlord's words and layout. */
  readonly manner: number;
}
