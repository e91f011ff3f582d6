import type { Injector } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';

/**
 * Reads every formula with a lexer of its own. Univer's forgets all but the square brackets that a formula left open:
 * its editor reads a formula at each key, so that `=SUM(T[` on the way to `=SUM(T[Loyer])` spoils every formula
 * entered after it, their commas no longer separating anything.
 */
export function readFormulasAfresh(injector: Injector): void {
  const lexer = injector.get(LexerTreeBuilder);
  lexer.treeBuilder = (...formula) => new LexerTreeBuilder().treeBuilder(...formula);
  lexer.sequenceNodesBuilder = (formula) => new LexerTreeBuilder().sequenceNodesBuilder(formula);
  lexer.getFunctionAndParameter = (...place) => new LexerTreeBuilder().getFunctionAndParameter(...place);
  lexer.checkIfAddBracket = (formula) => new LexerTreeBuilder().checkIfAddBracket(formula);
}
