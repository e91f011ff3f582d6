import type { Catalogue } from '../catalogue';
import { territoryName } from '../territory';
import { type BlockColumn, dataRows, type SheetBlock } from './blocks';
import { stockOnly } from './derivations';
import { type Candidate, lexiconOf } from './lexicon';
import { isForecast, isRatio, yearOf } from './meaning-words';
import { communeOfCode, plain, type Role, roleRules } from './roles';
import { factorBetween, unitIn } from './units';
import { type Content, contentOf } from './view';
import { wordOf, wordsOf } from './wording';

/** For whom and for when the sheets are looked through. */
export interface MappingOptions {
  readonly catalogue: Catalogue;
  /** The reporting year. */
  readonly year: number;
  /** `REG:28`, `DEP:14` …: tells communes of the same name apart. */
  readonly territory?: string;
}

/** What a column holds, seen from its values. */
export interface ColumnValues {
  readonly numbers: number;
  readonly texts: number;
  readonly dates: number;
  readonly others: number;
  readonly filled: number;
  readonly distinct: number;
  readonly largest: number;
}

/** What a column means. `none`: nothing we know, which is often the right answer. */
export type ColumnMeaning =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'measure'; readonly candidates: readonly Candidate[] }
  /** Amounts of the reporting year, for lines that say what they are. */
  | { readonly kind: 'amount' }
  | { readonly kind: 'other_year'; readonly year: number }
  | { readonly kind: 'none' };

export interface RecognisedColumn extends BlockColumn {
  readonly values: ColumnValues;
  readonly meaning: ColumnMeaning;
  /** 0 to 1. */
  readonly confidence: number;
  /** The unit written in the heading or just below it. */
  readonly unit?: string;
}

/** A match below this names nothing. */
export const leastScore = 0.6;

/** What each column of a block means, by heading, type and values. */
export function recogniseColumns(block: SheetBlock, options: MappingOptions): RecognisedColumn[] {
  const rows = dataRows(block);
  const columns = block.columns.map((column): RecognisedColumn => {
    const contents = rows.map((row) => contentOf(block.view, row, column.column));
    const values = summaryOf(contents);
    const unit = unitIn(column.heading) ?? unitIn(column.hint) ?? unitIn(column.group);
    const base = { ...column, values, ...(unit === undefined ? {} : { unit }) };
    return { ...base, ...meaningOf(base, contents, options) };
  });
  return withoutStock(withInseeUnderPostal(block, columns, rows));
}

function summaryOf(contents: readonly Content[]): ColumnValues {
  let [numbers, texts, dates, others, largest] = [0, 0, 0, 0, 0];
  const distinct = new Set<string | number>();
  for (const content of contents) {
    if (content.kind === 'text') {
      texts += 1;
      distinct.add(content.text);
    } else if (content.kind === 'other') others += 1;
    else if (content.kind === 'number') {
      if (content.isDate) dates += 1;
      else numbers += 1;
      distinct.add(content.number);
      largest = Math.max(largest, Math.abs(content.number));
    }
  }
  return {
    numbers,
    texts,
    dates,
    others,
    filled: numbers + texts + dates + others,
    distinct: distinct.size,
    largest,
  };
}

const nothing = { meaning: { kind: 'none' }, confidence: 0 } as const;

function meaningOf(
  column: BlockColumn & { readonly values: ColumnValues; readonly unit?: string },
  contents: readonly Content[],
  options: MappingOptions,
): Pick<RecognisedColumn, 'meaning' | 'confidence'> {
  const { heading, group, values } = column;
  const role = roleOf(heading, contents);
  if (role !== undefined) return isAgeOfBuilding(role.meaning, contents) ? construction : role;
  if (values.dates > values.filled / 2) return { meaning: { kind: 'role', role: 'date' }, confidence: 0.9 };
  if (heading === '') return nothing;
  const words = wordsOf(heading);
  if (isForecast(words)) return nothing;
  const isAmount = values.filled === 0 || values.numbers >= 0.9 * (values.numbers + values.texts);
  if (!isAmount) return nothing;
  const candidates = lexiconOf(options.catalogue)
    .match(heading, group)
    .filter((one) => one.score >= 0.5 && fitsHeading(words, column.unit, one));
  const tells = words.filter((word) => !/^(19|20)\d\d$/.test(word));
  const year = yearOf(`${group} ${heading}`, options.year);
  if (year !== undefined && year !== options.year && !isRatio(heading, words)) {
    const amounts = candidates.length > 0 || tells.every((word) => plainAmount.test(word));
    return amounts ? { meaning: { kind: 'other_year', year }, confidence: 0.95 } : nothing;
  }
  const [best] = candidates;
  if (best !== undefined && best.score >= leastScore) {
    return { meaning: { kind: 'measure', candidates }, confidence: sureness(candidates) };
  }
  if (isRatio(heading, words)) return nothing;
  if (
    year === options.year &&
    tells.every((word) => plainAmount.test(word) || /^(31|12|01|decembr)$/.test(word))
  ) {
    return { meaning: { kind: 'amount' }, confidence: 0.95 };
  }
  if (year === undefined && tells.length > 0 && tells.every((word) => plainAmount.test(word))) {
    return { meaning: { kind: 'amount' }, confidence: 0.85 };
  }
  return candidates.length > 0 ? { meaning: { kind: 'measure', candidates }, confidence: 0.3 } : nothing;
}

