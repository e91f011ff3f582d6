export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `B3` → row 3, column 2 (both from one). */
export function place(ref: string): Place {
  const [, letters = '', row] = /^\$?([A-Z]+)\$?(\d+)$/.exec(ref) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

export function corners(ref: string): { from: Place; to: Place } {
  const [first = '', last = first] = ref.split(':');
  return { from: place(first), to: place(last) };
}

export function meet(one: string, other: string): boolean {
  const a = corners(one);
  const b = corners(other);
  return (
    a.from.row <= b.to.row &&
    b.from.row <= a.to.row &&
    a.from.column <= b.to.column &&
    b.from.column <= a.to.column
  );
}

export function cellCount(ref: string): number {
  const { from, to } = corners(ref);
  return (to.row - from.row + 1) * (to.column - from.column + 1);
}
