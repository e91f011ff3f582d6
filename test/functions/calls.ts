import { catalogue } from '../../src/catalogue';
import { evaluate, FunctionFailure, functionTable, type FunctionSpec } from '../../src/functions';

export function spec(id: string): FunctionSpec {
  const found = functionTable.find((one) => one.id === id);
  if (!found) throw new Error(`no function ${id}`);
  return found;
}

/** What a function answers, in French unless told. */
export function call(id: string, ...given: unknown[]): unknown {
  return evaluate(spec(id), given, { catalogue, locale: 'fr' });
}

/** The failure of a call: its kind and its words; `undefined` when it gives a value. */
export function failure(id: string, ...given: unknown[]) {
  try {
    call(id, ...given);
  } catch (problem) {
    if (problem instanceof FunctionFailure) return { kind: problem.kind, ...problem.text };
    throw problem;
  }
  return undefined;
}

/** The failure in one cell of a spilled range. */
export function failureIn(result: unknown, row: number, column = 0) {
  const cell = (result as unknown[][])[row]?.[column];
  return cell instanceof FunctionFailure ? { kind: cell.kind, ...cell.text } : undefined;
}

/** A column, as hosts give it. */
export const column = (...values: unknown[]): unknown[][] => values.map((one) => [one]);

/** Numbers that look random and are the same at every run (Park and Miller, 1988). */
export function randomNumbers(seed: number) {
  let state = (seed % 2_147_483_646) + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return {
    next,
    between: (low: number, high: number) => low + next() * (high - low),
    whole: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
  };
}
