import { conversionFactor } from '../../formula';
import { readSeries } from '../arguments/series';
import { nothingAnswered, sumOf } from '../arguments/sums';
import type { Call } from '../arguments/call';
import { measured, type Measure, measures, pickCoefficient } from '../indicators/pick';
import { wrong } from '../failure';
import type { FunctionContext, FunctionSpec, Parameter } from '../model';

const natures = ['neuf', 'rehab'] as const;
type Nature = (typeof natures)[number];

const setParameter = (example: string): Parameter => ({
  name: 'jeu',
  description: {
    fr: `Jeu de coefficients ; sinon celui du catalogue, ${example}`,
    en: `Set of coefficients; else the one of the catalogue, ${example}`,
  },
  kind: 'cell',
  optional: true,
});

export const measureParameter: Parameter = {
  name: 'mesure',
  description: {
    fr: 'valeur (sinon), bas ou haut : les bornes des valeurs publiées',
    en: 'valeur (default), bas or haut: the ends of the published values',
  },
  kind: 'cell',
  optional: true,
};

const natureParameter: Parameter = {
  name: 'nature',
  description: {
    fr: 'neuf (construction) ou rehab (réhabilitation et entretien)',
    en: 'neuf (new building) or rehab (rehabilitation and maintenance)',
  },
  kind: 'cell',
};

function natureOf(call: Call): Nature {
  const nature = call.chosen<Nature>('nature', natures);
  if (nature) return nature;
  throw wrong(
    '« nature » est vide : écrivez neuf (construction) ou rehab (réhabilitation et entretien).',
    '"nature" is blank: write neuf (new building) or rehab (rehabilitation and maintenance).',
  );
}

/** The sum of a range of amounts or counts that cannot be negative; #N/A when it holds no number. */
export function totalOf(call: Call, name: string): number {
  const { columns } = readSeries({ grid: call.grid(name), nonnegative: true });
  const { sum, count } = sumOf(columns[0]);
  if (count === 0) throw nothingAnswered(name);
  return sum;
}

function coefficientOf(call: Call, code: string, { catalogue }: FunctionContext): number {
  const one = pickCoefficient({ code, set: call.text('jeu') }, catalogue);
  return measured(one, call.choice<Measure>('mesure', measures));
}

