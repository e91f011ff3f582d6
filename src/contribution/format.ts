/** Contribution workbook, format 1: the names everything is found by. */
export const tableNames = {
  identity: 'IMPACT_IDENTITE',
  facts: 'IMPACT_DONNEES',
  lists: 'IMPACT_LISTES',
  rents: 'IMPACT_LOYERS',
  works: 'IMPACT_TRAVAUX',
  locals: 'IMPACT_INDICATEURS_LOCAUX',
} as const;

export type TableName = (typeof tableNames)[keyof typeof tableNames];

/** The headings of each table, in the order people fill them. */
export const headings = {
  [tableNames.identity]: ['champ', 'valeur'],
  [tableNames.facts]: ['code', 'libelle', 'annee', 'territoire', 'valeur', 'unite', 'source', 'commentaire'],
  [tableNames.lists]: ['code', 'annee', 'territoire', 'identifiant'],
  [tableNames.rents]: ['annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee'],
  [tableNames.works]: [
    'annee',
    'territoire',
    'operation',
    'surface',
    'conso_avant',
    'conso_apres',
    'ges_avant',
    'ges_apres',
  ],
  [tableNames.locals]: ['code', 'libelle', 'unite', 'formule', 'decimales', 'sens', 'definition'],
} as const satisfies Record<TableName, readonly string[]>;

/** Headings a contribution may do without. */
export const optionalHeadings: ReadonlySet<string> = new Set([
  'libelle',
  'unite',
  'source',
  'commentaire',
  'decimales',
  'sens',
  'definition',
]);

/** The row tables, by the name formulas give them. */
export const rowTables = {
  loyers: {
    table: tableNames.rents,
    label: 'typologie',
    numbers: ['loyer_hlm', 'loyer_marche', 'surface_louee'],
  },
  travaux: {
    table: tableNames.works,
    label: 'operation',
    numbers: ['surface', 'conso_avant', 'conso_apres', 'ges_avant', 'ges_apres'],
  },
} as const;

/** The fields of `IMPACT_IDENTITE`, in the order people fill them; the first three are required. */
export const identityFields = [
  'siren',
  'raison_sociale',
  'exercice',
  'famille',
  'groupe',
  'statut',
  'transmis_le',
  'version_catalogue',
  'contact',
  'accord_nominatif',
] as const;

export type IdentityField = (typeof identityFields)[number];

/** Longest texts kept, in characters; a longer one is cut with a warning. */
export const longest = { name: 200, label: 200, identifier: 64, words: 1000 } as const;
