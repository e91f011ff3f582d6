import { likely } from './lexicon';
import { derivations, type Derivation, stockOnly } from './derivations';
import {
  type BlockLook,
  doubtsOf,
  isMonthly,
  proposalOf,
  scaleOf,
  type Search,
  titleOfColumn,
  type Doubt,
} from './look';
import type { Proposal, Recipe } from './model';
import type { RecognisedColumn } from './recognise';
import { noDpe, plain, type Role } from './roles';
import type { Term } from './source';
import { distinctValues } from './subject';
import { byCommune, type Pick, termsOf } from './terms';

/** Proposals from columns that are data points: their sums. */
export function fromMeasures(look: BlockLook, search: Search): Proposal[] {
  return look.columns.flatMap((column) => {
    const { meaning, values } = column;
    if (meaning.kind !== 'measure' || values.numbers === 0) return [];
    return likely(meaning.candidates).flatMap((candidate) => {
      const { point, score } = candidate;
      if (stockOnly.test(point.code) && look.subject.subject === 'operation') return [];
      const scale = scaleOf(point, column.unit, look, column);
      if (scale === undefined) return [];
      const years = yearPicks(look, search);
      if (years === undefined) return [];
      const doubts = [...doubtsOf(point, look, titleOfColumn(column), search), ...yearDoubts(look)];
      if (scale.doubt) doubts.push(scale.doubt);
      if (candidate !== meaning.candidates[0] || column.confidence < score)
        doubts.push({
          atMost: Math.min(score, column.confidence, 0.55),
          because: 'l’intitulé peut désigner une autre donnée',
        });
      if (values.texts > 0)
        doubts.push({ atMost: 0.6, because: `${values.texts} cellule(s) de texte ne s’additionnent pas` });
      if (isMonthly(look) && point.period !== 'flow')
        doubts.push({ atMost: 0.3, because: 'des mois ne s’additionnent pas pour un stock' });
      const make = (more: readonly Pick[]): readonly Term[] =>
        termsOf(look.block, column, 'sum', [...years, ...more]);
      return proposalOf(
        {
          point,
          confidence: score,
          doubts,
          why: [`colonne « ${titleOfColumn(column)} »${unitWords(scale)}`],
          source: { terms: make([]), factor: scale.factor },
          facts: byCommune(look.communes, scale.factor, make),
          recipe: { ...recipeOf(look, column, scale.unit), how: 'sum' },
        },
        search,
      );
    });
  });
}

/** Lines of several years: those of the campaign's are picked; undefined when there is none. */
export function yearPicks(
  { block, columns }: BlockLook,
  { options, remarks }: Search,
): readonly Pick[] | undefined {
  const years = yearColumn(columns);
  if (years === undefined) return [];
  if (distinctValues(block, years.column).has(options.year)) return [{ column: years, equals: options.year }];
  remarks.push({
    code: 'year_absent',
    sheet: block.view.name,
    message: `Feuille « ${block.view.name} » : aucune ligne de ${options.year} dans la colonne « ${years.heading} » ; rien n’y est proposé.`,
  });
  return undefined;
}

const yearColumn = (columns: readonly RecognisedColumn[]): RecognisedColumn | undefined =>
  columns.find(({ meaning }) => meaning.kind === 'role' && meaning.role === 'year');

/** « Année » may be that of construction or of signature: only « Exercice » is the year of the figures for sure. */
export function yearDoubts({ columns }: BlockLook): Doubt[] {
  const years = yearColumn(columns);
  if (years === undefined || /exercice|millesime/.test(plain(years.heading))) return [];
  return [
    {
      atMost: 0.6,
      because: `les lignes sont choisies par « ${years.heading} », qui peut ne pas être l’exercice`,
    },
  ];
}

export function unitWords({ factor, unit }: { readonly factor: number; readonly unit?: string }): string {
  return factor === 1 || unit === undefined ? '' : `, en ${unit}`;
}

