/** A sum of leaves, each times a whole number. */
export type Form = Readonly<Record<string, number>>;

/** An indicator as the attacker knows it: `times × top / bottom`. */
export interface Known {
  readonly formula: string;
  readonly top: Form;
  readonly bottom?: Form;
  /** Whose `SO` makes the top so, where that is not all of it. */
  readonly asked?: Form;
  readonly times?: number;
  /** The top with low and with high coefficients. */
  readonly ends?: readonly Form[];
}

export const INHABITED = 40_000;

const gain = { 'loyers marche*surface': 1, 'loyers hlm*surface': -1 };
const saved = { 'travaux avant*surface': 1, 'travaux apres*surface': -1 };
const market = 'sum(loyers: (loyer_marche - loyer_hlm) * surface_louee)';
const works = 'sum(travaux: (conso_avant - conso_apres) * surface)';

/** Formulas in the product's language, and what they are, put into whole numbers by hand. */
export const known: Readonly<Record<string, Known>> = {
  'CTX-21': { formula: 'nb_lls', top: { nb_lls: 1 } },
  'CTX-22': { formula: 'nb_individuel', top: { nb_individuel: 1 } },
  'CTX-23': { formula: 'nb_lls + nb_individuel', top: { nb_lls: 1, nb_individuel: 1 } },
  'CTX-24': { formula: 'nb_lls - nb_individuel', top: { nb_lls: 1, nb_individuel: -1 } },
  'CTX-25': { formula: 'nb_lls / ref.rp_territoire', top: { nb_lls: 1 }, times: 1 / INHABITED },
  'CTX-26': { formula: 'nb_individuel / nb_lls', top: { nb_individuel: 1 }, bottom: { nb_lls: 1 } },
  'CTX-27': {
    formula: '1 - nb_individuel / nb_lls',
    top: { nb_lls: 1, nb_individuel: -1 },
    bottom: { nb_lls: 1 },
    asked: { nb_individuel: 1 },
  },
  'OFF-21': { formula: 'agr_plai + agr_plus', top: { agr_plai: 1, agr_plus: 1 } },
  'OFF-22': { formula: 'agr_plai', top: { agr_plai: 1 } },
  'OFF-23': {
    formula: 'agr_plai / (agr_plai + agr_plus)',
    top: { agr_plai: 1 },
    bottom: { agr_plai: 1, agr_plus: 1 },
  },
  'OFF-24': { formula: 'agr_plai / nb_lls', top: { agr_plai: 1 }, bottom: { nb_lls: 1 } },
  // Coefficients of the small catalogue: 2.4 (1 to 3) and 0.5, here in tenths.
  'ECO-21': {
    formula: 'coef.emplois_par_logement_neuf * nb_neufs + coef.emplois_par_logement_rehab * nb_rehab',
    top: { nb_neufs: 24, nb_rehab: 5 },
    times: 0.1,
    ends: [
      { nb_neufs: 10, nb_rehab: 5 },
      { nb_neufs: 30, nb_rehab: 5 },
    ],
  },
  'ECO-22': { formula: 'nb_neufs', top: { nb_neufs: 1 } },
  'ECO-23': { formula: 'achats_locaux', top: { achats_locaux: 1 } },
  'ECO-24': {
    formula: 'achats_locaux / nb_lls',
    top: { achats_locaux: 1 },
    bottom: { nb_lls: 1 },
  },
  'PAC-21': { formula: `12 * ${market}`, top: gain, times: 12 },
  'PAC-22': { formula: 'sum(loyers: loyer_hlm * surface_louee)', top: { 'loyers hlm*surface': 1 } },
  'PAC-23': {
    formula: 'sum(loyers: loyer_hlm * surface_louee) / sum(loyers: surface_louee)',
    top: { 'loyers hlm*surface': 1 },
    bottom: { 'loyers surface': 1 },
  },
  'PAC-24': { formula: `12 * ${market} / nb_lls`, top: gain, bottom: { nb_lls: 1 }, times: 12 },
  'ENE-21': { formula: works, top: saved },
  'ENE-22': {
    formula: `${works} / sum(travaux: surface)`,
    top: saved,
    bottom: { 'travaux surface': 1 },
  },
};

export const dataPoints = [
  'nb_lls',
  'nb_individuel',
  'agr_plai',
  'agr_plus',
  'nb_neufs',
  'nb_rehab',
  'achats_locaux',
] as const;
/** What may be extrapolated, here. */
export const proportional: readonly string[] = ['nb_lls', 'nb_individuel', 'nb_neufs'];
/** What départements do not add up to. */
export const local: readonly string[] = ['achats_locaux'];
