import '../support/territories';
import { call, failure } from './calls';

// The journal of a campaign, given to CONSOLIDER: what it changes is added up by hand.

type Cell = string | number | null;
const [A, B, C] = ['111111118', '222222226', '333333334'] as const;

const facts: Cell[][] = [
  ['siren', 'code', 'annee', 'territoire', 'valeur'],
  [A, 'nb_lls', 2024, 'DEP:14', 300],
  [A, 'nb_lls', 2024, 'DEP:50', 100],
  [B, 'nb_lls', 2024, null, 400],
  [B, 'nb_lls', 2024, 'DEP:14', 400],
];
const perimeter: Cell[][] = [
  ['siren', 'raison_sociale', 'famille', 'groupe', 'territoire', 'logements'],
  ...[A, B, C].map((siren): Cell[] => [siren, `Office ${siren}`, 'OPH', null, 'REG:28', 400]),
];
const titles = ['quand', 'qui', 'siren', 'code', 'annee', 'territoire', 'ancien', 'nouveau', 'motif'];
const row = (siren: Cell, place: Cell, before: Cell, after: Cell, cancelledBy: Cell = null): Cell[] => [
  ...[45_000, 'Claire', siren, 'nb_lls', 2024, place, before, after, 'Livraison oubliée', cancelledBy],
];
const asked = (code: string, places: Cell[][] | null, given: Cell[][], rows: Cell[][]) => {
  const journal = [[...titles, 'annule_par'], ...rows];
  return call('CONSOLIDER', code, given, 2024, places, perimeter, null, null, null, null, journal);
};
/** Normandy, Calvados, Manche. */
const dwellings = (...rows: Cell[][]) => asked('CTX-01', [['REG:28', 'DEP:14', 'DEP:50']], facts, rows);
/** What becomes of the adjustments. */
const said = (...rows: Cell[][]) => asked('journal', null, facts, rows);

test('an adjustment that holds changes its figure, however Excel holds the cells; a cancelled one does not', () => {
  expect(dwellings()).toEqual([[800, 700, 100]]);
  expect(dwellings(row(A, 'DEP:14', 300, 330))).toEqual([[830, 730, 100]]);
  expect(dwellings(row(Number(A), 'dep:14', '300', '330,0'))).toEqual([[830, 730, 100]]);
  expect(dwellings(row(A, 'DEP:14', 300, 330, 'Paul'))).toEqual([[800, 700, 100]]);
  // A blank territory is the whole: B gives it apart from its part.
  expect(dwellings(row(B, null, 400, 420), row(B, 'REG:28', 420, 450))).toEqual([[850, 700, 100]]);
  expect(dwellings(row(A, 'DEP:50', 100, 'SO'))).toEqual([[700, 700, expect.anything()]]);
});

test('another figure since, nobody, no reason: left out, as the pane and the command line do', () => {
  const noReason = row(A, 'DEP:14', 300, 330).with(8, null);
  expect(dwellings(row(A, 'DEP:14', 299, 330), row(C, null, null, 9), noReason)).toEqual([[800, 700, 100]]);
});

test('the code JOURNAL tells how many adjustments count, and why the others do not', () => {
  expect(said()).toBe('Aucun ajustement dans le journal.');
  expect(said(row(A, 'DEP:14', 300, 330))).toBe('1 ajustement du journal est compté.');
  expect(said(row(A, 'DEP:14', 300, 330), row(A, 'DEP:50', 100, 99, 'Paul'))).toBe(
    '1 ajustement du journal est compté, 1 est annulé.',
  );
  const noReason = row(A, 'DEP:14', 300, 330).with(8, null);
  const leftOut = said(
    row(A, 'DEP:50', 100, 99),
    row(A, 'DEP:14', 299, 330),
    row(C, null, null, 9),
    noReason,
    noReason,
  );
  // The landlord as the perimeter calls it, both figures, the missing landlord, the row without a reason.
  expect(leftOut).toMatch(
    /^1 ajustement du journal est compté, 4 ne sont pas appliqués, ces chiffres sont sans eux\. /,
  );
  expect(leftOut).toMatch(
    /Journal, ligne 3 : Office 111111118, nb_lls, 2024, DEP:14 : .*299\slogements, le classeur dit 300/,
  );
  expect(leftOut).toMatch(/Journal, ligne 4 : Le bailleur 333333334 n’a pas de contribution/);
  expect(leftOut).toMatch(/Journal, ligne 5 : Le motif manque.* 1 autre est dit dans « Revue »\.$/);
  expect(failure('CONSOLIDER', 'JOURNAL', facts)?.fr).toContain('donnez l’argument « journal »');
});

test('a landlord received without any figure is there by a row without a code: its adjustment counts', () => {
  const received: Cell[][] = [...facts, [C, null, 2024, null, null]];
  expect(asked('CTX-01', null, facts, [row(C, null, null, 9)])).toBe(800);
  expect(asked('CTX-01', null, received, [])).toBe(800);
  expect(asked('CTX-01', null, received, [row(C, null, null, 9)])).toBe(809);
});

test('without its headings it is refused', () => {
  const given = ['CTX-01', facts, 2024, null, null, null, null, null, null, [row(A, 'DEP:14', 300, 330)]];
  expect(failure('CONSOLIDER', ...given)?.fr).toContain('« journal » : il manque une colonne');
});
