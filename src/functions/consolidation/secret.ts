import type { Call } from '../arguments/call';
import { textIn } from '../arguments/cell';
import type { Grid } from '../arguments/grid';
import { headingRows } from '../arguments/series';
import { nothingAnswered } from '../arguments/sums';
import { wrong } from '../failure';
import type { FunctionSpec } from '../model';
import { amountAt, rangeGiven, requireRows } from './columns';
import { consolidationNow } from './engine-source';

const forms = ['secret', 'motif', 'unites'] as const;

/** Why a cell is masked, as the internal workbook says it. */
const reasons = {
  fr: {
    none: 'peut être montré',
    fewer_than_3: 'moins de 3 bailleurs indépendants',
    dominance: 'un bailleur en fait plus de 85 %',
  },
  en: {
    none: 'may be shown',
    fewer_than_3: 'fewer than 3 independent landlords',
    dominance: 'one landlord makes more than 85% of it',
  },
} as const;

export const SECRET: FunctionSpec = {
  id: 'SECRET',
  family: 'consolidation',
  description: {
    fr: 'Dit si un chiffre doit rester secret : trop peu de bailleurs, ou un seul qui domine.',
    en: 'Tells whether a figure must stay secret: too few landlords, or one that dominates.',
  },
  parameters: [
    {
      name: 'valeurs',
      description: {
        fr: 'Ce que chaque bailleur apporte, une ligne chacun ; une colonne par somme dont dépend le chiffre',
        en: 'What each landlord brings, a row each; a column for each sum that the figure rests on',
      },
      kind: 'range',
    },
    {
      name: 'bailleurs',
      description: {
        fr: 'SIREN (ou nom) du bailleur de chaque ligne',
        en: 'SIREN (or name) of the landlord of each row',
      },
      kind: 'range',
    },
    {
      name: 'groupes',
      description: {
        fr: 'SIREN de la tête de groupe ; vide pour un bailleur indépendant',
        en: 'SIREN of the head of the group; blank for an independent landlord',
      },
      kind: 'range',
      optional: true,
    },
    {
      name: 'forme',
      description: {
        fr: 'secret (VRAI ou FAUX, sinon), motif ou unites (bailleurs indépendants)',
        en: 'secret (TRUE or FALSE, default), motif or unites (independent landlords)',
      },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'cell',
  help: {
    fr: 'VRAI : à masquer. Il faut au moins 3 bailleurs indépendants (ceux d’un même groupe comptent pour un), et aucun ne doit faire plus de 85 % d’une des colonnes, en valeur absolue. Pour un taux, donnez son numérateur et son dénominateur. Une ligne où une réponse manque (vide, ND) ne compte pas. C’est le premier contrôle seulement : des chiffres permis un à un peuvent en trahir d’autres ensemble. Pour diffuser un tableau, passez par la publication (consolidate --publish), qui fait aussi le second.',
    en: 'TRUE: mask it. It takes at least 3 independent landlords (those of one group count as one), none of which makes more than 85% of one of the columns, in absolute value. For a rate, give its numerator and its denominator. A row that lacks an answer (blank, ND) does not count. This is the first check only: figures allowed one by one may betray others together. To release a table, use the publication (consolidate --publish), which does the second check too.',
  },
  references: [],
  examples: [
    {
      given: [
        [[50], [30], [20]],
        [['A'], ['B'], ['C']],
      ],
      expected: false,
      reason: 'trois bailleurs, le plus grand fait 50 %',
    },
    {
      given: [[[50], [30], [20]], [['A'], ['B'], ['C']], [[null], ['B'], ['B']], 'motif'],
      expected: 'moins de 3 bailleurs indépendants',
      reason: 'B et C sont d’un même groupe : deux unités',
    },
    {
      given: [
        [[86], [10], [4]],
        [['A'], ['B'], ['C']],
      ],
      expected: true,
      reason: '86 / 100 dépasse 85 %',
    },
  ],
  run(call: Call, { locale }) {
    const form = call.choice('forme', forms);
    const { units, series } = answersOf(call);
    const known = new Set(units).size;
    if (known === 0) throw nothingAnswered('valeurs');
    if (form === 'unites') return known;
    const reason = consolidationNow().firstStep(units, series);
    return form === 'motif' ? reasons[locale][reason ?? 'none'] : reason !== undefined;
  },
};

interface Answers {
  /** The unit of each respondent: itself, or its group. */
  readonly units: readonly string[];
  /** One list a column of amounts. */
  readonly series: readonly (readonly number[])[];
}

function answersOf(call: Call): Answers {
  const [values, landlords, groups] = [
    call.grid('valeurs'),
    call.grid('bailleurs'),
    rangeGiven(call, 'groupes'),
  ];
  for (const one of [landlords, groups]) if (one) requireRows(values, one);
  const columns = Array.from({ length: values.columnCount }, (_, column) => column);
  const units: string[] = [];
  const series: number[][] = columns.map(() => []);
  for (let row = headingRows([values]); row < values.usedRows; row++) {
    const cells = columns.map((column) => amountAt(values, row, column));
    const answered = cells.some((one) => typeof one === 'number') && !cells.includes(undefined);
    if (!answered) continue;
    units.push(unitOf(landlords, groups, row));
    // Of a respondent, what does not apply counts as zero.
    cells.forEach((one, column) => series[column]?.push(typeof one === 'number' ? one : 0));
  }
  return { units, series };
}

function unitOf(landlords: Grid, groups: Grid | undefined, row: number): string {
  const error = landlords.errorAt(row, 0) ?? groups?.errorAt(row, 0);
  if (error) throw error;
  const unit = nameKey(groups?.at(row, 0)) || nameKey(landlords.at(row, 0));
  if (unit !== '') return unit;
  const { fr, en } = landlords.place(row, 0);
  throw wrong(
    `${fr} : le bailleur manque. Écrivez son SIREN ou son nom : on ne saurait pas qui compte pour un.`,
    `${en}: the landlord is missing. Write its SIREN or its name: nobody could tell who counts as one.`,
  );
}

/** A SIREN typed as a number, as text or with spaces is one and the same. */
function nameKey(cell: unknown): string {
  if (cell === 0) return '';
  const text = textIn(cell).replace(/\s+/gu, '').toUpperCase();
  return /^\d{1,9}$/.test(text) ? text.padStart(9, '0') : text;
}
