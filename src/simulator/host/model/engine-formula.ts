import { decode, encodeHeading, encodeName } from './engine-names';

/*
 * Formulas as Excel writes them and as Univer's engine can read them. Its traps: `T[@Col]` is #NAME?
 * there (only `T[[#This Row],[Col]]` works); a table called `IMPACT_LOYERS` is not found, because of the
 * underscore; an apostrophe in a heading, which Excel doubles, breaks the lexer for every later formula.
 */

interface Parts {
  /** The text inside an outermost bracket `[…]`, and what was written before it. */
  readonly bracket: (inside: string, before: string) => string;
  /** Text outside of brackets, literals and sheet names. */
  readonly plain?: (text: string) => string;
}

/** Rewrites a formula part by part; text literals and quoted sheet names stay as they are. */
function mapParts(formula: string, { bracket, plain = (text) => text }: Parts): string {
  let result = '';
  let pending = '';
  let index = 0;
  const flush = () => {
    result += plain(pending);
    pending = '';
  };
  while (index < formula.length) {
    const char = formula[index] ?? '';
    if (char === '"' || char === "'") {
      flush();
      const end = quotedEnd(formula, index);
      result += formula.slice(index, end);
      index = end;
    } else if (char === '[') {
      flush();
      const close = bracketEnd(formula, index);
      result += bracket(formula.slice(index + 1, close), result);
      index = close + 1;
    } else {
      pending += char;
      index++;
    }
  }
  flush();
  return result;
}

function quotedEnd(formula: string, start: number): number {
  const quote = formula[start];
  for (let index = start + 1; index < formula.length; index++) {
    if (formula[index] !== quote) continue;
    if (formula[index + 1] !== quote) return index + 1;
    index++;
  }
  return formula.length;
}

/** Where a bracket ends; those escaped by an apostrophe do not count. */
function bracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let index = start; index < formula.length; index++) {
    const char = formula[index];
    if (char === "'") index++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return index;
  }
  return formula.length;
}

/** Changes each column named inside a bracket; special items (`#All`…) and separators stay. */
function mapColumns(inside: string, change: (column: string) => string): string {
  const one = (piece: string): string => (piece.trim().startsWith('#') ? piece : change(piece));
  if (!inside.trimStart().startsWith('[')) return one(inside);
  return mapParts(inside, { bracket: (piece) => `[${one(piece)}]` });
}

/** `@Col` and `@[Col]` spelt out. */
function spellThisRow(inside: string): string {
  if (!inside.startsWith('@')) return inside;
  const column = inside.slice(1).trim();
  if (column === '') return '#This Row';
  return `[#This Row],${column.startsWith('[') ? column : `[${column}]`}`;
}

/** An apostrophe makes the next character an ordinary one. */
const unescaped = (column: string): string => column.replace(/'(.)/gsu, '$1');
const escaped = (column: string): string => column.replace(/['[\]#]/gu, "'$&");

export interface FormulaContext {
  /** The table around the cell: inside it its name may be left out. */
  readonly ownTable?: string;
  /** Every table, as it is spelt. */
  readonly tables?: readonly string[];
}

const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/** Excel's spelling → the engine's. Excel's prefixes for newer functions are dropped. */
export function toEngineFormula(formula: string, { ownTable, tables = [] }: FormulaContext = {}): string {
  const unprefixed = formula.replace(/_xlfn\.(?:_xlws\.)?/giu, '').replace(/_xlpm\./giu, '');
  const spelling = new Map(tables.map((name) => [name.toLowerCase(), name]));
  const named = (text: string) =>
    text.replace(WORD, (word, offset: number) => {
      const known = spelling.get(word.toLowerCase());
      const isTable = known !== undefined && !/^\s*[(!]/u.test(text.slice(offset + word.length));
      return isTable ? encodeName(known) : word;
    });
  return mapParts(unprefixed, {
    plain: named,
    bracket: (inside, before) => {
      const columns = mapColumns(spellThisRow(inside), (one) => encodeHeading(unescaped(one)));
      const isQualified = /[\p{L}\p{N}_.\\\uff01-\uff5e]$/u.test(before);
      return `${isQualified || ownTable === undefined ? '' : encodeName(ownTable)}[${columns}]`;
    },
  });
}

/** The engine's spelling → Excel's; in its own rows Excel leaves the name of the table out. */
export function fromEngineFormula(formula: string, ownTable?: string): string {
  const written = mapParts(formula, {
    plain: decode,
    bracket: (inside) => {
      const columns = mapColumns(inside, (one) => escaped(decode(one)));
      const row = /^\[#This Row\],\[(.*)\]$/su.exec(columns);
      if (!row) return columns === '#This Row' ? '[@]' : `[${columns}]`;
      const column = row[1] ?? '';
      return /^[\p{L}\p{N}]+$/u.test(column) ? `[@${column}]` : `[@[${column}]]`;
    },
  });
  return ownTable === undefined ? written : written.replaceAll(`${ownTable}[@`, '[@');
}

/** A formula of the engine after columns of a table got other names; names as they are really written. */
export function renameColumns(formula: string, table: string, names: ReadonlyMap<string, string>): string {
  const fold = (text: string): string => text.toLocaleLowerCase('fr');
  const renamed = new Map([...names].map(([from, to]) => [fold(from.trim()), to]));
  const owner = fold(encodeName(table));
  return mapParts(formula, {
    bracket: (inside, before) => {
      const [named = ''] = /[\p{L}\p{N}_.\\\uff01-\uff5e]+$/u.exec(before) ?? [];
      if (fold(named) !== owner) return `[${inside}]`;
      const change = (column: string): string => {
        const to = renamed.get(fold(decode(column).trim()));
        return to === undefined ? column : encodeHeading(to);
      };
      return `[${mapColumns(inside, change)}]`;
    },
  });
}
