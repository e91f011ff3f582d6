import { looseKey } from '../../contribution';
import { kindNames, separatorOf, sampleRecords, type OpenedText } from '../text';
import { readHeadings } from './columns';

/** Thrown when a file is no accounting-entry file; the message is for the person who gave it. */
export class FecRefused extends Error {
  override readonly name = 'FecRefused';
}

const EXPECTED =
  'Il faut le fichier des écritures comptables (FEC, article A47 A-1 du livre des procédures fiscales), que votre logiciel comptable exporte en texte avec ses 18 colonnes : JournalCode, JournalLib, EcritureNum, EcritureDate, CompteNum…';

/** What a text may be instead, by the headings it has; the first that fits is said. */
const lookalikes: readonly { readonly is: string; readonly headings: readonly string[] }[] = [
  { is: 'un fichier RPLS (commande import-rpls)', headings: ['depcom'] },
  { is: 'un fichier RPLS (commande import-rpls)', headings: ['depcomred'] },
  { is: 'une balance des comptes', headings: ['comptenum', 'comptelib'] },
  { is: 'une balance des comptes', headings: ['compte', 'libelle', 'debit', 'credit'] },
  { is: 'une balance des comptes', headings: ['compte', 'debit', 'credit'] },
  { is: 'une balance des comptes', headings: ['compte', 'soldedebiteur'] },
  { is: 'un relevé bancaire', headings: ['date', 'libelle', 'debit', 'credit'] },
  { is: 'une liste de fournisseurs ou d’entreprises', headings: ['siret'] },
];

/** What the file is and what was expected, in one sentence or two. */
export function refusal(fileName: string, opened: OpenedText): FecRefused {
  const name = `« ${fileName} »`;
  if (opened.kind === 'empty') return new FecRefused(`${name} est vide. ${EXPECTED}`);
  if (opened.kind === 'xml') {
    return new FecRefused(
      `${name} est un fichier XML : le FEC en XML n’est pas lu. Exportez-le en texte (tabulations ou « | ») avec votre logiciel comptable.`,
    );
  }
  if (opened.kind !== 'text') return new FecRefused(`${name} est ${kindNames[opened.kind]}. ${EXPECTED}`);
  return new FecRefused(`${name} ${whatTextIsIt(opened)} ${EXPECTED}`);
}

function whatTextIsIt(opened: OpenedText): string {
  const separator = separatorOf(opened);
  const [first = []] = separator === undefined ? [] : sampleRecords(opened, separator, 1);
  if (separator === undefined || first.length < 3) return 'est un texte sans colonnes.';
  const keys = first.map(looseKey);
  const { known, missing } = readHeadings(first);
  if (known >= 5) return `ressemble à un FEC, mais il y manque ${list(missing)}.`;
  const likely = lookalikes.find(({ headings }) => headings.every((one) => keys.includes(one)));
  if (likely) return `ressemble à ${likely.is}, pas à un FEC.`;
  const shown = first.filter((one) => one !== '').slice(0, 4);
  return `n’est pas un FEC : ses premières colonnes sont ${list(shown.map((one) => `« ${one.slice(0, 30)} »`))}.`;
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`;
}
