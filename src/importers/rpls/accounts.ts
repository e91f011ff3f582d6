import type { LinesSetAside, RplsCounts } from './model';
import type { Outcomes, Rejection, SetAside } from './outcomes';
import { measure as m } from './measures';
import type { Settled } from './settle';

/** Reasons why a line is not counted in the stock, as sentences end: « 3 lignes … ». */
const outOfScope: Readonly<Record<SetAside, string>> = {
  other_landlord: 'd’un autre bailleur que celui demandé',
  no_right: 'sans droit réel du bailleur (DROIT hors 1 à 5)',
};

const rejected: Readonly<Record<Rejection, string>> = {
  columns: 'qui n’ont pas le nombre de champs des autres : un point-virgule de trop ou de moins',
  no_commune: 'sans code de commune (DEPCOM) lisible',
  unknown_commune: 'dont le code de commune (DEPCOM) n’existe pas',
  unknown_exit: 'dont le motif de sortie (SORTIEPATRIM) est inconnu',
};

/** What to do about rejected lines. */
export const remedies: Readonly<Record<Rejection, string>> = {
  columns:
    'Ouvrez ces lignes dans un éditeur de texte, retirez le séparateur en trop, puis importez de nouveau.',
  no_commune: 'Écrivez le code Insee de la commune sur ces lignes, puis importez de nouveau.',
  unknown_commune:
    'Corrigez ce code (cinq caractères, code Insee et non code postal), puis importez de nouveau.',
  unknown_exit: 'Écrivez un code de 1 à 5, ou 9 si le logement est toujours là, puis importez de nouveau.',
};

/** The account of all the lines of a file, unknown communes included. */
export function accountOf(outcomes: Outcomes, { totals, unknown }: Settled): RplsCounts {
  for (const { lines, firstLine } of unknown) outcomes.note('unknown_commune', firstLine, lines);
  const of = <Reason extends SetAside | Rejection>(
    labels: Readonly<Record<Reason, string>>,
  ): LinesSetAside[] =>
    (Object.keys(labels) as Reason[]).flatMap((reason) => {
      const lines = outcomes.reasons.get(reason);
      return lines ? [{ reason, label: labels[reason], count: lines.count, examples: lines.examples }] : [];
    });
  return {
    lines: outcomes.lines,
    headings: outcomes.headings,
    blank: outcomes.blank,
    present: totals[m.present] ?? 0,
    exits: totals[m.exits] ?? 0,
    outOfScope: of(outOfScope),
    rejected: of(rejected),
  };
}