/** Words of a heading that only says that there are amounts below. */
const plainAmount = /^(montant|realis|reel|total|valeur|sold|n|€|k€|m€|exercic|constat)$/;

/** Whether the unit of a heading, or its « Nb », goes with what the data point measures. */
export function fitsHeading(
  words: readonly string[],
  unit: string | undefined,
  { point }: Candidate,
): boolean {
  if (words[0] === wordOf('nombre') && /^(€|k?Wh|m²|m³|h$|t$|kg)/.test(point.unit)) return false;
  return unit === undefined || factorBetween(unit, point.unit) !== undefined;
}

/** How sure the best candidate is: less when another one is nearly as good. */
export function sureness(candidates: readonly Candidate[]): number {
  const [best, second] = candidates;
  if (best === undefined) return 0;
  if (second !== undefined && best.score - second.score < 0.1) return Math.min(0.55, best.score);
  return best.score;
}

const construction = { meaning: { kind: 'role', role: 'construction_year' }, confidence: 0.8 } as const;

/** Years over more than two decades are those of buildings, whatever the heading; figures are kept for fewer. */
function isAgeOfBuilding(meaning: ColumnMeaning, contents: readonly Content[]): boolean {
  if (meaning.kind !== 'role' || meaning.role !== 'year') return false;
  let [least, most] = [Infinity, -Infinity];
  for (const one of contents) {
    if (one.kind !== 'number') continue;
    least = Math.min(least, one.number);
    most = Math.max(most, one.number);
  }
  return most - least > 20;
}

function roleOf(
  heading: string,
  contents: readonly Content[],
): Pick<RecognisedColumn, 'meaning' | 'confidence'> | undefined {
  const written = plain(heading).replace(/[’']/g, "'").replace(/\s+/g, ' ');
  const values = contents.filter((one) => one.kind !== 'blank').slice(0, 2000);
  for (const { role, heading: pattern, not, fits, strict } of roleRules) {
    if (!pattern.test(written) || not?.test(written) === true) continue;
    if (fits === undefined) return { meaning: { kind: 'role', role }, confidence: 0.85 };
    if (values.length === 0) {
      if (strict === true && !/^(insee|siren|siret|dpe|qpv)$/.test(written)) continue;
      return { meaning: { kind: 'role', role }, confidence: 0.7 };
    }
    const share = values.filter(fits).length / values.length;
    if (share >= 0.9) return { meaning: { kind: 'role', role }, confidence: 0.7 + 0.25 * share };
  }
  return undefined;
}

/** The dwellings of operations are not the stock: in a list of works, columns that would be are nothing we know. */
function withoutStock(columns: readonly RecognisedColumn[]): RecognisedColumn[] {
  const works = columns.some(({ meaning }) => meaning.kind === 'role' && meaning.role === 'operation_nature');
  return columns.map((column) => {
    const best = column.meaning.kind === 'measure' ? column.meaning.candidates[0] : undefined;
    return works && best !== undefined && stockOnly.test(best.point.code)
      ? { ...column, ...nothing }
      : column;
  });
}

/** Codes headed « Code postal » that are the Insee codes of the communes named beside them. */
function withInseeUnderPostal(
  block: SheetBlock,
  columns: readonly RecognisedColumn[],
  rows: readonly number[],
): RecognisedColumn[] {
  const names = columns.find(({ meaning }) => meaning.kind === 'role' && meaning.role === 'commune');
  const hasInsee = columns.some(({ meaning }) => meaning.kind === 'role' && meaning.role === 'insee');
  if (names === undefined || hasInsee) return [...columns];
  return columns.map((column) => {
    if (column.meaning.kind !== 'role' || column.meaning.role !== 'postal_code') return column;
    const some = rows.slice(0, 200);
    const agreeing = some.filter((row) => {
      const code = communeOfCode(contentOf(block.view, row, column.column));
      const name = contentOf(block.view, row, names.column);
      return code !== undefined && name.kind === 'text' && loose(territoryName(code)) === loose(name.text);
    });
    if (some.length === 0 || agreeing.length < 0.9 * some.length) return column;
    return { ...column, meaning: { kind: 'role', role: 'insee' }, confidence: 0.95 };
  });
}

/** A commune's name less its case, accents and punctuation. */
export const loose = (name: string): string =>
  plain(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .trim();
