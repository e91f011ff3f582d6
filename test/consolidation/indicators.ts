import {
  catalogue as published,
  type Catalogue,
  type Coefficient,
  type Indicator,
} from '../../src/catalogue';
import { inlineIndicators, parseFormula } from '../../src/formula';

const dpe = 'dpe_a + dpe_b + dpe_c + dpe_d + dpe_e + dpe_f + dpe_g';
const rents = 'sum(loyers: (loyer_marche - loyer_hlm) * surface_louee)';

/** Formulas of the published contract, and a few that make a rule visible. */
const formulas: Record<string, string> = {
  'CTX-01': 'nb_lls',
  'CTX-04': 'nb_lls / ref.rp_territoire',
  'CTX-05': 'nb_individuel / nb_lls',
  'OFF-01': 'agr_plai + agr_plus + agr_pls',
  'OFF-11': 'agr_plai / (agr_plai + agr_plus + agr_pls)',
  'POP-08': 'ref.insee_taux_pauvrete_hlm',
  'PAC-01': 'somme_loyers_mois / somme_shab_loue',
  'PAC-03': `12 * ${rents}`,
  'PAC-04': 'PAC-03 / 12 / nb_loues',
  'ECO-05': 'coef.emplois_par_logement_neuf * nb_neufs + coef.emplois_par_logement_rehab * nb_rehab',
  'ECO-10': 'achats_locaux / achats_geolocalises',
  'ECO-12': 'distinct(fournisseurs)',
  'ECO-15': 'heures_insertion / coef.heures_etp',
  'ECO-17': '(emplois_indirects + emplois_induits) / emplois_directs',
  'ENE-02': `(dpe_a + dpe_b + dpe_c) / (${dpe})`,
  'ENE-08': 'sum(travaux: (conso_avant - conso_apres) * surface)',
  'ENE-10': 'sum(travaux: (ges_avant - ges_apres) * surface)',
  'QUA-01': 'ref.qua_bailleurs_repondants / ref.qua_bailleurs_attendus',
  'QUA-02': 'ref.qua_logements_repondants / ref.qua_logements_attendus',
  'QUA-03': 'ref.qua_logements_item / ref.qua_logements_repondants',
  'QUA-04': '(ref.qua_valeur_redressee - ref.qua_valeur_collectee) / ref.qua_valeur_redressee',
  'QUA-05': 'ref.qua_alertes',
  'QUA-06': 'ref.qua_masques_primaires + ref.qua_masques_secondaires',
};

const coefficients: Record<string, Pick<Coefficient, 'value' | 'low' | 'high'>> = {
  emplois_par_logement_neuf: { value: 2.4, low: 1, high: 3 },
  emplois_par_logement_rehab: { value: 0.5 },
  heures_etp: { value: 1600, low: 1500, high: 2000 },
};

const both = (text: string) => ({ fr: text, en: text });

function coefficient(code: string): Coefficient | undefined {
  const figures = coefficients[code];
  return (
    figures && {
      code,
      label: both(code),
      set: 'essai',
      year: 2019,
      unit: 'emploi/logement',
      scope: both(''),
      source: `Source de ${code}`,
      confidence: 'sourced',
      isDefault: true,
      ...figures,
    }
  );
}

function indicator(code: string, formula: string, only: readonly string[]): Indicator {
  const expression = parseFormula(formula);
  const consolidation = code.startsWith('QUA') ? 'quality' : only.includes(code) ? 'never' : 'recomputed';
  return {
    code,
    dimension: code.slice(0, 3),
    label: both(code),
    definition: both(''),
    formula,
    expression,
    inlined: inlineIndicators(expression, (other) => parseFormula(formulas[other] ?? '')),
    unit: 'logement',
    decimals: 1,
    direction: 'neutral',
    consolidation,
    extrapolation: 'never',
    firstReview: false,
    sentence: both(''),
    references: [],
    confidence: 'sourced',
    examples: [],
  };
}

/** The published data points, with the formulas above; `never` are not consolidated across landlords. */
export function smallCatalogue(never: readonly string[] = []): Catalogue {
  const indicators = Object.entries(formulas).map(
    ([code, text]) => [code, indicator(code, text, never)] as const,
  );
  return { ...published, indicators: new Map(indicators), coefficient };
}
