import type { ExcelProblem } from './problem';

type Listener = (problem: ExcelProblem | undefined) => void;

const listeners = new Set<Listener>();
let waits = 0;

/**
 * Tells what Excel is waiting for while a call is being retried (« Terminez la saisie… »), then
 * undefined once nothing waits any more. Returns the function that stops it.
 */
export function onWaiting(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Announces a wait; the function returned ends it. */
export function announceWait(problem: ExcelProblem): () => void {
  waits += 1;
  for (const listener of listeners) listener(problem);
  return () => {
    waits -= 1;
    if (waits === 0) for (const listener of listeners) listener(undefined);
  };
}
