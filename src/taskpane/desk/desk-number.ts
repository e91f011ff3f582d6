import type { Desk } from './index';

const numbers = new WeakMap<Desk, number>();
let last = 0;

/** Tells desks apart, so that what one answered is not taken for what another would. */
export function deskNumber(desk: Desk): number {
  const known = numbers.get(desk) ?? (last += 1);
  numbers.set(desk, known);
  return known;
}
