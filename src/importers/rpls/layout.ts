import type { FieldName } from './fields';

export type LayoutKind = 'declaration' | 'restricted' | 'open';

/** The three layouts, as a person calls them. */
export const layoutNames: Readonly<Record<LayoutKind, string>> = {
  declaration: 'déclaration du bailleur (sans titres de colonnes)',
  restricted: 'fichier détaillé du SDES à diffusion restreinte',
  open: 'données ouvertes du SDES',
};

/** The landlord as the header line of its declaration gives it. */
export interface DeclaredLandlord {
  readonly siren: string;
  readonly name: string;
  /** Its number at the ministry, to which IDENTGES compares. */
  readonly number: string;
}

/** How a file is to be read, recognised from its content. */
export interface RplsLayout {
  readonly kind: LayoutKind;
  readonly separator: number;
  /** Fields of a line. */
  readonly fields: number;
  /** Where each field stands, from 0. */
  readonly columns: Readonly<Partial<Record<FieldName, number>>>;
  /** Lines before the first dwelling: headings, their descriptions, or the header line. */
  readonly headingLines: number;
  readonly landlord?: DeclaredLandlord;
  /** Dwelling lines that the header line announces. */
  readonly announced?: number;
  /** The reporting year, where the header line or a dated heading tells it. */
  readonly year?: number;
  /** The reporting year is not before this one, by the vintage of the headings. */
  readonly yearAtLeast?: number;
}
