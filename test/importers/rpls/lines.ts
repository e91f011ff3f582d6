import { importRpls, type RplsImport, type RplsOptions } from '../../../src/importers/rpls';

/** The 64 fields of a dwelling line of the declaration, in the order of 5 January 2010, article 3, table 2. */
export const declared =
  `IDENT_REP IDENT_INT DROIT DEPCOM CODEPOSTAL LIBCOM NUMVOIE INDREP TYPVOIE NOMVOIE NUMAPPT NUMBOITE ESC COULOIR
  ETAGE COMPLIDENT ENTREE BAT IMMEU COMPLGEO LIEUDIT QPV TYPECONST NBPIECE SURFHAB CONSTRUCT LOCAT PATRIMOINE ORIGINE
  RSEXPRO SIRETEXPRO FINAN FINANAUTRE CONV NUMCONV DATCONV SORTIEPATRIM OLDLOGT NEWLOGT MODE BAIL MODESURF SURFMODE
  LOYERPRINC LOYERACC CONTRIB CUS DPEDATE DPEENERGIE DPESERRE SRU_EXPIR SRU_ALINEA IDENTGES CODSEGPATRIM LIBSEGPATRIM
  LOYERMAXAPL LOYERMAXCUS QUALACQ MISCOMMERCIAL PRIXVENTE PRODFIN REMLOCDATE CONTRESLOG COMMENTAIRE`.split(
    /\s+/,
  );

/** Headings of the restricted file of the SDES: those of the declaration in another order, and what it adds. */
export const restricted = [
  ...declared.slice(0, 2),
  'IDENT_ORG',
  ...declared.slice(2, 63),
  ...'PMR DATMISEVENTE DATVEFFECT DATE_DEP_DERLOCAT DPE_CONSO_ENER DPE_CONSO_GES DPE_NUM_REF'.split(' '),
  ...'IDENT_FISCAL CAT_ORG RS SIRET DEP LIBDEP REG LIBREG EPCI LIBEPCI finan_cus loymoy duree_vacance'.split(
    ' ',
  ),
];

export type Dwelling = Readonly<Record<string, string>>;

/** A dwelling let in 2018, of which the tests change what matters to them. */
export const usual: Dwelling = {
  IDENT_REP: '0000000001',
  DROIT: '1',
  DEPCOM: '14118',
  CODEPOSTAL: '14000',
  LIBCOM: 'CAEN',
  NUMVOIE: '7',
  NOMVOIE: 'RUE DU SECRET',
  QPV: '2',
  TYPECONST: 'C',
  NBPIECE: '3',
  SURFHAB: '60',
  CONSTRUCT: '1970',
  LOCAT: '1971',
  PATRIMOINE: '1971',
  ORIGINE: '1',
  FINAN: '52',
  CONV: '1',
  SORTIEPATRIM: '9',
  MODE: '1',
  BAIL: '05/2010',
  MODESURF: '3',
  SURFMODE: '60',
  LOYERPRINC: '300',
  LOYERACC: '999',
  DPEDATE: '11/2012',
  DPEENERGIE: 'D',
  CONTRESLOG: '7',
};

export function lineOf(names: readonly string[], changes: Dwelling = {}, separator = ';'): string {
  const dwelling: Dwelling = { ...usual, ...changes };
  return names.map((name) => dwelling[name] ?? '').join(separator);
}

/** The header line of a declaration: survey of 2019, landlord 123 456 782 (a valid SIRET by its keys). */
export function headerOf(count: number): string {
  return [
    '2019',
    '014000001',
    'OFFICE D’ESSAI',
    '',
    '',
    '',
    '1 PLACE',
    '',
    '14000 CAEN',
    '12345678200002',
    count,
    '',
  ].join(';');
}

export const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));

export const importText = (text: string, options: RplsOptions = {}) =>
  importRpls(() => [bytesOf(text)], options);

export const declaration = (...dwellings: readonly Dwelling[]) =>
  [headerOf(dwellings.length), ...dwellings.map((one) => lineOf(declared, one))].join('\r\n') + '\r\n';

export const restrictedFile = (...dwellings: readonly Dwelling[]) =>
  [restricted.join(';'), ...dwellings.map((one) => lineOf(restricted, one))].join('\n');

/** The account must hold whatever the file. */
export function expectAccounted({ counts, rows }: RplsImport): void {
  const aside = [...counts.outOfScope, ...counts.rejected].reduce((sum, { count }) => sum + count, 0);
  expect(counts.present + counts.exits + aside).toBe(rows);
  expect(rows + counts.headings + counts.blank).toBe(counts.lines);
}

export const codes = (found: RplsImport) => found.remarks.map(({ code }) => code);
