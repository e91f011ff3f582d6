import type { Remark } from '../../contribution';
import type { LayoutKind } from './layout';
import type { Rejection, SetAside } from './outcomes';

/** A figure by commune, as `IMPACT_DONNEES` takes it. */
export interface RplsFact {
  readonly code: string;
  /** `COM:14118`, today's code. */
  readonly territory: string;
  readonly year: number;
  readonly value: number;
}

/** A row of `IMPACT_LOYERS`; the market rent is not in an RPLS: it is joined from elsewhere. */
export interface RplsRentCell {
  readonly territory: string;
  readonly year: number;
  readonly typology: string;
  /** Main rents of January, € a month. */
  readonly rent: number;
  /** Living area of the same dwellings, m². */
  readonly area: number;
  /** €/m²/month, as the table it comes from gives it. */
  readonly marketRent?: number;
}

/** Lines that share a reason. */
export interface LinesSetAside {
  readonly reason: SetAside | Rejection;
  /** In French, without the count. */
  readonly label: string;
  readonly count: number;
  /** Numbers of the first lines concerned. */
  readonly examples: readonly number[];
}

/** What became of every line: `lines` is the sum of all the rest. */
export interface RplsCounts {
  readonly lines: number;
  /** Headings, their descriptions and the header line of a declaration. */
  readonly headings: number;
  readonly blank: number;
  /** Dwellings of the stock. */
  readonly present: number;
  /** Dwellings that left in the year: they count for sales, demolitions and changes of use only. */
  readonly exits: number;
  readonly outOfScope: readonly LinesSetAside[];
  readonly rejected: readonly LinesSetAside[];
}

/** Where the reporting year was taken from. */
export type YearOrigin = 'asked' | 'header' | 'headings' | 'dates' | 'none';

/** Dwellings of a commune that count in data points on zones (ABC, programmes). */
export interface ZonedCommune {
  readonly territory: string;
  /** In the stock. */
  readonly present: number;
  /** Built or acquired new, first let in the year. */
  readonly newDwellings: number;
}

export interface RplsImport {
  readonly file: string;
  readonly layout: { readonly kind: LayoutKind; readonly label: string };
  /** Reporting year; the survey is that of 1 January of the following one. 0 if nothing tells it: no figures then. */
  readonly year: number;
  readonly yearOrigin: YearOrigin;
  readonly landlord?: { readonly siren: string; readonly name: string };
  /** SIREN of the landlords whose dwellings are in the file, where it says so; at most 50. */
  readonly sirens: readonly string[];
  /** Lines of dwellings, whatever became of them. */
  readonly rows: number;
  readonly counts: RplsCounts;
  /** By commune only: a total beside its parts would count twice (spec, rule 2). */
  readonly facts: readonly RplsFact[];
  readonly cells: readonly RplsRentCell[];
  /** For the data points that need the zones of communes, once these are known (`withZonings`). */
  readonly zonedCommunes: readonly ZonedCommune[];
  /** Members of `communes_implantation`, today's INSEE codes. */
  readonly communes: readonly string[];
  /** Sums of the facts over the communes, by code. */
  readonly totals: Readonly<Record<string, number>>;
  /** Dwellings of the stock by initial financing. */
  readonly financing: readonly { readonly label: string; readonly dwellings: number }[];
  /** Data points an RPLS may give and this one does not; never zero. */
  readonly unanswered: readonly {
    readonly code: string;
    /** The field is not in the layout, or never filled; or an RPLS alone is not enough. */
    readonly why: 'absent' | 'blank' | 'unsupported';
    /** The field, or the reason in French. */
    readonly reason: string;
  }[];
  readonly remarks: readonly Remark[];
}
