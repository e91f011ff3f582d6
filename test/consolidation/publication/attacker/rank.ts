/**
 * Ranks by another way than the audit's: not by eliminating unknowns, but from the products of the equations with
 * one another (A·Aᵀ has the rank of A), in whole numbers modulo a prime of 127 bits. No unknown is merged, none left
 * out, and no class or component is looked for.
 */
const PRIME = 2n ** 127n - 1n;

export type Vector = ReadonlyMap<string, bigint>;
export type Gram = bigint[][];

const rest = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

/** Products of the vectors with one another, over the unknowns that `counts` keeps. */
export function gramOf(vectors: readonly Vector[], counts: (unknown: string) => boolean): Gram {
  const columns = new Map<string, [number, bigint][]>();
  vectors.forEach((vector, row) => {
    for (const [unknown, factor] of vector) {
      if (!counts(unknown)) continue;
      const column = columns.get(unknown) ?? [];
      columns.set(unknown, column);
      column.push([row, factor]);
    }
  });
  const gram: Gram = vectors.map(() => vectors.map(() => 0n));
  for (const column of columns.values()) {
    for (const [row, factor] of column) {
      const line = gram[row] ?? [];
      for (const [other, times] of column) line[other] = (line[other] ?? 0n) + factor * times;
    }
  }
  return gram.map((line) => line.map(rest));
}

export const minus = (one: Gram, other: Gram): Gram =>
  one.map((line, row) => line.map((value, column) => rest(value - (other[row]?.[column] ?? 0n))));

/**
 * Takes the first `count` vectors out of all others; a vector that follows from them is then of length zero.
 * @returns how many of the first are independent, and the squared lengths of what is left of each vector
 */
export function project(gram: Gram, count: number): { rank: number; left: bigint[] } {
  const matrix = gram.map((line) => [...line]);
  let rank = 0;
  for (let pivot = 0; pivot < count; pivot += 1) {
    const line = matrix[pivot] ?? [];
    const length = line[pivot] ?? 0n;
    if (length === 0n) continue;
    rank += 1;
    const scale = inverse(length);
    matrix.forEach((other, row) => {
      const own = other[pivot] ?? 0n;
      if (row <= pivot || own === 0n) return;
      const times = (own * scale) % PRIME;
      for (let column = pivot; column < line.length; column += 1) {
        const value = line[column] ?? 0n;
        if (value !== 0n) other[column] = rest((other[column] ?? 0n) - times * value);
      }
    });
  }
  return { rank, left: matrix.map((line, row) => line[row] ?? 0n) };
}

function inverse(value: bigint): bigint {
  let [older, old] = [0n, 1n];
  let [dividend, divisor] = [PRIME, value];
  while (divisor > 1n) {
    const times = dividend / divisor;
    [older, old] = [old, older - times * old];
    [dividend, divisor] = [divisor, dividend - times * divisor];
  }
  return rest(old);
}
