import { kindNames, type FileKind } from '../text';

/** The file is not an RPLS file; the message says what it is, what was expected and what to do. */
export class NotRpls extends Error {
  override readonly name = 'NotRpls';
}

const EXPECTED =
  'attendu : un fichier RPLS au format texte (CSV), déclaration du bailleur, fichier détaillé du SDES ou données ouvertes';

const remedies: Readonly<Partial<Record<FileKind, string>>> = {
  empty: 'Vérifiez qu’il a été téléchargé ou exporté en entier.',
  xlsx: 'Si c’est votre RPLS ouvert dans Excel, enregistrez-le au format CSV (séparateur : point-virgule).',
  xls: 'Si c’est votre RPLS ouvert dans Excel, enregistrez-le au format CSV (séparateur : point-virgule).',
  ods: 'Si c’est votre RPLS ouvert dans un tableur, enregistrez-le au format CSV (séparateur : point-virgule).',
  zip: 'Décompressez-la, puis importez le fichier CSV qu’elle contient.',
  gzip: 'Décompressez-la, puis importez le fichier CSV qu’elle contient.',
  rar: 'Décompressez-la, puis importez le fichier CSV qu’elle contient.',
  '7z': 'Décompressez-la, puis importez le fichier CSV qu’elle contient.',
};

export function foreignKind(kind: FileKind): NotRpls {
  const remedy = remedies[kind] ?? 'Choisissez le fichier RPLS lui-même.';
  return new NotRpls(`C’est ${kindNames[kind]} ; ${EXPECTED}. ${remedy}`);
}

/** Tables of other kinds, by headings that no other has. */
const otherTables: readonly (readonly [headings: readonly string[], what: string, remedy: string])[] = [
  [
    ['journalcode', 'comptenum'],
    'un fichier des écritures comptables (FEC)',
    'Importez-le comme FEC (commande import-fec).',
  ],
  [['siren', 'logements', 'territoire'], 'un fichier de périmètre', 'Donnez-le à la consolidation.'],
  [['loypredm2'], 'une carte des loyers (ANIL)', 'Importez-la comme table de référence.'],
];

/** Longest heading quoted. */
const HEADING = 40;

/** A text file whose headings are not those of an RPLS, or that has none. */
export function foreignTable(headings: readonly string[]): NotRpls {
  const known = new Set(headings.map((one) => one.trim().toLowerCase()));
  const other = otherTables.find(([wanted]) => wanted.every((one) => known.has(one)));
  if (other) return new NotRpls(`C’est ${other[1]} ; ${EXPECTED}. ${other[2]}`);
  if (headings.length < 2) {
    return new NotRpls(
      `C’est un texte sans colonnes ; ${EXPECTED}, aux champs séparés par des points-virgules. Choisissez le fichier RPLS lui-même.`,
    );
  }
  const shown = headings
    .slice(0, 3)
    .map((one) => `« ${one.length > HEADING ? `${one.slice(0, HEADING)}…` : one} »`)
    .join(', ');
  return new NotRpls(
    `C’est un tableau d’une autre sorte (${headings.length} colonnes, la première ligne commence par ${shown}) ; ${EXPECTED}. Il lui manque au moins la colonne DEPCOM ; choisissez le fichier RPLS lui-même, avec ses titres d’origine.`,
  );
}
