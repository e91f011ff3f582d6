import type { Scalar } from '../model';

/** Two landlords of Normandy, made up; a third, in the perimeter, has not answered. */
export const factsExample: readonly (readonly Scalar[])[] = [
  ['siren', 'code', 'annee', 'territoire', 'valeur'],
  ['111111118', 'nb_lls', 2024, 'DEP:14', 300],
  ['111111118', 'nb_vacants', 2024, 'DEP:14', 5],
  ['111111118', 'nb_proposes_location', 2024, 'DEP:14', 100],
  ['222222226', 'nb_lls', 2024, 'DEP:50', 100],
  ['222222226', 'nb_vacants', 2024, 'DEP:50', 3],
  ['222222226', 'nb_proposes_location', 2024, 'DEP:50', 100],
];

export const perimeterExample: readonly (readonly Scalar[])[] = [
  ['siren', 'raison_sociale', 'famille', 'groupe', 'territoire', 'logements'],
  ['111111118', 'Office A', 'OPH', null, 'REG:28', 300],
  ['222222226', 'Société B', 'ESH', null, 'REG:28', 100],
  ['333333334', 'Coopérative C', 'COOP', null, 'REG:28', 100],
];

/** The union counts ten dwellings more in the second landlord's stock. */
export const journalExample: readonly (readonly Scalar[])[] = [
  ['quand', 'qui', 'siren', 'code', 'annee', 'territoire', 'ancien', 'nouveau', 'motif', 'annule_par'],
  [null, 'Claire', '222222226', 'nb_lls', 2024, 'DEP:50', 100, 110, 'Livraison oubliée', null],
];
