import { formatNumber } from '../../formula';
import { textIn } from '../arguments/cell';
import type { Grid } from '../arguments/grid';
import { readSeries } from '../arguments/series';
import { pairedSums, ratioOf } from '../arguments/sums';
import { unknown, wrong } from '../failure';
import type { FunctionSpec, Parameter } from '../model';
import { SENTINEL } from './loyer';

const rules = {
  fr: 'Rapport de deux sommes, jamais une moyenne de taux. Une ligne où manque l’un des deux nombres (vide, ND, SO, 9999 ou 999 dans un fichier de logements) ne compte ni en haut ni en bas. Le résultat est une fraction : 0,029 pour 2,9 %.',
  en: 'A ratio of two sums, never a mean of rates. A row that lacks one of the two numbers (blank, ND, SO, 9999 or 999 in a file of dwellings) counts neither above nor below. The result is a fraction: 0.029 for 2.9%.',
} as const;

/** A rate is the sum of one column over the sum of another, on the rows where both are known. */
function rate(numerator: Grid, denominator: Grid, sentinel: number): number {
  const series = readSeries(
    { grid: numerator, sentinel, nonnegative: true },
    { grid: denominator, sentinel, nonnegative: true },
  );
  return ratioOf(pairedSums(series), [numerator.name, denominator.name]);
}

const column = (name: string, fr: string, en: string): Parameter => ({
  name,
  description: { fr, en },
  kind: 'range',
});

export const TAUX_VACANCE: FunctionSpec = {
  id: 'TAUX_VACANCE',
  family: 'housing',
  description: {
    fr: 'Taux de vacance : logements vacants sur logements loués ou proposés à la location.',
    en: 'Vacancy rate: vacant dwellings over dwellings let or offered for rent.',
  },
  parameters: [
    column(
      'vacants',
      'Logements vacants, par résidence ; ou seul, les codes MODE du RPLS, un par logement',
      'Vacant dwellings, by residence; or alone, the MODE codes of the RPLS, one a dwelling',
    ),
    {
      ...column(
        'proposes',
        'Logements loués ou proposés à la location, par résidence',
        'Dwellings let or offered for rent, by residence',
      ),
      optional: true,
    },
  ],
  result: 'cell',
  help: {
    fr: `${rules.fr} Avec « vacants » seul, la plage contient les codes d’occupation du RPLS (MODE) : 2 (vacant) sur 1 (loué) et 2 ; 3, 4, 5 et 9 n’entrent pas dans le calcul.`,
    en: `${rules.en} With "vacants" alone, the range holds the occupation codes of the RPLS (MODE): 2 (vacant) over 1 (let) and 2; 3, 4, 5 and 9 are left out.`,
  },
  references: ['rpls_2019', 'rpls_transmission'],
  examples: [
    {
      given: [
        [[3], [0], [null]],
        [[100], [50], [80]],
      ],
      expected: 0.02,
      reason: '3 / (100 + 50) ; la dernière résidence n’a pas répondu',
    },
    {
      given: [[[1], [1], [2], [1], [3], [9], [null]]],
      expected: 0.25,
      reason: 'codes MODE : 1 vacant / (3 loués + 1 vacant)',
    },
  ],
  run(call) {
    const vacants = call.grid('vacants');
    const proposes = call.range('proposes');
    return proposes ? rate(vacants, proposes, SENTINEL.rent) : rateOfCodes(vacants);
  },
};

/** From the codes of the RPLS: 1 let, 2 vacant, 3 empty, 4 taken by a charity, 5 occupied, 9 not applicable. */
function rateOfCodes(grid: Grid): number {
  const { columns, skipped } = readSeries({ grid });
  let [vacant, offered] = [0, 0];
  columns[0]?.forEach((code, at) => {
    if (Number.isNaN(code)) return;
    if (![1, 2, 3, 4, 5, 9].includes(code)) {
      const row = Math.floor(at / grid.columnCount) + skipped;
      const { fr, en } = grid.place(row, at % grid.columnCount);
      throw wrong(
        `${fr} : ${textIn(grid.at(row, at % grid.columnCount))} n’est pas un code d’occupation du RPLS (1 à 5, 9). Pour des nombres de logements, donnez aussi « proposes ».`,
        `${en}: ${formatNumber(code, { locale: 'en' })} is not an occupation code of the RPLS (1 to 5, 9). For numbers of dwellings, give "proposes" too.`,
      );
    }
    if (code <= 2) offered++;
    if (code === 2) vacant++;
  });
  if (offered > 0) return vacant / offered;
  throw unknown(
    '« vacants » ne contient aucun logement loué (1) ou proposé à la location (2) : vérifiez la plage.',
    '"vacants" holds no dwelling let (1) or offered for rent (2): check the range.',
  );
}

export const TAUX_MOBILITE: FunctionSpec = {
  id: 'TAUX_MOBILITE',
  family: 'housing',
  description: {
    fr: 'Taux de mobilité : emménagements de l’année sur logements loués depuis au moins un an.',
    en: 'Mobility rate: move-ins of the year over dwellings rented for at least a year.',
  },
  parameters: [
    column(
      'emmenagements',
      'Logements ayant accueilli un nouveau locataire, hors mises en service',
      'Dwellings that took in a new tenant, first lettings excluded',
    ),
    column(
      'en_location',
      'Logements en location depuis au moins un an',
      'Dwellings in the rental stock for at least a year',
    ),
  ],
  result: 'cell',
  help: {
    fr: `${rules.fr} Ni bon ni mauvais en soi : une fluidité en zone tendue, une fragilité en zone détendue.`,
    en: `${rules.en} Neither good nor bad in itself: fluidity where demand is high, fragility where it is low.`,
  },
  references: ['sdes_parc_2019', 'rpls_2019'],
  examples: [
    {
      given: [
        [[10], [6], ['ND']],
        [[100], [60], [40]],
      ],
      expected: 0.1,
      reason: '(10 + 6) / (100 + 60) ; ND écarte la troisième ligne',
    },
  ],
  run: (call) => rate(call.grid('emmenagements'), call.grid('en_location'), SENTINEL.rent),
};

export const TAUX_IMPAYES: FunctionSpec = {
  id: 'TAUX_IMPAYES',
  family: 'housing',
  description: {
    fr: 'Taux d’impayés : quittancement de l’année resté impayé sur quittancement de l’année.',
    en: "Arrears rate: share of the year's invoicing that is still unpaid.",
  },
  parameters: [
    column('impayes', 'Montants impayés au 31 décembre, en €', 'Amounts unpaid on 31 December, in €'),
    column(
      'quittancement',
      'Loyers et charges quittancés dans l’année, en €',
      'Rents and charges invoiced during the year, in €',
    ),
  ],
  result: 'cell',
  help: rules,
  references: ['ush_centre_impayes_2012'],
  examples: [
    {
      given: [
        [[400000], [250000]],
        [[6000000], [4000000]],
      ],
      expected: 0.065,
      reason: '650 000 / 10 000 000 = 6,5 %',
    },
  ],
  run: (call) => rate(call.grid('impayes'), call.grid('quittancement'), SENTINEL.rent),
};