export function recipeOf(
  look: BlockLook,
  column: RecognisedColumn | undefined,
  unit: string | undefined,
): Omit<Recipe, 'how'> {
  return {
    sheet: look.block.view.name,
    ...(look.block.table === undefined ? {} : { table: look.block.table.name }),
    ...(column === undefined ? {} : { heading: titleOfColumn(column) }),
    ...(unit === undefined ? {} : { unit }),
    ...(look.communes === undefined ? {} : { communes: look.communes.column.heading }),
  };
}

/** Proposals from lines counted one by one: dwellings, employees. */
export function fromCounts(look: BlockLook, search: Search): Proposal[] {
  const { subject, scope, key } = look.subject;
  const code = { dwelling: 'nb_lls', employee: 'effectif' }[subject as string];
  const point = code === undefined ? undefined : search.options.catalogue.dataPoints.get(code);
  if (point === undefined || key === undefined) return [];
  const years = yearPicks(look, search);
  if (years === undefined || years.length > 0) return [];
  const make = (more: readonly Pick[]): readonly Term[] => termsOf(look.block, key, 'count', more);
  const what = subject === 'dwelling' ? 'logement' : 'salarié';
  const doubts = doubtsOf(point, look, '', search);
  if (subject === 'dwelling' && scope !== 'whole')
    doubts.push({ atMost: 0.7, because: 'rien ne dit que la liste est complète' });
  return proposalOf(
    {
      point,
      confidence: 0.86,
      doubts,
      why: [`une ligne par ${what}, comptées par « ${key.heading} »`],
      source: { terms: make([]), factor: 1 },
      facts: byCommune(look.communes, 1, make),
      recipe: { ...recipeOf(look, key, undefined), how: 'count' },
    },
    search,
  );
}

/** Proposals from a column crossed with an answer: dwellings whose DPE is F, pay of women. */
export function fromCrossings(look: BlockLook, search: Search): Proposal[] {
  return derivations.flatMap((derivation) => {
    const point = search.options.catalogue.dataPoints.get(derivation.code);
    const answers = columnOf(look, derivation.role);
    const of = answers === undefined ? undefined : addedUp(look, derivation);
    if (point === undefined || answers === undefined || of === undefined) return [];
    if (stockOnly.test(point.code) && look.subject.subject === 'operation') return [];
    const values = distinctValues(look.block, answers.column);
    const rest = derivation.code === 'dpe_inconnu' && answers.values.filled > 0 && hasBlanks(look, answers);
    const picked = pickedValues(derivation, answers, values);
    if (picked.length === 0 && !rest) return [];
    const scale = of.how === 'count' ? { factor: 1 } : scaleOf(point, of.column.unit, look, of.column);
    if (scale === undefined || of.unitMissing) return [];
    const years = yearPicks(look, search);
    if (years === undefined) return [];
    const title = `${answers.heading} ${of.column.heading}`;
    const doubts = [...doubtsOf(point, look, title, search), ...yearDoubts(look)];
    if ('doubt' in scale && scale.doubt) doubts.push(scale.doubt);
    if (of.how === 'count' && look.subject.subject === 'dwelling' && look.subject.scope !== 'whole') {
      doubts.push({ atMost: 0.7, because: 'rien ne dit que la liste est complète' });
    }
    if (answers.confidence < 0.94)
      doubts.push({ atMost: 0.6, because: `des valeurs de « ${answers.heading} » ne sont pas reconnues` });
    if (isMonthly(look) && point.period !== 'flow')
      doubts.push({ atMost: 0.3, because: 'des mois ne s’additionnent pas pour un stock' });
    const at = (equals: Pick['equals'], more: readonly Pick[]): Term[] =>
      termsOf(look.block, of.column, of.how, [{ column: answers, equals }, ...years, ...more]);
    const make = (more: readonly Pick[]): readonly Term[] =>
      rest
        ? [
            ...termsOf(look.block, of.column, of.how, [...years, ...more]),
            ...[...'ABCDEFG'].flatMap((letter) =>
              at(letter, more).map((term): Term => ({ ...term, minus: true })),
            ),
          ]
        : picked.flatMap((equals) => at(equals, more));
    const shown = rest
      ? 'ni A ni … ni G'
      : picked.map((one) => (typeof one === 'object' ? 'rempli' : `« ${one} »`)).join(', ');
    const counted = of.how === 'count' ? 'lignes' : `« ${titleOfColumn(of.column)} »`;
    return proposalOf(
      {
        point,
        confidence: derivation.confidence,
        doubts,
        why: [`${counted} où « ${answers.heading} » est ${shown}${unitWords(scale)}`],
        source: { terms: make([]), factor: scale.factor },
        facts: byCommune(look.communes, scale.factor, make),
        recipe: {
          ...recipeOf(
            look,
            of.how === 'count' ? undefined : of.column,
            'unit' in scale ? scale.unit : undefined,
          ),
          how: rest ? 'rest' : of.how === 'count' ? 'count_where' : 'sum_where',
          picks: {
            heading: answers.heading,
            values: picked.map((one) => (typeof one === 'object' ? '*' : one)),
          },
        },
      },
      search,
    );
  });
}

