const numbers = new WeakMap<object, number>();
let last = 0;

/** Tells objects apart: what was answered of one is not taken for what would be of another. */
export function numberOf(one: object): number {
  const known = numbers.get(one) ?? (last += 1);
  numbers.set(one, known);
  return known;
}
