import { Call } from './arguments/call';
import { unknown } from './failure';
import type { FunctionContext, FunctionSpec, Result } from './model';

/**
 * Runs a function on arguments as a host gives them: blanks as null, undefined, `""`; ranges as lists of rows; what
 * comes behind the parameters left aside. Throws FunctionFailure; TableNotLoaded when a geographic table is wanted.
 */
export function evaluate(spec: FunctionSpec, given: readonly unknown[], context: FunctionContext): Result {
  const result = spec.run(new Call(spec, given), context);
  if (typeof result !== 'number' || Number.isFinite(result)) return result;
  throw unknown(
    'Le calcul dépasse ce qu’un nombre peut dire : vérifiez les données.',
    'The calculation exceeds what a number can hold: check the data.',
  );
}
