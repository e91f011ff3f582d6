import type { Source } from './source';

/** One fact of a proposal: at a territory, with its own formula. */
export interface ProposedFact {
  /** `COM:14118`; empty for the campaign's territory. */
  readonly territory: string;
  readonly source: Source;
  readonly value: number;
}

/** How a proposal was found, enough to find it again in another workbook. */
export interface Recipe {
  readonly sheet: string;
  readonly table?: string;
  /** Heading of the column added up or read, with its group: `Vacance › > 3 mois`. */
  readonly heading?: string;
  /** Label of the line read. */
  readonly label?: string;
  /** Role or heading of the column whose answers pick the lines. */
  readonly picks?: { readonly heading: string; readonly values: readonly (string | number)[] };
  /** `cells`: lines of a column picked by hand, which another workbook cannot follow. */
  readonly how: 'cell' | 'sum' | 'sum_where' | 'count' | 'count_where' | 'rest' | 'cells';
  readonly unit?: string;
  /** Given by commune, by the column of that heading. */
  readonly communes?: string;
  /** A person pointed at it: found again by its headings, whether or not they would be recognised. */
  readonly pointed?: true;
}

/** Where a data point may come from; the person accepts, corrects or refuses. */
export interface Proposal {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly year: number;
  /** 0 to 1; from 0.8 nothing about it is in doubt. */
  readonly confidence: number;
  /** `Budget!C12`, `Parc!H5:H10` */
  readonly where: string;
  /** Why, and what holds the confidence down; French sentences. */
  readonly why: readonly string[];
  /** The whole, at the campaign's territory. */
  readonly source: Source;
  readonly value: number;
  /** Commune by commune when each line says its commune; then these are written, not the whole. */
  readonly facts: readonly ProposedFact[];
  readonly recipe: Recipe;
}

/** Something found, and not proposed, or to be looked at. */
export interface MappingRemark {
  readonly code: string;
  readonly message: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly subject?: string;
}

export interface Mapping {
  /** Best first for each data point, in the order of the catalogue. */
  readonly proposals: readonly Proposal[];
  readonly remarks: readonly MappingRemark[];
}

/** Confidence from which a proposal may be accepted without a person looking at it. */
export const sureEnough = 0.8;
