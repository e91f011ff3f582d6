import { looseKey } from '../../contribution';
import { plainText, type SourceTable } from '../tables';
import { looksLikeCommune } from './cells';

/** Where the table of a file begins, and what its columns are called. */
export interface Heading {
  /** Index of the row of headings nearest to the data. */
  readonly row: number;
  readonly firstRow: number;
  readonly codeColumn: number;
  readonly columns: readonly HeadingColumn[];
  /** What stands above: titles, dates. */
  readonly preamble: readonly string[];
}

export interface HeadingColumn {
  readonly index: number;
  /** As written, the lowest heading. */
  readonly text: string;
  /** Every way the column is called, lowest heading first, as keys. */
  readonly keys: readonly string[];
}

/** What publishers call the column of commune codes; the first of this list wins. */
const codeHeadings = [
  'codgeo',
  'codeinseecommune',
  'codecommune',
  'codeinsee',
  'inseecom',
  'inseec',
  'insee',
  'codeinseedelacommune',
  'codeinseecommunes',
  'depcomarm',
  'depcom',
  'codeinseecom',
  'comm',
  'com',
  'commune',
  'codecom',
  'codegeo',
  'inseecommune',
  'codedepcom',
  'communes',
  'numerocommune',
  'territoire',
];

/** How far down a table may begin: INSEE's workbooks begin on row 5 or 6. */
const DEEPEST_HEADING = 25;
/** Rows between a heading and its first code: empty, or a hint. */
const LARGEST_GAP = 3;

/** Finds the lowest row of headings that names a column of commune codes, and codes below it; else undefined. */
export function findHeading(table: SourceTable): Heading | undefined {
  for (let row = Math.min(DEEPEST_HEADING, table.rows.length - 1); row >= 0; row -= 1) {
    const cells = table.rows[row] ?? [];
    const keys = cells.map((one) => looseKey(plainText(one)));
    const candidates = keys
      .flatMap((key, column) =>
        codeHeadings.includes(key) ? [{ column, rank: codeHeadings.indexOf(key) }] : [],
      )
      .sort((one, other) => one.rank - other.rank);
    for (const { column } of candidates) {
      const firstRow = firstCode(table, row, column);
      if (firstRow !== undefined) return headingAt(table, row, firstRow, column);
    }
  }
  return undefined;
}

function firstCode(table: SourceTable, heading: number, column: number): number | undefined {
  for (let row = heading + 1; row <= heading + LARGEST_GAP && row < table.rows.length; row += 1) {
    if (looksLikeCommune(table.rows[row]?.[column])) return row;
  }
  return undefined;
}

function headingAt(table: SourceTable, row: number, firstRow: number, codeColumn: number): Heading {
  const width = Math.max(...table.rows.slice(0, firstRow + 1).map((one) => one.length));
  const above = table.rows.slice(0, row + 1).reverse();
  const columns = Array.from({ length: width }, (_, index): HeadingColumn => {
    const texts = above.map((cells) => plainText(cells[index])).filter((text) => text !== '');
    return { index, text: texts[0] ?? '', keys: texts.map(looseKey) };
  });
  const preamble = table.rows
    .slice(0, row)
    .flatMap((cells) => cells.map(plainText).filter((one) => one !== ''));
  return { row, firstRow, codeColumn, columns, preamble };
}

const months = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];

const two = (text: string): string => text.padStart(2, '0');

/** The first date (`2025-09-05`) or year (`2025`) that a text names; undefined without any. */
export function dateIn(text: string): string | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = new RegExp(`(\\d{1,2})(?:er)?\\s+(${months.join('|')})\\s+((?:19|20)\\d\\d)`).exec(plain);
  if (words) return `${words[3]}-${two(String(months.indexOf(words[2] ?? '') + 1))}-${two(words[1] ?? '')}`;
  const iso = /((?:19|20)\d\d)[-_./]([01]\d)[-_./]([0-3]\d)(?!\d)/.exec(plain);
  if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
  const french = /(?<!\d)([0-3]?\d)[-_./]([01]?\d)[-_./]((?:19|20)\d\d)(?!\d)/.exec(plain);
  if (french) return `${french[3]}-${two(french[2] ?? '')}-${two(french[1] ?? '')}`;
  return /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(plain)?.[1];
}

/** The year at the end of a technical heading: `pp_vacant_25`, `P21_RP`; undefined without one. */
export function yearInHeading(text: string): number | undefined {
  const full = dateIn(text);
  if (full !== undefined) return Number(full.slice(0, 4));
  const short = /(?:^[a-z]{1,4}|_)(\d\d)(?:_|$)/i.exec(text.trim())?.[1];
  return short === undefined ? undefined : 2000 + Number(short);
}
