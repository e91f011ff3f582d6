/**
 * The fields the import reads, by number; whatever else a line holds (address, identifiers) is never looked at.
 * Names are those of the order of 5 January 2010 (DEVU0929020A, article 3) and of the files of the SDES.
 */
export const field = {
  DEPCOM: 0,
  DROIT: 1,
  QPV: 2,
  TYPECONST: 3,
  NBPIECE: 4,
  SURFHAB: 5,
  CONSTRUCT: 6,
  LOCAT: 7,
  PATRIMOINE: 8,
  ORIGINE: 9,
  FINAN: 10,
  CONV: 11,
  SORTIEPATRIM: 12,
  OLDLOGT: 13,
  NEWLOGT: 14,
  MODE: 15,
  BAIL: 16,
  LOYERPRINC: 17,
  DPEDATE: 18,
  DPEENERGIE: 19,
  IDENTGES: 20,
  QUALACQ: 21,
  REMLOCDATE: 22,
  CONTRESLOG: 23,
  DPE_CONSO_ENER: 24,
  DPE_CONSO_GES: 25,
  SIRET: 26,
  PLG_QP: 27,
} as const;

export type FieldName = keyof typeof field;

export const fieldNames = Object.keys(field) as readonly FieldName[];

/** Place of each field on a line of the landlord's declaration, from 1 (order of 2010, article 3, table 2). */
export const declarationPositions: Readonly<Partial<Record<FieldName, number>>> = {
  DROIT: 3,
  DEPCOM: 4,
  QPV: 22,
  TYPECONST: 23,
  NBPIECE: 24,
  SURFHAB: 25,
  CONSTRUCT: 26,
  LOCAT: 27,
  PATRIMOINE: 28,
  ORIGINE: 29,
  FINAN: 32,
  CONV: 34,
  SORTIEPATRIM: 37,
  OLDLOGT: 38,
  NEWLOGT: 39,
  MODE: 40,
  BAIL: 41,
  LOYERPRINC: 44,
  DPEDATE: 48,
  DPEENERGIE: 49,
  IDENTGES: 53,
  QUALACQ: 58,
  REMLOCDATE: 62,
  CONTRESLOG: 63,
};

/** Fields of a declaration line without its comment, the last one of the order. */
export const DECLARATION_FIELDS = 63;

/** Places in the header line of a declaration, from 0 (article 3, table 1). */
export const headerPositions = { year: 0, landlord: 1, name: 2, siret: 9, lines: 10 } as const;
export const HEADER_FIELDS = 12;

/** Headings of the same field in other vintages; the geocoded neighbourhood where QPV_CODE is left blank. */
const otherNames: Readonly<Record<string, FieldName>> = { PLG_QP24: 'PLG_QP' };

/**
 * The field a heading names in any vintage: `TYPECONST`, `typeconst_red` (2016, 2017), `TYPECONST_CODE` (2022 on).
 * Undefined for the other headings.
 */
export function fieldOfHeading(heading: string): FieldName | undefined {
  const name = heading
    .trim()
    .toUpperCase()
    .replace(/_(RED|CODE)$/, '');
  const known = otherNames[name] ?? name;
  return fieldNames.find((one) => one === known);
}
