import { readSeries } from '../arguments/series';
import { nothingAnswered, pairedSums, ratioOf } from '../arguments/sums';
import { wrong } from '../failure';
import type { FunctionSpec } from '../model';

/** Codes of the RPLS for “not applicable”: LOYERPRINC 9999, SURFMODE 999. */
export const SENTINEL = { rent: 9999, area: 999 } as const;

export const LOYER_M2: FunctionSpec = {
  id: 'LOYER_M2',
  family: 'housing',
  description: {
    fr: 'Loyer moyen au m² : somme des loyers divisée par somme des surfaces, en €/m²/mois.',
    en: 'Mean rent per m²: sum of the rents over sum of the areas, in €/m²/month.',
  },
  parameters: [
    {
      name: 'loyers',
      description: {
        fr: 'Loyers du mois hors charges, en €, un par logement ou par résidence',
        en: 'Rents of the month without charges, in €, one a dwelling or a residence',
      },
      kind: 'range',
    },
    {
      name: 'surfaces',
      description: {
        fr: 'Surfaces habitables des mêmes logements, en m²',
        en: 'Living areas of the same dwellings, in m²',
      },
      kind: 'range',
    },
  ],
  result: 'cell',
  help: {
    fr: 'Rapport de deux sommes, comme le fait le RPLS ; jamais une moyenne de loyers moyens. Une ligne sans loyer ou sans surface (vide, ND, SO, 0) ne compte ni en haut ni en bas. 9999 et 999 veulent dire « sans objet » dans un fichier de logements : ils sont écartés si rien ne les dépasse dans la plage. Une ligne de titres est passée, avec les lignes vides au-dessus.',
    en: 'A ratio of two sums, as the RPLS does; never a mean of mean rents. A row without a rent or an area (blank, ND, SO, 0) counts neither above nor below. 9999 and 999 mean “not applicable” in a file of dwellings: they are left out if nothing in the range is higher. A row of headings is passed, with the blank rows above it.',
  },
  references: ['rpls_2019', 'rpls_transmission'],
  examples: [
    {
      given: [
        [[300], [420], [9999], [null]],
        [[60], [70], [55], [80]],
      ],
      expected: 720 / 130,
      reason: '(300 + 420) / (60 + 70) = 5,538… ; les deux dernières lignes n’ont pas de loyer',
    },
    {
      given: [
        [['Loyers'], [12000], [9999]],
        [['SHAB'], [2400], [1999.8]],
      ],
      expected: 5,
      reason: '(12 000 + 9 999) / (2 400 + 1 999,8) : 9 999 est un total parmi d’autres',
    },
  ],
  run(call) {
    const loyers = call.grid('loyers');
    const surfaces = call.grid('surfaces');
    const series = readSeries(
      { grid: loyers, sentinel: SENTINEL.rent, nonnegative: true },
      { grid: surfaces, sentinel: SENTINEL.area, nonnegative: true },
    );
    // A dwelling let for nothing or without an area is one whose figure is missing.
    for (const column of series.columns) zerosAreMissing(column);
    return ratioOf(pairedSums(series), ['loyers', 'surfaces']);
  },
};

function zerosAreMissing(numbers: Float64Array): void {
  for (let at = 0; at < numbers.length; at++) if (numbers[at] === 0) numbers[at] = Number.NaN;
}

export const ECONOMIE_LOYER: FunctionSpec = {
  id: 'ECONOMIE_LOYER',
  family: 'housing',
  description: {
    fr: 'Économie de loyer des locataires par rapport au marché, en €/an.',
    en: "Tenants' rent saving compared with the market, in €/year.",
  },
  parameters: [
    {
      name: 'loyers_hlm',
      description: {
        fr: 'Loyers HLM hors charges, en €/m²/mois',
        en: 'Social rents without charges, in €/m²/month',
      },
      kind: 'range',
    },
    {
      name: 'loyers_marche',
      description: {
        fr: 'Loyers de marché de biens comparables, hors charges, en €/m²/mois',
        en: 'Market rents of comparable homes, without charges, in €/m²/month',
      },
      kind: 'range',
    },
    {
      name: 'surfaces',
      description: { fr: 'Surfaces louées, en m²', en: 'Let areas, in m²' },
      kind: 'range',
    },
    {
      name: 'mois',
      description: { fr: 'Nombre de mois ; sinon 12', en: 'Number of months; else 12' },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'cell',
  help: {
    fr: 'Somme de (loyer de marché − loyer HLM) × surface × 12. Les écarts négatifs sont gardés : ils viennent en déduction. Une ligne à laquelle il manque un nombre (vide, ND, SO ; 9999 ou 999 dans un fichier de logements) n’est pas comptée. Le loyer de marché de la carte des loyers comprend les charges : ôtez-les.',
    en: 'Sum of (market rent − social rent) × area × 12. Negative gaps are kept: they are deducted. A row that lacks a number (blank, ND, SO; 9999 or 999 in a file of dwellings) is not counted. The market rent of the official map includes charges: take them off.',
  },
  references: ['insee_avantage_2006', 'insee_es_471', 'cerema_mel_2019', 'carte_des_loyers'],
  examples: [
    {
      given: [
        [[6], [6.5]],
        [[10], [6]],
        [[1000], [2000]],
      ],
      expected: 36000,
      reason: '12 × (4 × 1 000 − 0,5 × 2 000) = 12 × 3 000',
    },
  ],
  run(call) {
    const { columns, length } = readSeries(
      { grid: call.grid('loyers_hlm'), sentinel: SENTINEL.rent, nonnegative: true },
      { grid: call.grid('loyers_marche'), sentinel: SENTINEL.rent, nonnegative: true },
      { grid: call.grid('surfaces'), sentinel: SENTINEL.area, nonnegative: true },
    );
    const [own, market, areas] = columns;
    let [saving, rows] = [0, 0];
    for (let row = 0; row < length; row++) {
      const one = ((market?.[row] ?? Number.NaN) - (own?.[row] ?? Number.NaN)) * (areas?.[row] ?? Number.NaN);
      if (Number.isNaN(one)) continue;
      saving += one;
      rows++;
    }
    if (rows === 0) throw nothingAnswered('loyers_hlm', 'loyers_marche', 'surfaces');
    return saving * months(call.cell('mois'));
  },
};

function months(value: unknown): number {
  if (value === undefined || value === 0) return 12;
  if (typeof value === 'number' && value > 0 && value <= 12) return value;
  throw wrong(
    '« mois » doit être un nombre de 1 à 12 : laissez-le vide pour une année entière.',
    '"mois" must be a number from 1 to 12: leave it blank for a whole year.',
  );
}
