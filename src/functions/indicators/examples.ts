import type { Scalar } from '../model';

/** A small table of answers, for the examples: one landlord in two départements of Normandy. */
export const stockExample: readonly (readonly Scalar[])[] = [
  ['code', 'annee', 'territoire', 'valeur'],
  ['somme_loyers_mois', 2024, null, 1100],
  ['somme_shab_loue', 2024, null, 200],
  ['nb_vacants', 2024, 'DEP:14', 5],
  ['nb_proposes_location', 2024, 'DEP:14', 100],
  ['nb_vacants', 2024, 'DEP:50', 10],
  ['nb_proposes_location', 2024, 'DEP:50', 200],
];
