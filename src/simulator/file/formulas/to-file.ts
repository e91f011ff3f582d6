import { decode } from '../../host/model/engine-names';
import type { CustomFunctionNames } from './custom-functions';
import { makesArrays, storedName } from './newer-functions';
import { type Specifier, type TableShape, parseSpecifier, printSpecifier } from './structured';
import { type Token, isCall, print, tokensOf } from './tokens';

/** What a formula of the grid may name. */
export interface FileNames {
  readonly tables: readonly TableShape[];
  readonly functions: CustomFunctionNames;
}

/**
 * A formula of the grid (with its `=`) as a file holds it: functions with their prefixes, the parameters of
 * LET and LAMBDA with theirs, structured references with the headings of the cells.
 */
export function toFile(formula: string, names: FileNames): string {
  const tokens = tokensOf(formula.replace(/^=/, ''));
  const parameters = parametersOf(tokens);
  const result = tokens.map((token, i): Token => {
    if (token.kind === 'brackets') {
      const table = tableAt(tokens, i, names.tables);
      const specifier = parseSpecifier(token.text);
      if (table === undefined || specifier === undefined) return token;
      return { kind: 'brackets', text: printSpecifier(withHeadings(specifier, table)) };
    }
    if (token.kind !== 'word') return token;
    if (parameters.some((one) => one.holds(i, token.text))) return { ...token, text: `_xlpm.${token.text}` };
    if (!isCall(tokens, i)) return { ...token, text: tableName(decode(token.text), names.tables) };
    return { ...token, text: names.functions.toFile(token.text) ?? storedName(token.text) };
  });
  return print(result);
}

/** The name of a table as it is spelt; any other word as it is. */
function tableName(word: string, tables: readonly TableShape[]): string {
  return tables.find((one) => one.name.toLowerCase() === word.toLowerCase())?.name ?? word;
}

function tableAt(
  tokens: readonly Token[],
  brackets: number,
  tables: readonly TableShape[],
): TableShape | undefined {
  const name = decode(tokens[brackets - 1]?.text ?? '').toLowerCase();
  return tables.find((one) => one.name.toLowerCase() === name);
}

function withHeadings(specifier: Specifier, table: TableShape): Specifier {
  const real = (heading: string): string =>
    table.headings.find((one) => one.toLowerCase() === decode(heading).toLowerCase()) ?? decode(heading);
  return {
    items: specifier.items,
    ...(specifier.first !== undefined && { first: real(specifier.first) }),
    ...(specifier.last !== undefined && { last: real(specifier.last) }),
  };
}

interface Parameters {
  /** Whether the word at this place is one of the parameters. */
  holds(index: number, word: string): boolean;
}

/** The names that LET and LAMBDA give, each within its own call. */
function parametersOf(tokens: readonly Token[]): Parameters[] {
  return tokens.flatMap((token, start) => {
    const name = token.text.toUpperCase();
    if ((name !== 'LET' && name !== 'LAMBDA') || !isCall(tokens, start)) return [];
    const { args, end } = argumentsAt(tokens, start + 1);
    const given = new Set(
      args
        .slice(0, -1)
        .filter((_, index) => name === 'LAMBDA' || index % 2 === 0)
        .map((one) => one.trim().toLowerCase()),
    );
    return [
      {
        holds: (index: number, word: string): boolean =>
          index > start && index < end && given.has(word.toLowerCase()),
      },
    ];
  });
}

/** The texts of the arguments of the call whose parenthesis opens at `open`. */
function argumentsAt(tokens: readonly Token[], open: number): { args: string[]; end: number } {
  const args = [''];
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    const text = tokens[i]?.text ?? '';
    if (text === '(' || text === '{') depth++;
    else if ((text === ')' || text === '}') && --depth === 0) return { args, end: i };
    if (text === ',' && depth === 1) args.push('');
    else if (i > open) args[args.length - 1] += text;
  }
  return { args, end: tokens.length };
}

/** Whether a formula calls a function that may give several values: it spills whatever the file says of it. */
export function mayGiveArrays(formula: string, functions: CustomFunctionNames): boolean {
  const tokens = tokensOf(formula);
  return tokens.some(
    (token, i) =>
      isCall(tokens, i) && (makesArrays(token.text) || functions.toFile(token.text) !== undefined),
  );
}

const OPERATOR = /^[-+*/^&=<>]$/;

/**
 * Whether Excel must calculate the formula as an array: stored plainly, it would take one value of each range
 * (`@`). True for functions that give several values and for ranges combined by an operator.
 */
export function needsArray(formula: string, functions: CustomFunctionNames): boolean {
  const tokens = tokensOf(formula).filter((one) => one.text.trim() !== '');
  if (/^(?:=\s*)?SUMPRODUCT\(/i.test(formula)) return false;
  if (mayGiveArrays(formula, functions)) return true;
  return tokens.some((token, i) => {
    const colon = token.text === ':' && tokens[i + 1]?.kind === 'word';
    const column = token.kind === 'brackets' && !token.text.toLowerCase().includes('#this row');
    if (!colon && !column) return false;
    // The leading `=` is no operator.
    const before = i > 2 ? (tokens[i - 2]?.text ?? '') : '';
    const after = tokens[colon ? i + 2 : i + 1]?.text ?? '';
    return OPERATOR.test(before) || OPERATOR.test(after);
  });
}
