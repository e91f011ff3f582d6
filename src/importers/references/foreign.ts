import { looseKey } from '../../contribution';
import { plainText, type SourceTable } from '../tables';

/** A file that holds no territory table: its message, in French, says what it is and what was expected. */
export class NotReferences extends Error {
  override readonly name = 'NotReferences';
}

const EXPECTED =
  'Un fichier de référence a une ligne par commune et une colonne de codes Insee (CODGEO, insee_com, DEPCOM…), en CSV ou en xlsx.';

/** Other files of the trade, told from their headings, and where they go. */
const others: readonly { readonly all: readonly string[]; readonly sentence: string }[] = [
  {
    all: ['journalcode', 'ecriturenum', 'comptenum'],
    sentence: 'C’est un fichier des écritures comptables (FEC) : donnez-le à import-fec.',
  },
  {
    all: ['depcom', 'construct', 'surfhab'],
    sentence: 'C’est un fichier RPLS, une ligne par logement : donnez-le à import-rpls.',
  },
  {
    all: ['depcomred', 'construct'],
    sentence: 'C’est un fichier RPLS, une ligne par logement : donnez-le à import-rpls.',
  },
  {
    all: ['siren', 'territoire', 'logements'],
    sentence: 'C’est un fichier de périmètre : donnez-le à consolidate --perimeter.',
  },
  {
    all: ['champ', 'valeur'],
    sentence: 'C’est la table d’identité d’une contribution : donnez le classeur à check ou à consolidate.',
  },
  {
    all: ['code', 'annee', 'territoire', 'identifiant'],
    sentence: 'C’est la table des listes d’une contribution : donnez le classeur à check ou à consolidate.',
  },
];

/** What another file of the trade is; undefined for anything else. */
export function foreignSentence(table: SourceTable): string | undefined {
  for (const cells of table.rows.slice(0, 12)) {
    const keys = new Set(cells.map((one) => looseKey(plainText(one))));
    const found = others.find(({ all }) => all.every((one) => keys.has(one)));
    if (found) return found.sentence;
  }
  return undefined;
}

/** No column of commune codes: what was found instead. */
export function noCommuneColumn(file: string, tables: readonly SourceTable[]): NotReferences {
  const foreign = tables.map(foreignSentence).find((one) => one !== undefined);
  if (foreign) return new NotReferences(`${file} : ${foreign}`);
  const row = tables
    .flatMap((one) => one.rows)
    .find((cells) => cells.filter((one) => plainText(one) !== '').length > 1);
  const names = (row ?? []).map(plainText).filter((one) => one !== '');
  const shown = names
    .slice(0, 6)
    .map((one) => `« ${one.replace(/\s+/gu, ' ').slice(0, 40)} »`)
    .join(', ');
  const found =
    shown === ''
      ? 'Le fichier ne contient aucun tableau.'
      : `Première ligne lue : ${shown}${names.length > 6 ? ' …' : ''}.`;
  return new NotReferences(`${file} : aucune colonne de codes de communes. ${found} ${EXPECTED}`);
}

/** A column of communes and nothing beside it that can be used. */
export function nothingBeside(file: string, headings: readonly string[]): NotReferences {
  const names = headings
    .filter((one) => one !== '')
    .slice(0, 8)
    .map((one) => `« ${one.replace(/\s+/gu, ' ').slice(0, 40)} »`)
    .join(', ');
  return new NotReferences(
    `${file} : des communes, mais aucune colonne de zones ou de chiffres à reprendre (colonnes : ${names}). Gardez la colonne des codes Insee et celle des valeurs.`,
  );
}

/** Not even a table. */
export function noTable(file: string, what: string): NotReferences {
  return new NotReferences(`${file} : c’est ${what}, pas un tableau. ${EXPECTED}`);
}
