import type { Coefficient } from '../../catalogue';
import type { Locale } from '../../formula';
import type { Block, Figure, Value } from '../document';
import { amount, shortAmount, unitBeside } from '../language/amounts';
import { placeName } from '../language/places';
import type { TemplateBlock } from '../template/load';
import type { Desk } from './build';

type TableSpec = Extract<TemplateBlock, { table: unknown }>;
type ChartSpec = Extract<TemplateBlock, { chart: unknown }>;

/** More columns than that no longer fit across a page: the others go into tables of their own. */
const MOST_TERRITORIES = 6;

/** As a reader sees it. */
export function labelOf(code: string, { scope }: Desk): string {
  return (scope.catalogue.indicators.get(code)?.label[scope.locale] ?? code).replaceAll("'", '’');
}

function valueOf(code: string, territory: string, desk: Desk): Value {
  return desk.scope.value(code, territory, desk.notes);
}

/** Nothing to say at all: neither a number nor that one is withheld. */
const isAbsent = (value: Value): boolean => value.value === null && value.text === '–';

export function figuresBlock(codes: readonly string[], desk: Desk): Block[] {
  const figures = codes.flatMap((code): Figure[] => {
    if (typeof desk.scope.cell(code, desk.territory)?.value !== 'number') return [];
    desk.shown.add(code);
    const beside = besideOf(code, desk);
    return [
      {
        label: labelOf(code, desk),
        value: valueOf(code, desk.territory, desk),
        ...(beside === undefined ? {} : { beside }),
      },
    ];
  });
  return figures.length === 0 ? [] : [{ kind: 'figures', figures }];
}

function benchmarkOf(code: string, { scope, territory }: Desk): Coefficient | undefined {
  const name = scope.catalogue.indicators.get(code)?.benchmark;
  if (name === undefined) return undefined;
  const { catalogue } = scope;
  return catalogue.benchmark(name, territory) ?? catalogue.benchmark(name, 'FR');
}

/** `France 2019 : 17,4 %` */
function besideOf(code: string, desk: Desk): string | undefined {
  const found = benchmarkOf(code, desk);
  if (!found) return undefined;
  const { locale, catalogue } = desk.scope;
  const value = amount(found.value, found.unit, catalogue.indicators.get(code)?.decimals ?? 0, locale);
  const unsure =
    found.confidence === 'to_confirm' ? (locale === 'fr' ? ' (à confirmer)' : ' (to be confirmed)') : '';
  return `${placeName(found.territory ?? 'FR')} ${found.year}${locale === 'fr' ? ' : ' : ': '}${value}${unsure}`;
}

export function tableBlocks(spec: TableSpec, desk: Desk): Block[] {
  if (spec.columns === 'territory') return territoryTable(spec, desk);
  if (spec.columns === 'years') return yearsTable(spec, desk);
  const { source, inside } = desk.scope;
  const blocks: Block[] = [];
  for (let first = 0; first < Math.max(inside.length, 1); first += MOST_TERRITORIES) {
    const territories = [source.territory, ...inside.slice(first, first + MOST_TERRITORIES)];
    const rows = spec.indicators.flatMap((code) => {
      const values = territories.map((territory) => short(valueOf(code, territory, desk), desk.scope.locale));
      return values.every(isAbsent) ? [] : [[shownLabel(code, desk), ...values]];
    });
    if (rows.length === 0) continue;
    const more = first === 0 ? '' : desk.scope.locale === 'fr' ? ' (suite)' : ' (continued)';
    blocks.push({
      kind: 'table',
      title: spec.table[desk.scope.locale] + more,
      headings: [indicatorHeading(desk), ...territories.map(placeName)],
      rows,
    });
  }
  return blocks;
}

const indicatorHeading = ({ scope }: Desk): string => (scope.locale === 'fr' ? 'Indicateur' : 'Indicator');

/** The label of a line, with the unit that its numbers leave out. */
function shownLabel(code: string, desk: Desk): string {
  desk.shown.add(code);
  return labelOf(code, desk) + unitBeside(desk.scope.catalogue.indicators.get(code)?.unit ?? '');
}

/** In a table the line says the unit. */
function short(value: Value, locale: Locale): Value {
  if (value.value === null) return value;
  return { ...value, text: shortAmount(value.value, value.unit, value.decimals, locale) };
}

function territoryTable(spec: TableSpec, desk: Desk): Block[] {
  const { locale, source } = desk.scope;
  const isPart = desk.territory !== source.territory;
  const rows = spec.indicators.flatMap((code) => {
    const values = [desk.territory, ...(isPart ? [source.territory] : [])].map((one) =>
      short(valueOf(code, one, desk), locale),
    );
    if (values[0] === undefined || isAbsent(values[0])) return [];
    return [[shownLabel(code, desk), ...values, besideOf(code, desk) ?? '']];
  });
  if (rows.length === 0) return [];
  const headings = [
    indicatorHeading(desk),
    desk.landlord === '' ? placeName(desk.territory) : desk.landlord,
    ...(isPart ? [placeName(source.territory)] : []),
    locale === 'fr' ? 'Repère publié' : 'Published benchmark',
  ];
  return [{ kind: 'table', title: spec.table[locale], headings, rows }];
}

/** Only where several years were given. */
function yearsTable(spec: TableSpec, desk: Desk): Block[] {
  if (desk.scopes.length < 2) return [];
  const rows = spec.indicators.flatMap((code) => {
    const values = desk.scopes.map((scope) =>
      short(scope.value(code, desk.territory, desk.notes), scope.locale),
    );
    return values.every(isAbsent) ? [] : [[shownLabel(code, desk), ...values]];
  });
  if (rows.length === 0) return [];
  const years = desk.scopes.map(({ source }) => String(source.year));
  return [
    {
      kind: 'table',
      title: spec.table[desk.scope.locale],
      headings: [indicatorHeading(desk), ...years],
      rows,
    },
  ];
}

/** Bars of what may be shown; fewer than two are no comparison. */
export function chartBlock(spec: ChartSpec, desk: Desk): Block[] {
  const { locale, inside, source } = desk.scope;
  const entries =
    'indicator' in spec
      ? (desk.territory === source.territory ? inside : [desk.territory, source.territory]).map(
          (territory) => ({
            label: placeName(territory),
            code: spec.indicator,
            territory,
          }),
        )
      : spec.indicators.map((code) => ({ label: labelOf(code, desk), code, territory: desk.territory }));
  const drawn = entries.filter(
    ({ code, territory }) => typeof desk.scope.cell(code, territory)?.value === 'number',
  );
  if (drawn.length < 2) return [];
  const points = drawn.map(({ label, code, territory }) => {
    desk.shown.add(code);
    const value = valueOf(code, territory, desk);
    return { label: label + value.marks, value };
  });
  const sorted = [...points].sort((one, other) => (one.value.value ?? 0) - (other.value.value ?? 0));
  const [least, most] = [sorted[0], sorted.at(-1)];
  const title = spec.chart[locale];
  const ends =
    least && most
      ? locale === 'fr'
        ? ` De ${least.value.text} (${least.label}) à ${most.value.text} (${most.label}).`
        : ` From ${least.value.text} (${least.label}) to ${most.value.text} (${most.label}).`
      : '';
  const seriesName = 'indicator' in spec ? labelOf(spec.indicator, desk) : title;
  return [{ kind: 'chart', title, description: `${title}.${ends}`, seriesName, points }];
}
