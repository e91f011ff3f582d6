import type { Locale } from '../../formula';
import type { Block, TableCell, Value } from '../document';
import { shortAmount, unitBeside } from '../language/amounts';
import { placeName } from '../language/places';
import type { TemplateBlock } from '../template/load';
import type { Desk } from './build';
import { besideOf, isAbsent, labelOf, valueOf } from './figures';

type TableSpec = Extract<TemplateBlock, { table: unknown }>;

/** More columns than that no longer fit across a page: the others go into tables of their own. */
const MOST_TERRITORIES = 6;

/** One table, or several where there are more territories than fit across a page; none where nothing is known. */
export function tableBlocks(spec: TableSpec, desk: Desk): Block[] {
  if (spec.columns === 'territory') return territoryTable(spec, desk);
  if (spec.columns === 'years') return yearsTable(spec, desk);
  const { scope } = desk;
  if (spec.columns === 'territories') return acrossTables(spec, scope.inside, desk);
  const known = (code: string, zones: readonly string[]): boolean =>
    zones.some((zone) => {
      const cell = scope.cell(code, zone);
      return cell?.status === 'masked' || typeof cell?.value === 'number';
    });
  const zoned = zoningsOf(scope.zones).flatMap((zones) =>
    acrossTables({ ...spec, indicators: spec.indicators.filter((code) => known(code, zones)) }, zones, desk),
  );
  if (zoned.length === 0) return acrossTables(spec, scope.inside, desk);
  // What no zone says, territories say.
  const others = spec.indicators.filter((code) => !known(code, scope.zones));
  if (others.length === 0) return zoned;
  const table = {
    fr: `${spec.table.fr}, par territoire`,
    en: `${spec.table.en}, by territory`,
  };
  return [...zoned, ...acrossTables({ ...spec, table, indicators: others }, scope.inside, desk)];
}

/** Zones, those of each zoning table together. */
export function zoningsOf(zones: readonly string[]): string[][] {
  const tables = new Map<string, string[]>();
  for (const one of zones) {
    const [name = ''] = one.split('/');
    tables.set(name, [...(tables.get(name) ?? []), one]);
  }
  return [...tables.values()];
}

function acrossTables(spec: TableSpec, places: readonly string[], desk: Desk): Block[] {
  const { locale, source } = desk.scope;
  const blocks: Block[] = [];
  for (let first = 0; first < Math.max(places.length, 1); first += MOST_TERRITORIES) {
    const territories = [source.territory, ...places.slice(first, first + MOST_TERRITORIES)];
    const rows = spec.indicators.flatMap((code): TableCell[][] => {
      const values = territories.map((territory) => short(valueOf(code, territory, desk), locale));
      return values.every(isAbsent) ? [] : [[shownLabel(code, desk), ...values]];
    });
    if (rows.length === 0) continue;
    const more = first === 0 ? '' : locale === 'fr' ? ' (suite)' : ' (continued)';
    blocks.push({
      kind: 'table',
      title: spec.table[locale] + more,
      headings: [indicatorHeading(desk), ...territories.map(placeName)],
      rows,
    });
  }
  return blocks;
}

const indicatorHeading = ({ scope }: Desk): string => (scope.locale === 'fr' ? 'Indicateur' : 'Indicator');

/** The label of a line, with the unit that its numbers leave out. */
export function shownLabel(code: string, desk: Desk): string {
  desk.shown.add(code);
  return labelOf(code, desk) + unitBeside(desk.scope.catalogue.indicators.get(code)?.unit ?? '');
}

/** In a table the line says the unit. */
export function short(value: Value, locale: Locale): Value {
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
