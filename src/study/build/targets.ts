import type { Target } from '../data';
import type { Block, Series, TableCell, Value } from '../document';
import { amount } from '../language/amounts';
import { placeName } from '../language/places';
import type { Desk } from './build';
import { chart } from './charts';
import { labelOf } from './figures';
import { short, shownLabel } from './tables';

/** An indicator somewhere, with its targets, oldest first. */
interface Objective {
  readonly code: string;
  readonly territory: string;
  readonly targets: readonly Target[];
}

const words = {
  fr: {
    table: 'Cibles et résultats',
    actions: 'Qui fait quoi',
    objective: 'Objectif',
    indicator: 'Indicateur',
    start: 'Départ',
    reached: 'Dernier résultat',
    target: 'Cible',
    gap: 'Écart à la cible',
    state: 'Où l’on en est',
    owner: 'Responsable',
    todo: 'Actions',
    done: 'Réalisé',
  },
  en: {
    table: 'Targets and results',
    actions: 'Who does what',
    objective: 'Objective',
    indicator: 'Indicator',
    start: 'Start',
    reached: 'Latest result',
    target: 'Target',
    gap: 'Gap to target',
    state: 'Where we stand',
    owner: 'In charge',
    todo: 'Actions',
    done: 'Reached',
  },
} as const;

/** Beyond that, years without a figure are left out. */
const MOST_YEARS = 16;

/** What the targets of the form give: a table, a chart for each, or who does what. */
export function targetBlocks(which: 'table' | 'charts' | 'actions', desk: Desk): Block[] {
  const objectives = objectivesOf(desk);
  if (objectives.length === 0) return [];
  if (which === 'charts') return objectives.flatMap((one) => trajectory(one, desk));
  if (which === 'actions') return actions(objectives, desk);
  return progress(objectives, desk);
}

function objectivesOf({ data, scope }: Desk): Objective[] {
  const found = new Map<string, Objective>();
  for (const target of data.contents.targets) {
    const territory = target.territory ?? scope.source.territory;
    const key = `${target.code} ${territory}`;
    const known = found.get(key)?.targets ?? [];
    const targets = [...known, target].sort((one, other) => one.year - other.year);
    found.set(key, { code: target.code, territory, targets });
  }
  return [...found.values()];
}

/** `Logements mis en service`, with the place where it is not the study's. */
function nameOf({ code, territory }: Objective, desk: Desk): string {
  const where = territory === desk.scope.source.territory ? '' : `, ${placeName(territory)}`;
  return labelOf(code, desk) + where;
}

function targetValue(target: Target, territory: string, desk: Desk): Value {
  const { catalogue, locale } = desk.scope;
  const { unit = '', decimals = 0 } = catalogue.indicators.get(target.code) ?? {};
  const text = amount(target.value, unit, decimals, locale);
  const { code, year, value } = target;
  return { code, territory, year, value, unit, decimals, text, marks: '', origin: 'target' };
}

/** The target of the latest year reached, or else the next one. */
function targetNow({ targets }: Objective, year: number): Target | undefined {
  return targets.find((one) => one.year >= year) ?? targets.at(-1);
}

function progress(objectives: readonly Objective[], desk: Desk): Block[] {
  const { locale, source } = desk.scope;
  const text = words[locale];
  const rows = objectives.flatMap((one): TableCell[][] => {
    const target = targetNow(one, source.year);
    if (!target) return [];
    const reached = desk.scope.value(one.code, one.territory, desk.notes);
    const aim = targetValue(target, one.territory, desk);
    const gap = difference(reached, aim, desk);
    const where = one.territory === source.territory ? '' : ` (${placeName(one.territory)})`;
    return [
      [
        shownLabel(one.code, desk) + where,
        short(reached, locale),
        short(aim, locale),
        String(target.year),
        gap ?? '–',
        stateOf(reached, target, source.year, desk),
      ],
    ];
  });
  const headings = [
    text.indicator,
    `${text.reached} (${source.year})`,
    text.target,
    locale === 'fr' ? 'Année' : 'Year',
    text.gap,
    text.state,
  ];
  return [{ kind: 'table', title: text.table, headings, rows, widths: [30, 14, 14, 8, 14, 20] }];
}