const columnOf = ({ columns }: BlockLook, role: Role): RecognisedColumn | undefined =>
  columns.find(
    ({ meaning, values }) => meaning.kind === 'role' && meaning.role === role && values.filled > 0,
  );

/** The column a crossing adds up; the lines themselves when each is one dwelling or one employee. */
function addedUp(
  { columns, subject }: BlockLook,
  { of, perLine }: Derivation,
):
  | { readonly column: RecognisedColumn; readonly how: 'sum' | 'count'; readonly unitMissing?: boolean }
  | undefined {
  const amounts = columns.filter(({ values }) => values.numbers > 0);
  const measures = amounts.filter(({ meaning }) =>
    'measure' in of
      ? meaning.kind === 'measure' &&
        meaning.candidates[0]?.point.code === of.measure &&
        meaning.candidates[0].score >= 0.8
      : false,
  );
  const [measure] = measures;
  if (measure !== undefined) return measures.length > 1 ? undefined : { column: measure, how: 'sum' };
  if ('heading' in of) {
    const named = amounts.filter(
      ({ heading, meaning }) =>
        of.heading.test(plain(heading)) &&
        meaning.kind !== 'other_year' &&
        meaning.kind !== 'role' &&
        !/budget|prix de revient|prev|cumul|moyen/.test(plain(heading)),
    );
    const [one] = named;
    return one === undefined || named.length > 1 ? undefined : { column: one, how: 'sum' };
  }
  return perLine === subject.subject && subject.key !== undefined
    ? { column: subject.key, how: 'count' }
    : undefined;
}

/** The answers that pick, each once whatever its case; a letter or a yes that nobody has is asked for all the same. */
function pickedValues(
  derivation: Derivation,
  answers: RecognisedColumn,
  values: ReadonlyMap<string | number, number>,
): Pick['equals'][] {
  const texts = [...values.keys()].filter((one): one is string => typeof one === 'string');
  const picked = texts.filter((one) => derivation.picks(one));
  if (picked.length > 3 && derivation.role === 'qpv' && picked.length === texts.length)
    return [{ filled: true }];
  if (
    picked.length > 0 &&
    derivation.role === 'qpv' &&
    picked.length === texts.length &&
    answers.values.filled < 1e9 &&
    picked.every((one) => /^q[np]\d/i.test(one))
  ) {
    return [{ filled: true }];
  }
  const once = new Map(picked.map((one) => [one.toLowerCase(), one]));
  if (once.size > 0) return [...once.values()];
  const letter = /^dpe_([a-g])$/.exec(derivation.code)?.[1];
  if (letter !== undefined) return [letter.toUpperCase()];
  if (derivation.role === 'qpv' && texts.some((one) => /^n(on)?$/i.test(one)))
    return [texts.some((one) => /^n$/i.test(one)) ? 'O' : 'Oui'];
  return [];
}

/** Blank or unknown answers: what is left once A to G are taken away. */
function hasBlanks({ block }: BlockLook, answers: RecognisedColumn): boolean {
  const lines = block.runs.reduce((all, { first, last }) => all + last - first + 1, 0);
  const unknown = [...distinctValues(block, answers.column).keys()].some(
    (one) => typeof one === 'string' && noDpe.test(plain(one)),
  );
  return answers.values.filled < lines || unknown;
}
