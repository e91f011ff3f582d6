import { isBlank, textIn } from '../arguments/cell';
import { firstUsedRow, type Grid, requireSameSize } from '../arguments/grid';
import { readSeries } from '../arguments/series';
import { unknown, wrong } from '../failure';
import type { FunctionSpec, Result } from '../model';
import { ratings } from './dpe';

/** What people write where there is no rating. */
const noRating = new Set([
  '',
  '0',
  'ND',
  'SO',
  'N',
  'NC',
  'NR',
  'INCONNU',
  'INCONNUE',
  'VIERGE',
  'SANS',
  'SANS DPE',
]);
/** Place of the unknown ones behind classes A to G. */
const UNKNOWN = ratings.length;
/** More rows than any landlord has dwellings: the sheet's own million. */
const WHOLE_COLUMN = 1_000_000;

export const PART_ETIQUETTES: FunctionSpec = {
  id: 'PART_ETIQUETTES',
  family: 'energy',
  description: {
    fr: 'Part des logements de certaines classes, parmi ceux dont l’étiquette est connue.',
    en: 'Share of the dwellings of some classes, among those with a known rating.',
  },
  parameters: [
    {
      name: 'etiquettes',
      description: { fr: 'Étiquettes de A à G, une par ligne', en: 'Ratings from A to G, one a row' },
      kind: 'range',
    },
    {
      name: 'classes',
      description: {
        fr: 'Classes voulues, par exemple "FG" ; sinon toute la répartition',
        en: 'Classes wanted, for example "FG"; else the whole distribution',
      },
      kind: 'cell',
      optional: true,
    },
    {
      name: 'logements',
      description: {
        fr: 'Nombre de logements de chaque ligne ; sinon un',
        en: 'Number of dwellings of each row; else one',
      },
      kind: 'range',
      optional: true,
    },
  ],
  result: 'range',
  help: {
    fr: 'Les logements sans étiquette (vide, ND, NC, « inconnu ») ne sont pas au dénominateur : publiez leur part à côté, que donne la dernière ligne de la répartition (sur tous les logements). Dans une colonne entière, ce qui suit la dernière étiquette ne compte pas. Les DPE d’avant juillet 2021 et ceux d’après ne se mélangent pas.',
    en: 'Dwellings without a rating (blank, ND, NC, “inconnu”) are not in the denominator: publish their share beside, which the last row of the distribution gives (over all dwellings). In a whole column, what follows the last rating does not count. Ratings before and after July 2021 do not mix.',
  },
  references: ['rpls_2019', 'rpls_transmission'],
  examples: [
    {
      given: [[['A'], ['f'], ['G'], ['D'], [null]], 'FG'],
      expected: 0.5,
      reason: '2 logements F ou G sur 4 dont l’étiquette est connue',
    },
    {
      given: [[['Classe'], ['C'], ['E'], ['NC']], null, [['Logements'], [30], [10], [10]]],
      expected: [
        ['classe', 'part', 'logements'],
        ['A', 0, 0],
        ['B', 0, 0],
        ['C', 0.75, 30],
        ['D', 0, 0],
        ['E', 0.25, 10],
        ['F', 0, 0],
        ['G', 0, 0],
        ['inconnue', 0.2, 10],
      ],
      reason: '30 / 40 et 10 / 40 des logements à étiquette connue ; 10 / 50 sans étiquette',
    },
  ],
  run(call, { locale }) {
    const labels = call.grid('etiquettes');
    const wanted = classesIn(call.text('classes'));
    const counts = countRatings(labels, call.range('logements'));
    const known = counts.slice(0, UNKNOWN).reduce((sum, one) => sum + one, 0);
    if (known === 0)
      throw unknown(
        '« etiquettes » ne contient aucune étiquette de A à G : vérifiez la plage.',
        '"etiquettes" holds no rating from A to G: check the range.',
      );
    if (!wanted) return distribution(counts, known, locale);
    return wanted.reduce((sum, rank) => sum + (counts[rank] ?? 0), 0) / known;
  },
};

