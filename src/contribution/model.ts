import type { LocalIndicator } from '../catalogue';

/** Where a figure was read: what lineage shows and what a person opens. */
export interface Source {
  readonly file: string;
  readonly sheet: string;
  /** `B12`; empty when the whole sheet or file is meant. */
  readonly cell: string;
}

/** What a `valeur` means (spec/contribution-workbook, “What a valeur means”): blank is not zero. */
export type Answer =
  | { readonly kind: 'number'; readonly value: number }
  /** `ND`: expected, did not answer. */
  | { readonly kind: 'unavailable' }
  /** `SO`: does not apply to this landlord. */
  | { readonly kind: 'not_applicable' }
  /** Nothing in the cell, or a formula never calculated. */
  | { readonly kind: 'blank' }
  /** Refused with a blocking remark: not answered. */
  | { readonly kind: 'refused' };

/** One row of `IMPACT_DONNEES`, read and checked. */
export interface Fact {
  readonly code: string;
  readonly year: number;
  /** Today's code, `DEP:14`; empty for the campaign's territory. */
  readonly territory: string;
  /**
   * The code as the landlord wrote it, tidied. Two facts written alike are duplicates; facts that only
   * meet on one territory after carrying (former communes, arrondissements) are all kept, to be added.
   */
  readonly written: string;
  readonly answer: Answer;
  readonly source: Source;
  /** Words of the landlord, kept for review: its own source and comment. */
  readonly origin?: string;
  readonly comment?: string;
}

export interface ListMember {
  readonly list: string;
  readonly year: number;
  readonly territory: string;
  readonly identifier: string;
  readonly source: Source;
}

/** A row of `IMPACT_LOYERS` or `IMPACT_TRAVAUX`. */
export interface TableRow {
  readonly table: 'loyers' | 'travaux';
  readonly year: number;
  readonly territory: string;
  /** The typology of a rent cell, the name of an operation. */
  readonly label: string;
  /** The table's number columns; one that is missing makes the table not answered for that year. */
  readonly values: Readonly<Record<string, number | undefined>>;
  readonly source: Source;
}

export type Family = 'OPH' | 'ESH' | 'COOP' | 'SEM' | 'SC' | 'AUTRE';
export type ContributionStatus = 'brouillon' | 'transmis' | 'validé';

export interface Identity {
  readonly siren: string;
  readonly name: string;
  /** `exercice` */
  readonly year: number;
  readonly family?: Family;
  /** SIREN of the head of the group. */
  readonly group?: string;
  readonly status?: ContributionStatus;
  readonly sentAt?: Date;
  readonly catalogueVersion?: string;
  readonly contact?: string;
  /** `accord_nominatif`: may be shown by name. */
  readonly mayBeNamed?: boolean;
}

export type RemarkLevel = 'blocking' | 'warning';

/** Something a person should look at, in a French sentence that says what to do. */
export interface Remark {
  readonly level: RemarkLevel;
  /** Stable snake_case, for other software: `unknown_code`, `wrong_unit` … */
  readonly code: string;
  readonly message: string;
  readonly source: Source;
  /** The data point or indicator concerned, if one is. */
  readonly subject?: string;
}

/** A landlord's own indicator, verified, with the cell of its formula. */
export interface LocalDefinition extends LocalIndicator {
  readonly source: Source;
}

/** A landlord's workbook, read. Rejected when it holds no usable identity: then only the remarks count. */
export interface Contribution {
  readonly file: string;
  readonly identity?: Identity;
  /** The workbook's own `modified` property. */
  readonly modified?: Date;
  readonly facts: readonly Fact[];
  readonly members: readonly ListMember[];
  readonly rows: readonly TableRow[];
  /** Its own indicators (`IMPACT_INDICATEURS_LOCAUX`), those that are right. */
  readonly localIndicators?: readonly LocalDefinition[];
  readonly remarks: readonly Remark[];
  readonly status: 'accepted' | 'rejected' | 'superseded';
}
