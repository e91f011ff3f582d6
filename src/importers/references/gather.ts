import { looseKey } from '../../contribution';
import { plainText, type SourceTable } from '../tables';
import { Account } from './account';
import { communesIn, figureIn } from './cells';
import { yearInHeading, type Heading, type HeadingColumn } from './headings';
import type { Layout, SeriesColumn, ZoningColumn } from './layouts';
import type { SeriesInfo } from './model';
import { settleClaims, type Claim, type Slot } from './settle';

/** A column of the layout, found in the file. */
export interface FoundColumn {
  readonly wanted: ZoningColumn | SeriesColumn;
  readonly column: HeadingColumn;
}

/** Values by slot and commune, before they become tables. */
export interface Gathered {
  readonly zones: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By code of series, then year, then commune. */
  readonly figures: ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<string, number>>>;
  readonly series: readonly SeriesInfo[];
  readonly account: Account;
  /** Series whose year nothing says. */
  readonly undated: readonly string[];
  /** Series that took the year asked for. */
  readonly fallenBack: readonly string[];
  /** Rates written without a sign that were taken for percentages. */
  readonly percentages: readonly string[];
}

/** The columns of a layout that a heading has; undefined when a required one is missing. */
export function columnsOf(layout: Layout, heading: Heading): readonly FoundColumn[] | undefined {
  const others = heading.columns.filter((one) => one.index !== heading.codeColumn);
  const named = (pattern: RegExp) => others.find((one) => one.keys.some((key) => pattern.test(key)));
  if (!(layout.also ?? []).every((pattern) => named(pattern))) return undefined;
  const found: FoundColumn[] = [];
  for (const wanted of layout.columns) {
    const column = named(wanted.column);
    if (column) found.push({ wanted, column });
    else if (wanted.required) return undefined;
  }
  return found.length > 0 ? found : undefined;
}

/** Reads every line below a heading; each gets one fate. */
export function gather(
  table: SourceTable,
  heading: Heading,
  layout: Layout,
  columns: readonly FoundColumn[],
  fallbackYear: number | undefined,
): Gathered {
  const account = new Account(table.rows.length, table.lineOf);
  const claims: Claim[] = [];
  const undated = new Set<string>();
  const fallenBack = new Set<string>();
  const infos = new Map<string, SeriesInfo>();
  const scale = scales(table, heading, columns);
  const named = (pattern: RegExp | undefined) =>
    pattern && heading.columns.find((one) => one.keys.some((key) => pattern.test(key)));
  const yearColumn = named(layout.yearColumn);
  const splitColumn = named(layout.split?.column);

  table.rows.forEach((cells, row) => {
    if (row < heading.firstRow) return account.settle(row, isBlank(cells) ? 'blank' : 'heading');
    if (isBlank(cells)) return account.settle(row, 'blank');
    const communes = communesIn(cells[heading.codeColumn]);
    const written = plainText(cells[heading.codeColumn]);
    if (communes.kind !== 'communes') {
      const none = communes.kind === 'none';
      return account.settle(row, none ? 'no_code' : 'unknown_code', none ? firstText(cells) : written);
    }
    const split = splitColumn ? layout.split?.suffixOf(plainText(cells[splitColumn.index])) : undefined;
    if (splitColumn && !split) return account.settle(row, 'no_value', written);
    const slots: Slot[] = [];
    for (const { wanted, column } of columns) {
      const cell = cells[column.index];
      if (wanted.kind === 'zoning') {
        const zone = wanted.zoneOf(plainText(cell));
        if (zone !== undefined) slots.push({ kind: 'zone', name: wanted.name, value: zone });
        continue;
      }
      const figure = figureIn(cell);
      if (figure.kind === 'secret') account.secretCells += 1;
      if (figure.kind === 'unreadable') account.unreadableCells += 1;
      if (figure.kind !== 'number') continue;
      const code = `${wanted.code}${split?.code ?? ''}`;
      const told = yearColumn ? yearIn(cells[yearColumn.index]) : yearInHeading(column.text);
      const year = told ?? (yearColumn ? undefined : fallbackYear);
      if (year === undefined) {
        undated.add(code);
        continue;
      }
      if (told === undefined) fallenBack.add(code);
      if (!infos.has(code)) infos.set(code, infoOf(wanted, code, split?.label ?? ''));
      const value = figure.percent ? figure.value : figure.value * (scale.get(wanted.code) ?? 1);
      slots.push({ kind: 'figure', name: code, year, value, additive: wanted.additive });
    }
    if (slots.length === 0) return account.settle(row, 'no_value', written);
    for (const { code, carried } of communes.communes) {
      claims.push({ row, commune: code, written, carried, slots });
    }
  });
  const settled = settleClaims(claims, account);
  return {
    ...settled,
    series: [...infos.values()],
    account,
    undated: [...undated],
    fallenBack: [...fallenBack],
    percentages: [...scale].filter(([, factor]) => factor !== 1).map(([code]) => code),
  };
}

function infoOf({ label, unit, additive, toConfirm }: SeriesColumn, code: string, more: string): SeriesInfo {
  return { code, label: `${label}${more}`, unit, additive, ...(toConfirm ? { toConfirm } : {}) };
}

/** A column of rates that goes above 1 holds percentages: a whole column tells what one cell cannot. */
function scales(
  table: SourceTable,
  heading: Heading,
  columns: readonly FoundColumn[],
): ReadonlyMap<string, number> {
  const scale = new Map<string, number>();
  for (const { wanted, column } of columns) {
    if (wanted.kind !== 'series' || !wanted.rate) continue;
    let most = 0;
    for (let row = heading.firstRow; row < table.rows.length; row += 1) {
      const figure = figureIn(table.rows[row]?.[column.index]);
      if (figure.kind === 'number' && !figure.percent) most = Math.max(most, Math.abs(figure.value));
    }
    scale.set(wanted.code, most > 1 ? 0.01 : 1);
  }
  return scale;
}

const isBlank = (cells: readonly unknown[]): boolean => cells.every((one) => one === undefined || one === '');

const firstText = (cells: SourceTable['rows'][number]): string =>
  cells.map(plainText).find((one) => one !== '') ?? '';

function yearIn(cell: SourceTable['rows'][number][number]): number | undefined {
  const year = Number(/^(?:19|20)\d\d/.exec(looseKey(plainText(cell)))?.[0]);
  return Number.isInteger(year) ? year : undefined;
}
