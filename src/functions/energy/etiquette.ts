import { formatNumber } from '../../formula';
import { isBlank, numberIn, textIn } from '../arguments/cell';
import { wordKey } from '../arguments/call';
import { eachCell } from '../arguments/each';
import { unknown, wrong } from '../failure';
import type { FunctionSpec } from '../model';
import { limitsOf, ratingOf } from './dpe';

const zones = ['h1a', 'h1b', 'h1c', 'h2a', 'h2b', 'h2c', 'h2d', 'h3'] as const;
const mountainZones: ReadonlySet<string> = new Set(['h1b', 'h1c', 'h2d']);
const MOUNTAIN = 800;

export const ETIQUETTE_DPE: FunctionSpec = {
  id: 'ETIQUETTE_DPE',
  family: 'energy',
  description: {
    fr: 'Étiquette du DPE : la plus mauvaise des classes d’énergie et d’émissions.',
    en: 'Energy rating (DPE): the worst of the classes of energy and of emissions.',
  },
  parameters: [
    {
      name: 'consommation',
      description: {
        fr: 'Énergie primaire, en kWhEP/m²/an ; une cellule ou une colonne',
        en: 'Primary energy, in kWhEP/m²/year; a cell or a column',
      },
      kind: 'range',
    },
    {
      name: 'emissions',
      description: { fr: 'Gaz à effet de serre, en kgCO2e/m²/an', en: 'Greenhouse gases, in kgCO2e/m²/year' },
      kind: 'range',
    },
    {
      name: 'surface',
      description: {
        fr: 'Surface de référence en m², pour les DPE depuis le 1er juillet 2024',
        en: 'Reference area in m², for ratings since 1 July 2024',
      },
      kind: 'range',
      optional: true,
    },
    {
      name: 'altitude',
      description: { fr: 'Altitude en m', en: 'Altitude in m' },
      kind: 'range',
      optional: true,
    },
    {
      name: 'zone',
      description: {
        fr: 'Zone climatique, de H1a à H3 ; demandée au-dessus de 800 m',
        en: 'Climate zone, from H1a to H3; needed above 800 m',
      },
      kind: 'range',
      optional: true,
    },
    {
      name: 'jeu',
      description: {
        fr: 'dpe_2021 (sinon), ou dpe_ancien pour un DPE d’avant le 1er juillet 2021',
        en: 'dpe_2021 (default), or dpe_ancien for a rating older than 1 July 2021',
      },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'range',
  help: {
    fr: 'Une consommation égale à une limite est dans la classe suivante. Sous 40 m², les limites des petites surfaces s’appliquent (surface arrondie au m²). En zones H1b, H1c et H2d au-dessus de 800 m, les limites de E et F sont plus hautes. Les anciens DPE (dpe_ancien) ne regardent que l’énergie. Une cellule vide reste vide.',
    en: 'A consumption equal to a limit is in the next class. Below 40 m² the limits of small areas apply (area rounded to the m²). In zones H1b, H1c and H2d above 800 m the limits of E and F are higher. Former ratings (dpe_ancien) look at energy only. A blank cell stays blank.',
  },
  references: ['dpe_2021_arrete', 'dpe_2024_petites_surfaces', 'dpe_ancien_limites'],
  examples: [
    {
      given: [150, 45],
      expected: 'D',
      reason: 'énergie C (110 à 180), émissions D (30 à 50) : la plus mauvaise',
    },
    { given: [250, 10], expected: 'E', reason: '250 est la limite exclue de D' },
    { given: [150, 9, 9], expected: 'B', reason: '9 m² : A sous 134, B sous 174' },
    { given: [350, 60, null, 900, 'H1c'], expected: 'E', reason: 'montagne : E sous 390 et sous 80' },
    {
      given: [
        [[60], [''], [430]],
        [[5], [''], [20]],
      ],
      expected: [['A'], [''], ['G']],
      reason: 'A : sous 70 et sous 6 ; G : 420 et plus',
    },
  ],
  run(call, { catalogue }) {
    const scale = call.choice<'dpe_2021' | 'dpe_ancien'>('jeu', ['dpe_2021', 'dpe_ancien']);
    const beside = (['emissions', 'surface', 'altitude', 'zone'] as const).map((name) => call.range(name));
    return eachCell(call.grid('consommation'), beside, (cell, [ghg, area, altitude, zone]) => {
      const consumption = amount(cell, 'consommation');
      if (consumption === undefined) return '';
      const emissions = amount(ghg, 'emissions');
      if (emissions === undefined && scale === 'dpe_2021')
        throw unknown(
          'Il manque les émissions : l’étiquette est la plus mauvaise des deux classes. Remplissez « emissions ».',
          'The emissions are missing: the rating is the worst of the two classes. Fill in "emissions".',
        );
      const mountain = scale === 'dpe_2021' && isMountain(amount(altitude, 'altitude'), zone);
      // No dwelling has an area of 0: some platforms give a blank cell so.
      const limits = limitsOf({ scale, area: amount(area, 'surface') || undefined, mountain }, catalogue);
      return ratingOf(consumption, emissions, limits);
    });
  },
};

/** A number that cannot be negative; undefined when it is not answered. */
function amount(cell: unknown, name: string): number | undefined {
  const number = numberIn(cell);
  if (typeof number === 'object')
    throw wrong(
      `« ${name} » : « ${number.shown} » n’est pas un nombre. Corrigez la cellule.`,
      `"${name}": "${number.shown}" is not a number. Correct the cell.`,
    );
  if (number !== undefined && number < 0)
    throw wrong(
      `« ${name} » : ${formatNumber(number, { locale: 'fr' })} est négatif. Corrigez la cellule.`,
      `"${name}": ${formatNumber(number, { locale: 'en' })} is negative. Correct the cell.`,
    );
  return number;
}

function isMountain(altitude: number | undefined, zone: unknown): boolean {
  const word = isBlank(zone) || zone === 0 ? '' : wordKey(textIn(zone));
  if (word !== '' && !zones.some((one) => one === word))
    throw wrong(
      `« zone » : « ${textIn(zone)} » n’est pas une zone climatique. Écrivez H1a, H1b, H1c, H2a, H2b, H2c, H2d ou H3.`,
      `"zone": "${textIn(zone)}" is not a climate zone. Write H1a, H1b, H1c, H2a, H2b, H2c, H2d or H3.`,
    );
  if (altitude === undefined || altitude <= MOUNTAIN) return false;
  if (word === '')
    throw wrong(
      'Au-dessus de 800 m, les limites dépendent de la zone climatique : remplissez « zone », par exemple H1c.',
      'Above 800 m the limits depend on the climate zone: fill in "zone", for example H1c.',
    );
  return mountainZones.has(word);
}
