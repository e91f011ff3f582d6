import {
  AstTreeBuilder,
  Interpreter,
  Lexer,
  LexerNode,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import type { CellScalar } from '../core/cells';
import { columnLetters } from '../model/address';
import { toEngineFormula } from '../model/engine-formula';
import type { Session } from '../session';

/** A text between quotes, or a word that may be a reference; a name followed by a bracket is a function. */
const TOKENS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\$?[A-Z]{1,3}\$?\d{1,7}(?![\w(])|[\p{L}_\\][\p{L}\d_.]*(?!\()\b/giu;

const literal = (value: CellScalar): string => {
  if (typeof value === 'number') return `(${value})`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return `"${value.replaceAll('"', '""')}"`;
};

/**
 * What a formula about one cell gives if that cell held a value: `IF(ISNUMBER(D5),D5>=0,…)`. Undefined when it speaks
 * of other cells or of names, which a hypothesis says nothing of.
 */
export function valueIf(
  formula: string,
  cell: { readonly row: number; readonly column: number },
  value: CellScalar,
  session: Session,
): CellScalar | undefined {
  const own = `${columnLetters(cell.column)}${cell.row + 1}`;
  let isAboutOthers = false;
  const supposed = formula.replace(TOKENS, (token) => {
    if (token.startsWith('"') || /^(?:true|false)$/iu.test(token)) return token;
    if (token.replaceAll('$', '').toUpperCase() === own) return literal(value);
    isAboutOthers = true;
    return token;
  });
  return isAboutOthers ? undefined : calculated(toEngineFormula(supposed, {}), session);
}

/** The value of a formula that refers to nothing; undefined when the engine cannot say. */
function calculated(formula: string, { grid: { injector } }: Session): CellScalar | undefined {
  const read = injector.get(Lexer).treeBuilder(formula);
  if (!(read instanceof LexerNode)) return undefined;
  const node = injector.get(AstTreeBuilder).parse(read);
  const interpreter = injector.get(Interpreter);
  if (!node || interpreter.checkAsyncNode(node)) return undefined;
  const result = interpreter.execute({ node, refOffsetX: 0, refOffsetY: 0 }) as BaseValueObject;
  if (result.isArray() || result.isReferenceObject() || result.isError()) return undefined;
  return result.getValue();
}