function distribution(counts: readonly number[], known: number, locale: 'fr' | 'en'): Result {
  const [none = 0] = counts.slice(UNKNOWN);
  const french = locale === 'fr';
  return [
    french ? ['classe', 'part', 'logements'] : ['class', 'share', 'dwellings'],
    ...ratings.map((letter, rank) => [letter, (counts[rank] ?? 0) / known, counts[rank] ?? 0]),
    [french ? 'inconnue' : 'unknown', none / (known + none), none],
  ];
}

/** Ranks of the classes named, `FG` or `F; G`; undefined when none is. */
function classesIn(text: string | undefined): readonly number[] | undefined {
  if (text === undefined) return undefined;
  const letters = [...new Set(text.toUpperCase().replace(/[\s,;/+]|ET|AND/gu, ''))];
  const ranks = letters.map((letter) => ratings.findIndex((one) => one === letter));
  if (ranks.length > 0 && !ranks.includes(-1)) return ranks;
  throw wrong(
    `« classes » : « ${text} » ne se comprend pas. Écrivez des lettres de A à G, par exemple "FG".`,
    `"classes": "${text}" is not understood. Write letters from A to G, for example "FG".`,
  );
}

/** Dwellings by class, A to G, then those without a rating. A row of headings is passed. */
function countRatings(labels: Grid, weights: Grid | undefined): number[] {
  if (weights) requireSameSize(labels, weights);
  // Of a list the blank cells are dwellings, those of a whole column are not.
  const top = labels.rowCount < WHOLE_COLUMN ? 0 : firstUsedRow(weights ? [labels, weights] : [labels]);
  const titled = labels.rowCount > 1 && (labels.values[top] ?? []).some((cell) => rankOf(cell) === undefined);
  const numbers = weights && readSeries({ grid: weights, nonnegative: true });
  if (titled && numbers && numbers.skipped === 0 && typeof weights.at(top, 0) === 'number')
    throw wrong(
      '« etiquettes » commence par son titre et « logements » par un nombre : sélectionnez les mêmes lignes.',
      '"etiquettes" begins with its heading and "logements" with a number: select the same rows.',
    );
  const counts = new Array<number>(UNKNOWN + 1).fill(0);
  const used = weights ? Math.max(labels.usedRows, weights.usedRows) : dwellingRows(labels);
  for (let row = titled ? top + 1 : 0; row < used; row++) {
    for (let column = 0; column < labels.columnCount; column++) {
      const error = labels.errorAt(row, column);
      if (error) throw error;
      const rank = rankOf(labels.at(row, column));
      if (rank === undefined) throw notARating(labels, row, column);
      const at = (row - (numbers?.skipped ?? 0)) * labels.columnCount + column;
      const weight = numbers ? (numbers.columns[0]?.[at] ?? Number.NaN) : 1;
      // Without its number of dwellings a row says nothing.
      if (!Number.isNaN(weight)) counts[rank] = (counts[rank] ?? 0) + weight;
    }
  }
  return counts;
}

/** A blank at the end of a list is a dwelling without a rating; at the end of a whole column of the sheet, nothing. */
function dwellingRows(labels: Grid): number {
  return labels.rowCount < WHOLE_COLUMN ? labels.rowCount : labels.usedRows;
}

/** 0 for A to 6 for G, 7 where there is none; undefined for another text. */
function rankOf(cell: unknown): number | undefined {
  if (isBlank(cell)) return UNKNOWN;
  const text = textIn(cell).toUpperCase();
  const rank = ratings.findIndex((one) => one === text);
  return rank >= 0 ? rank : noRating.has(text) ? UNKNOWN : undefined;
}

function notARating(labels: Grid, row: number, column: number): Error {
  const { fr, en } = labels.place(row, column);
  const text = textIn(labels.at(row, column));
  return wrong(
    `${fr} : « ${text} » n’est pas une étiquette. Écrivez une lettre de A à G, ou NC si elle n’est pas connue.`,
    `${en}: "${text}" is not a rating. Write a letter from A to G, or NC if it is not known.`,
  );
}
