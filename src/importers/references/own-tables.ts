import { looseKey } from '../../contribution';
import { plainText, type SourceTable } from '../tables';
import { parseTerritory, type Zoning } from '../../territory';
import { Account } from './account';
import { figureIn } from './cells';
import { layouts } from './layouts';
import type { LineAccount, ReferenceValue } from './model';
import { slug } from './generic';

/** What our own tables hold: `IMPACT_ZONAGES` and `IMPACT_REFERENCES`, or the CSV files we write. */
export interface OwnTable {
  readonly zonings: readonly Zoning[];
  readonly values: readonly ReferenceValue[];
  readonly sources: readonly string[];
  readonly account: LineAccount;
}

type Columns = ReadonlyMap<string, number>;

/** Reads a table of the product; undefined when its first row does not have the headings. */
export function readOwnTable(table: SourceTable): OwnTable | undefined {
  const row = table.rows.findIndex((cells) => cells.some((one) => plainText(one) !== ''));
  const columns: Columns = new Map((table.rows[row] ?? []).map((one, at) => [looseKey(plainText(one)), at]));
  const has = (...names: readonly string[]) => names.every((one) => columns.has(one));
  if (has('table', 'territoire', 'valeur')) return readZonings(table, row, columns);
  return has('code', 'annee', 'territoire', 'valeur') ? readValues(table, row, columns) : undefined;
}

/** What the tables of official files are called. */
const labels: ReadonlyMap<string, string> = new Map(
  layouts.flatMap((one) =>
    one.columns.flatMap((two) => (two.kind === 'zoning' ? [[two.name, two.label]] : [])),
  ),
);

interface OpenZoning {
  readonly label: string;
  readonly source: string;
  readonly date: string;
  readonly zoneOf: Map<string, string>;
}

function readZonings(table: SourceTable, heading: number, columns: Columns): OwnTable {
  const account = new Account(table.rows.length, table.lineOf);
  const zonings = new Map<string, OpenZoning>();
  const rowOf = new Map<string, number>();
  eachRow(table, heading, account, (row, text) => {
    const name = slug(text(columns, 'table'));
    const value = text(columns, 'valeur').replace(/\s+/gu, ' ');
    const place = placeOf(text(columns, 'territoire'));
    if (!place?.startsWith('COM:')) return account.settle(row, 'unknown_code', text(columns, 'territoire'));
    if (name === '' || value === '') return account.settle(row, 'no_value', place);
    const zoning: OpenZoning = zonings.get(name) ?? {
      label: labels.get(name) ?? name,
      source: text(columns, 'source'),
      date: text(columns, 'date'),
      zoneOf: new Map(),
    };
    zonings.set(name, zoning);
    const key = `${name} ${place}`;
    const known = zoning.zoneOf.get(place);
    if (!rowOf.has(key)) {
      rowOf.set(key, row);
      zoning.zoneOf.set(place, value);
      return account.settle(row, 'read', place);
    }
    if (known === value) return account.settle(row, 'duplicate', place);
    zoning.zoneOf.delete(place);
    account.settle(rowOf.get(key) ?? row, 'contradicted', place);
    return account.settle(row, 'contradicted', place);
  });
  const sources = new Set([...zonings.values()].map((one) => one.source));
  return {
    zonings: [...zonings].map(([name, { date, ...one }]) => ({ name, ...one, ...(date ? { date } : {}) })),
    values: [],
    sources: [...sources].filter((one) => one !== ''),
    account: account.result(),
  };
}

function readValues(table: SourceTable, heading: number, columns: Columns): OwnTable {
  const account = new Account(table.rows.length, table.lineOf);
  const values = new Map<string, { row: number; value: ReferenceValue; contradicted: boolean }>();
  const sources = new Set<string>();
  eachRow(table, heading, account, (row, text) => {
    const code = slug(text(columns, 'code'));
    const year = Number(text(columns, 'annee'));
    const written = text(columns, 'territoire');
    // Blank is the campaign's, as in the CSV of a campaign.
    const territory = written === '' ? '' : placeOf(written);
    const figure = figureIn(text(columns, 'valeur'));
    if (territory === undefined) return account.settle(row, 'unknown_code', written);
    if (figure.kind === 'secret') account.secretCells += 1;
    if (figure.kind === 'unreadable') account.unreadableCells += 1;
    if (code === '' || !Number.isInteger(year) || figure.kind !== 'number')
      return account.settle(row, 'no_value', territory);
    const key = `${code} ${year} ${territory}`;
    const known = values.get(key);
    if (!known) {
      const source = text(columns, 'source');
      const value = { code, year, territory, value: figure.value, ...(source !== '' && { source }) };
      values.set(key, { row, value, contradicted: false });
      sources.add(source);
      return account.settle(row, 'read', territory);
    }
    if (known.value.value === figure.value) return account.settle(row, 'duplicate', territory);
    known.contradicted = true;
    account.settle(known.row, 'contradicted', territory);
    return account.settle(row, 'contradicted', territory);
  });
  return {
    zonings: [],
    values: [...values.values()].filter((one) => !one.contradicted).map((one) => one.value),
    sources: [...sources].filter((one) => one !== ''),
    account: account.result(),
  };
}

function eachRow(
  table: SourceTable,
  heading: number,
  account: Account,
  visit: (row: number, text: (columns: Columns, name: string) => string) => void,
): void {
  table.rows.forEach((cells, row) => {
    const blank = cells.every((one) => plainText(one) === '');
    if (blank || row <= heading) return account.settle(row, blank ? 'blank' : 'heading');
    visit(row, (columns, name) => plainText(cells[columns.get(name) ?? -1]));
  });
}

/** A territory as the tables write it: `COM:14118`, or a bare INSEE code. */
function placeOf(text: string): string | undefined {
  const bare = /^(\d{4,5}|2[AB]\d{3})$/i.test(text) ? `COM:${text}` : text;
  return parseTerritory(bare)?.code;
}
