import { formatQuantity } from '../../formula';
import type { ExpectedAnswer } from '../../consolidation';
import type { Call } from '../arguments/call';
import { isBlank, textIn } from '../arguments/cell';
import { headingRows } from '../arguments/series';
import { nothingAnswered } from '../arguments/sums';
import { unknown, wrong } from '../failure';
import type { FunctionSpec } from '../model';
import { amountAt, rangeGiven, requireRows } from './columns';
import { consolidationNow } from './engine-source';

const measures = ['valeur', 'collecte', 'part', 'couverture'] as const;

export const REDRESSER: FunctionSpec = {
  id: 'REDRESSER',
  family: 'consolidation',
  description: {
    fr: 'Redresse une somme de la non-réponse, par famille de bailleurs.',
    en: 'Corrects a sum for non-response, by family of landlords.',
  },
  parameters: [
    {
      name: 'valeurs',
      description: {
        fr: 'Réponse de chaque bailleur attendu, une ligne par bailleur ; vide ou ND s’il n’a pas répondu',
        en: 'Answer of each landlord expected, a row each; blank or ND if it did not answer',
      },
      kind: 'range',
    },
    {
      name: 'logements',
      description: {
        fr: 'Logements de chaque bailleur attendu, d’après le périmètre',
        en: 'Dwellings of each landlord expected, by the perimeter',
      },
      kind: 'range',
    },
    {
      name: 'familles',
      description: {
        fr: 'Famille de chaque bailleur (OPH, ESH, COOP…) ; sinon une seule famille',
        en: 'Family of each landlord (OPH, ESH, COOP…); else one family',
      },
      kind: 'range',
      optional: true,
    },
    {
      name: 'mesure',
      description: {
        fr: 'valeur (sinon), collecte, part (extrapolée) ou couverture',
        en: 'valeur (default), collecte, part (extrapolated) or couverture',
      },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'cell',
  help: {
    fr: 'Pour une somme proportionnelle au parc seulement (loyers, charges, dépenses…). Dans chaque famille, la somme des répondants est multipliée par logements attendus / logements des répondants ; une famille sans répondant reçoit la valeur moyenne par logement de tous. Dès 90 % des logements, la somme reste telle que collectée ; sous 70 %, #N/A : elle ne se montre pas. SO retire le bailleur des attendus. Un taux ne se redresse pas : redressez ses deux sommes.',
    en: 'For a sum that is proportional to the stock only (rents, charges, spending…). In each family the sum of respondents is multiplied by dwellings expected / dwellings of respondents; a family without respondent receives the mean value per dwelling of all. From 90% of the dwellings the sum stays as collected; below 70%, #N/A: it is not shown. SO takes the landlord out of those expected. A rate is not corrected: correct its two sums.',
  },
  references: [],
  examples: [
    {
      given: [
        [[600], [200], ['ND']],
        [[600], [200], [200]],
        [['OPH'], ['ESH'], ['ESH']],
      ],
      expected: 1000,
      reason: 'couverture 80 % ; OPH : 600 × 600/600 ; ESH : 200 × 400/200 ; 600 + 400',
    },
    {
      given: [[[900], [600], [null]], [[600], [200], [200]], [['OPH'], ['ESH'], ['COOP']], 'part'],
      expected: 0.2,
      reason: 'COOP sans répondant : 200 × 1 500/800 = 375 ; 375 / 1 875',
    },
  ],
  run(call: Call) {
    const measure = call.choice('mesure', measures);
    const landlords = landlordsOf(call);
    if (!landlords.some((one) => one.value !== undefined)) throw nothingAnswered('valeurs');
    const sum = consolidationNow().redressSum(landlords);
    if (measure === 'collecte') return sum.collected;
    if (sum.coverage === null) throw unknownSize(landlords);
    if (measure === 'couverture') return sum.coverage;
    if (sum.shown === undefined) throw tooLow(sum.coverage);
    return measure === 'part' ? sum.extrapolatedShare : sum.shown;
  },
};

function landlordsOf(call: Call): ExpectedAnswer[] {
  const [values, dwellings, families] = [
    call.grid('valeurs'),
    call.grid('logements'),
    rangeGiven(call, 'familles'),
  ];
  requireRows(values, values);
  for (const one of [dwellings, families]) if (one) requireRows(values, one);
  const landlords: ExpectedAnswer[] = [];
  for (
    let row = headingRows([values, dwellings]);
    row < Math.max(values.usedRows, dwellings.usedRows);
    row++
  ) {
    const value = amountAt(values, row, 0);
    const size = amountAt(dwellings, row, 0);
    const unreadable = families?.errorAt(row, 0);
    if (unreadable) throw unreadable;
    if (value === 'not_applicable' || (isBlank(values.at(row, 0)) && isBlank(dwellings.at(row, 0)))) continue;
    if (typeof size === 'number' && size < 0) {
      const { fr, en } = dwellings.place(row, 0);
      throw wrong(
        `${fr} : un nombre de logements n’est pas négatif. Corrigez la cellule.`,
        `${en}: a number of dwellings is not negative. Correct the cell.`,
      );
    }
    landlords.push({
      value,
      dwellings: typeof size === 'number' ? size : undefined,
      family: textIn(families?.at(row, 0)).toUpperCase(),
    });
  }
  return landlords;
}

function unknownSize(landlords: readonly ExpectedAnswer[]) {
  const count = landlords.filter((one) => one.dwellings === undefined).length;
  return unknown(
    count > 0
      ? `« logements » : il manque le nombre de logements de ${count} bailleur(s), la couverture est inconnue. Complétez la colonne d’après le périmètre.`
      : '« logements » : le total vaut 0, la couverture est inconnue. Vérifiez la colonne.',
    count > 0
      ? `"logements": the dwellings of ${count} landlord(s) are missing, coverage is unknown. Complete the column from the perimeter.`
      : '"logements": the total is 0, coverage is unknown. Check the column.',
  );
}

function tooLow(coverage: number) {
  const share = (locale: 'fr' | 'en') => formatQuantity(coverage, '%', { locale, decimals: 0 });
  return unknown(
    `Les répondants ont ${share('fr')} des logements : sous 70 %, une somme ne se redresse pas. Relancez les bailleurs qui manquent.`,
    `Respondents have ${share('en')} of the dwellings: below 70%, a sum is not corrected. Ask the landlords that are missing again.`,
  );
}