/** Nothing where one of the two is withheld: the gap would give it away. */
function difference(reached: Value, aim: Value, desk: Desk): Value | undefined {
  if (reached.value === null || aim.value === null) return undefined;
  const value = reached.value - aim.value;
  const { unit, decimals } = reached;
  const { locale } = desk.scope;
  return {
    ...reached,
    value,
    text: gapText(value, unit, decimals, locale),
    marks: reached.marks,
    origin: 'computed',
    of: { how: 'minus', first: reached, second: aim },
  };
}

/** `+120`, `−3,2 points` for rates. */
function gapText(value: number, unit: string, decimals: number, locale: 'fr' | 'en'): string {
  const shown = unit === '%' ? value * 100 : value;
  const sign = Number(shown.toFixed(decimals)) > 0 ? '+' : '';
  const number = amount(
    shown,
    unit === '%' ? '' : unit.startsWith('€') && !unit.includes('/m') ? '€' : '',
    decimals,
    locale,
  );
  const points = unit !== '%' ? '' : locale === 'fr' ? '\u00a0pt' : '\u00a0pt';
  return `${sign}${number.replace('-', '−')}${points}`;
}

function stateOf(reached: Value, target: Target, year: number, { scope }: Desk): string {
  const french = scope.locale === 'fr';
  if (reached.value === null) return french ? 'Résultat non disponible' : 'No result to show';
  const direction = scope.catalogue.indicators.get(target.code)?.direction ?? 'neutral';
  const lower = direction === 'lower_better';
  const met = lower ? reached.value <= target.value : reached.value >= target.value;
  if (met && direction !== 'neutral') return french ? 'Cible atteinte' : 'Target met';
  if (target.year > year) return french ? `À atteindre en ${target.year}` : `To be met in ${target.year}`;
  if (direction === 'neutral') return '–';
  return french ? 'Cible non atteinte' : 'Target not met';
}

function trajectory(one: Objective, desk: Desk): Block[] {
  const { locale } = desk.scope;
  const reached = new Map(
    desk.scopes.map((scope) => [scope.source.year, scope.value(one.code, one.territory, desk.notes)]),
  );
  const aims = new Map(one.targets.map((target) => [target.year, targetValue(target, one.territory, desk)]));
  const known = [...reached.keys(), ...aims.keys()];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  if (first === last) return [];
  // Every year has its place, so that a slope is one.
  const every = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const years = every.length <= MOST_YEARS ? every : every.filter((year) => known.includes(year));
  desk.shown.add(one.code);
  const labels = years.map((year) => `${year}${reached.get(year)?.marks ?? ''}`);
  const line = (name: string, values: ReadonlyMap<number, Value>): Series => ({
    name,
    values: years.map((year) => values.get(year) ?? absent(one, year, desk)),
  });
  const series = [line(words[locale].done, reached), line(words[locale].target, aims)];
  return [chart('line', nameOf(one, desk), labels, series, desk)];
}

function absent({ code, territory }: Objective, year: number, { scope }: Desk): Value {
  const { unit = '', decimals = 0 } = scope.catalogue.indicators.get(code) ?? {};
  return { code, territory, year, value: null, unit, decimals, text: '–', marks: '', origin: 'target' };
}

function actions(objectives: readonly Objective[], desk: Desk): Block[] {
  const text = words[desk.scope.locale];
  const rows = objectives.flatMap((one): string[][] => {
    const [target] = one.targets;
    if (!target || target.owner + target.actions + target.objective === '') return [];
    return [
      [
        target.objective === '' ? nameOf(one, desk) : target.objective,
        nameOf(one, desk),
        target.owner,
        target.actions,
      ],
    ];
  });
  if (rows.length === 0) return [];
  const headings = [text.objective, text.indicator, text.owner, text.todo];
  return [{ kind: 'table', title: text.actions, headings, rows, widths: [26, 24, 18, 32] }];
}
