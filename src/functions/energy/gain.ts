import { readSeries } from '../arguments/series';
import { nothingAnswered, zeroTotal } from '../arguments/sums';
import { wrong } from '../failure';
import type { FunctionSpec } from '../model';

export const GAIN_ENERGETIQUE: FunctionSpec = {
  id: 'GAIN_ENERGETIQUE',
  family: 'energy',
  description: {
    fr: 'Gain énergétique moyen de rénovations, pondéré par les surfaces.',
    en: 'Mean energy gain of renovations, weighted by area.',
  },
  parameters: [
    {
      name: 'avant',
      description: {
        fr: 'Consommation avant travaux, en kWhEP/m²/an',
        en: 'Consumption before, in kWhEP/m²/year',
      },
      kind: 'range',
    },
    {
      name: 'apres',
      description: {
        fr: 'Consommation après travaux, en kWhEP/m²/an',
        en: 'Consumption after, in kWhEP/m²/year',
      },
      kind: 'range',
    },
    {
      name: 'surfaces',
      description: {
        fr: 'Surface de chaque opération, en m² ; demandée s’il y en a plusieurs',
        en: 'Area of each operation, in m²; needed when there are several',
      },
      kind: 'range',
      optional: true,
    },
    {
      name: 'mesure',
      description: {
        fr: 'part (sinon) : fraction économisée ; kwh : énergie économisée par an',
        en: 'part (default): fraction saved; kwh: energy saved a year',
      },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'cell',
  help: {
    fr: '1 − somme (après × surface) / somme (avant × surface) : jamais une moyenne de gains. Une opération à laquelle il manque un nombre n’est pas comptée. Calcul conventionnel, non mesuré ; même version du DPE avant et après.',
    en: '1 − sum (after × area) / sum (before × area): never a mean of gains. An operation that lacks a number is not counted. Conventional calculation, not measured; same version of the rating before and after.',
  },
  references: ['dpe_2021_arrete'],
  examples: [
    {
      given: [
        [[280], [320]],
        [[120], [160]],
        [[1000], [500]],
      ],
      expected: 240000 / 440000,
      reason: '1 − (120 000 + 80 000) / (280 000 + 160 000) = 240 / 440',
    },
    {
      given: [[[280], [320]], [[120], [160]], [[1000], [500]], 'kwh'],
      expected: 240000,
      reason: '160 × 1 000 + 160 × 500',
    },
    { given: [250, 100], expected: 0.6, reason: '1 − 100 / 250' },
  ],
  run(call) {
    const measure = call.choice<'part' | 'kwh'>('mesure', ['part', 'kwh']);
    const [before, after] = [call.grid('avant'), call.grid('apres')];
    const areas = call.range('surfaces');
    if (!areas && (measure === 'kwh' || !before.isSingle))
      throw wrong(
        '« surfaces » est vide : les gains de plusieurs opérations se pondèrent par leurs surfaces. Donnez-les.',
        '"surfaces" is blank: gains of several operations are weighted by their areas. Give them.',
      );
    const { columns, length } = readSeries(
      { grid: before, nonnegative: true },
      { grid: after, nonnegative: true },
      ...(areas ? [{ grid: areas, nonnegative: true } as const] : []),
    );
    let [first, then, rows] = [0, 0, 0];
    for (let row = 0; row < length; row++) {
      const area = columns[2]?.[row] ?? 1;
      const [one, other] = [(columns[0]?.[row] ?? NaN) * area, (columns[1]?.[row] ?? NaN) * area];
      if (Number.isNaN(one) || Number.isNaN(other)) continue;
      first += one;
      then += other;
      rows++;
    }
    if (rows === 0) throw nothingAnswered('avant', 'apres', ...(areas ? ['surfaces'] : []));
    if (measure === 'kwh') return first - then;
    if (first === 0) throw zeroTotal('avant');
    return 1 - then / first;
  },
};
