/** What a part may not go below or above. */
export interface Bounds {
  readonly floors?: readonly number[];
  readonly caps?: readonly number[];
}

/**
 * Shares a whole number among parts in proportion to their weights, by largest remainders (Hamilton): the
 * parts are whole numbers and add up to `total` exactly. A part never exceeds its cap; what it cannot take
 * goes to the others. Parts without weight get nothing, unless they have a floor. Throws a RangeError when
 * the bounds make the total impossible.
 */
export function apportion(total: number, weights: readonly number[], bounds: Bounds = {}): number[] {
  const floors = weights.map((_, index) => bounds.floors?.[index] ?? 0);
  const rest = total - sum(floors);
  const room = weights.map((_, index) => (bounds.caps?.[index] ?? Infinity) - (floors[index] ?? 0));
  const exact = proportional(rest, weights, room);
  const parts = exact.map(Math.floor);
  const left = rest - sum(parts);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .filter(({ index }) => (parts[index] ?? 0) < (room[index] ?? 0) && (weights[index] ?? 0) > 0)
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  if (sum(parts) !== rest || parts.some((part) => part < 0)) {
    throw new RangeError(`${total} cannot be shared within the bounds: ${sum(parts)} of ${rest} placed.`);
  }
  return parts.map((part, index) => part + (floors[index] ?? 0));
}

/** Unrounded shares; parts that would exceed their room are filled, and the others share the rest. */
function proportional(total: number, weights: readonly number[], room: readonly number[]): number[] {
  const shares = weights.map(() => 0);
  let open = weights.map((_, index) => index).filter((index) => (weights[index] ?? 0) > 0);
  let rest = total;
  while (open.length > 0 && rest > 0) {
    const weight = open.reduce((all, index) => all + (weights[index] ?? 0), 0);
    const scale = rest / weight;
    const full = new Set(open.filter((index) => scale * (weights[index] ?? 0) >= (room[index] ?? 0)));
    if (full.size === 0) {
      for (const index of open) shares[index] = scale * (weights[index] ?? 0);
      return shares;
    }
    for (const index of full) {
      shares[index] = room[index] ?? 0;
      rest -= room[index] ?? 0;
    }
    open = open.filter((index) => !full.has(index));
  }
  return shares;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
