/**
 * Formulas as Excel writes them and as Univer's engine can read them. Two traps of the engine:
 * `T[@Col]` is #NAME? there (only `T[[#This Row],[Col]]` works), and an apostrophe inside a structured
 * reference, which Excel doubles, breaks its lexer for every later formula. A typographic apostrophe
 * stands for it: the columns of tables are registered under that spelling too.
 */
const STAND_IN = '\u2019';

/** Calls back on the text of every structured reference bracket `[…]`, outermost, outside string literals. */
function mapBrackets(formula: string, change: (inside: string, before: string) => string): string {
  let result = '';
  let index = 0;
  while (index < formula.length) {
    const char = formula[index] ?? '';
    const end = char === '"' || char === "'" ? quotedEnd(formula, index) : undefined;
    if (end !== undefined) {
      result += formula.slice(index, end);
      index = end;
    } else if (char === '[') {
      const close = bracketEnd(formula, index);
      result += change(formula.slice(index + 1, close), result);
      index = close + 1;
    } else {
      result += char;
      index++;
    }
  }
  return result;
}

function quotedEnd(formula: string, start: number): number {
  const quote = formula[start];
  let index = start + 1;
  while (index < formula.length) {
    if (formula[index] === quote) {
      if (formula[index + 1] !== quote) return index + 1;
      index++;
    }
    index++;
  }
  return formula.length;
}

/** Brackets escaped by an apostrophe do not count. */
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

const THIS_ROW = '[#This Row]';

function thisRow(inside: string): string {
  if (!inside.startsWith('@')) return inside;
  const column = inside.slice(1).trim();
  if (column === '') return '#This Row';
  if (column.startsWith('[')) return `${THIS_ROW},${column}`;
  return `${THIS_ROW},[${column}]`;
}

/**
 * Excel's spelling → the engine's. Excel's prefixes for newer functions are dropped. Inside a table its
 * name may be left out (`[@Loyer]`): the engine needs it.
 */
export function toEngineFormula(
  formula: string,
  { ownTable, tables = [] }: { readonly ownTable?: string; readonly tables?: readonly string[] } = {},
): string {
  const plain = formula.replace(/_xlfn\.(?:_xlws\.)?/giu, '').replace(/_xlpm\./giu, '');
  const qualified = mapBrackets(plain, (inside, before) => {
    const lowered = thisRow(inside);
    const isQualified = /[\p{L}\p{N}_.\\]$/u.test(before);
    const table = isQualified || ownTable === undefined ? '' : ownTable;
    return `${table}[${lowered.replace(/''/gu, STAND_IN).replace(/'/gu, STAND_IN)}]`;
  });
  // The engine tells letter case apart in the names of tables; Excel does not.
  const words = new Map(tables.map((name) => [name.toLowerCase(), name]));
  return qualified.replace(
    /[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\[)/gu,
    (word) => words.get(word.toLowerCase()) ?? word,
  );
}

/**
 * The engine's spelling → Excel's. `hasColumn` tells whether a table really has a heading written
 * with the typographic apostrophe; otherwise it stands for a doubled one.
 */
export function fromEngineFormula(
  formula: string,
  hasColumn: (heading: string) => boolean,
  ownTable?: string,
): string {
  const written = mapBrackets(formula, (inside) => {
    const plain = inside.replace(/[^[\]]+/gu, (part) =>
      part.includes(STAND_IN) && !hasColumn(part) ? part.replaceAll(STAND_IN, "''") : part,
    );
    const one = /^\[#This Row\],\[([^\]]*)\]$/u.exec(plain);
    if (!one) return `[${plain}]`;
    const column = one[1] ?? '';
    return /^[\p{L}\p{N}_]+$/u.test(column) ? `[@${column}]` : `[@[${column}]]`;
  });
  // Excel leaves the name of the table out in its own rows.
  return ownTable === undefined ? written : written.replaceAll(`${ownTable}[@`, '[@');
}

/** A heading under the spelling that the engine can read. */
export const engineHeading = (heading: string): string => heading.replaceAll("'", STAND_IN);