export const EMPLOIS: FunctionSpec = {
  id: 'EMPLOIS',
  family: 'economy',
  description: {
    fr: 'Emplois d’un an soutenus dans le bâtiment par des dépenses, méthode par million d’euros.',
    en: 'Building jobs of one year supported by spending, per-million-euro method.',
  },
  parameters: [
    {
      name: 'montants',
      description: { fr: 'Dépenses, en euros ; elles sont ajoutées', en: 'Spending, in euros; added up' },
      kind: 'range',
    },
    natureParameter,
    setParameter('bdt_2019'),
    measureParameter,
    {
      name: 'unite',
      description: { fr: 'Unité des montants : € (sinon), k€ ou M€', en: 'Unit: € (default), k€ or M€' },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'cell',
  help: {
    fr: 'Les rapports publiés vont de 6 à 17 emplois par million d’euros : imprimez la fourchette (bas, haut) à côté. La source compte des emplois d’un an, pas des équivalents temps plein. Ne s’ajoute jamais à EMPLOIS_LOGEMENTS : une étude retient une méthode.',
    en: 'Published ratios range from 6 to 17 jobs per million euros: print the range (bas, haut) beside. The source counts jobs of one year, not full-time equivalents. Never added to EMPLOIS_LOGEMENTS: a study retains one method.',
  },
  references: ['bdt_emplois_2019_derive', 'ush_poids_2013', 'anah_geste_2017'],
  examples: [
    { given: [[[25000000], [15000000]], 'neuf'], expected: 648, reason: '16,2 × 40 M€' },
    { given: [20, 'rehab', null, 'bas', 'M€'], expected: 120, reason: '6 × 20 M€' },
  ],
  run(call, context) {
    const code = `emplois_par_meur_${natureOf(call)}`;
    const unit = call.choice<'€' | 'k€' | 'M€'>('unite', ['€', 'k€', 'M€']);
    const factor = unit === '€' ? 1 : (conversionFactor(unit, '€') ?? 1);
    const millions = (totalOf(call, 'montants') * factor) / 1e6;
    return coefficientOf(call, code, context) * millions;
  },
};

export const EMPLOIS_LOGEMENTS: FunctionSpec = {
  id: 'EMPLOIS_LOGEMENTS',
  family: 'economy',
  description: {
    fr: 'Emplois d’un an soutenus dans le bâtiment par des logements, méthode par logement.',
    en: 'Building jobs of one year supported by dwellings, per-dwelling method.',
  },
  parameters: [
    {
      name: 'logements',
      description: {
        fr: 'Logements neufs livrés, ou logements réhabilités ; ils sont ajoutés',
        en: 'New dwellings delivered, or dwellings rehabilitated; added up',
      },
      kind: 'range',
    },
    natureParameter,
    setParameter('bdt_2019'),
    measureParameter,
  ],
  result: 'cell',
  help: {
    fr: 'Autre méthode que EMPLOIS : une étude retient l’une ou l’autre, jamais leur somme. La source compte des emplois d’un an. Sans fourchette publiée (rehab), bas et haut donnent #N/A.',
    en: 'Another method than EMPLOIS: a study retains one or the other, never their sum. The source counts jobs of one year. Without a published range (rehab), bas and haut give #N/A.',
  },
  references: ['bdt_emplois_2019', 'ffb_fpi_europe1', 'ush_poids_2013'],
  examples: [
    { given: [300, 'neuf'], expected: 720, reason: '2,4 × 300' },
    { given: [400, 'réhab'], expected: 200, reason: '0,5 × 400' },
  ],
  run(call, context) {
    const code = `emplois_par_logement_${natureOf(call)}`;
    return coefficientOf(call, code, context) * totalOf(call, 'logements');
  },
};

export const HEURES_INSERTION_ETP: FunctionSpec = {
  id: 'HEURES_INSERTION_ETP',
  family: 'economy',
  description: {
    fr: 'Heures d’insertion en équivalents temps plein.',
    en: 'Hours of integration work in full-time equivalents.',
  },
  parameters: [
    {
      name: 'heures',
      description: { fr: 'Heures d’insertion de l’année ; elles sont ajoutées', en: 'Hours; added up' },
      kind: 'range',
    },
    setParameter('duree_annuelle_1607'),
    measureParameter,
  ],
  result: 'cell',
  help: {
    fr: 'Heures divisées par la durée annuelle d’un temps plein : 1 607 h, ou 1 820 h avec l’ancienne base (base_1820). « bas » est le plus petit résultat : il prend la plus longue durée.',
    en: 'Hours over the working year of a full-timer: 1,607 h, or 1,820 h with the former base (base_1820). "bas" is the least result: it takes the longest year.',
  },
  references: ['duree_1607'],
  examples: [
    { given: [[[10000], [6070]]], expected: 10, reason: '16 070 / 1 607' },
    { given: [18200, 'base_1820'], expected: 10, reason: '18 200 / 1 820' },
    {
      given: [18200, null, 'bas'],
      expected: 10,
      reason: '18 200 / 1 820, la plus longue des durées publiées',
    },
  ],
  run(call, { catalogue }) {
    const hours = totalOf(call, 'heures');
    const one = pickCoefficient({ code: 'heures_etp', set: call.text('jeu') }, catalogue);
    const measure = call.choice<Measure>('mesure', measures);
    // It divides: the low result comes from the high coefficient.
    const opposite: Readonly<Record<Measure, Measure>> = { valeur: 'valeur', bas: 'haut', haut: 'bas' };
    return hours / measured(one, opposite[measure]);
  },
};
