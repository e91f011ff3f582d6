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
/** Normandy, Calvados, Manche. */
const dwellings = (...rows: Cell[][]) => {
  const journal = [[...titles, 'annule_par'], ...rows];
  const places = [['REG:28', 'DEP:14', 'DEP:50']];
  return call('CONSOLIDER', 'CTX-01', facts, 2024, places, perimeter, null, null, null, null, journal);
};

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

test('without its headings it is refused', () => {
  const given = ['CTX-01', facts, 2024, null, null, null, null, null, null, [row(A, 'DEP:14', 300, 330)]];
  expect(failure('CONSOLIDER', ...given)?.fr).toContain('« journal » : il manque une colonne');
});
