import type { Field } from './field';

/** A column of the system: one figure of one landlord. */
export interface Column {
  /** Who it is a figure of: a landlord, or the group it belongs to. */
  readonly unit: string;
}

/** An equation: what is known of the columns, by index, modulo the field's prime; no zero among the factors. */
export type Equation = ReadonlyMap<number, number>;

/** Columns that no combination of equations can tell apart, told apart from those of one unit alone. */
export interface ColumnClasses {
  /** The class that each column stands for; -1 where another column of its class does. */
  readonly standsFor: Int32Array;
  /** The unit whose columns make up the class; undefined when it has columns of several. */
  readonly ownerOf: readonly (string | undefined)[];
}

/**
 * Columns that are proportional in all equations are one, however many they are: within a unit they only ever
 * appear together, and across units none of them can be isolated. This is what makes a region fit in a small matrix.
 */
export function classesOf(
  equations: readonly Equation[],
  columns: readonly Column[],
  field: Field,
): ColumnClasses {
  const rows: number[][] = columns.map(() => []);
  const factors: number[][] = columns.map(() => []);
  equations.forEach((equation, row) => {
    for (const [column, factor] of equation) {
      rows[column]?.push(row);
      factors[column]?.push(factor);
    }
  });
  const standsFor = new Int32Array(columns.length).fill(-1);
  const ownerOf: (string | undefined)[] = [];
  const known = new Map<string, number>();
  columns.forEach(({ unit }, column) => {
    const own = factors[column] ?? [];
    const [first] = own;
    if (first === undefined) return;
    const scale = field.inverse(first);
    const signature = own
      .map((factor, at) => `${rows[column]?.[at]}:${field.multiply(factor, scale)}`)
      .join(' ');
    const found = known.get(signature);
    if (found === undefined) {
      standsFor[column] = ownerOf.push(unit) - 1;
      known.set(signature, ownerOf.length - 1);
    } else if (ownerOf[found] !== unit) ownerOf[found] = undefined;
  });
  return { standsFor, ownerOf };
}

/** An equation over classes, each with the factor of the column that stands for it. */
export function overClasses(equation: Equation, { standsFor }: ColumnClasses): Map<number, number> {
  const result = new Map<number, number>();
  for (const [column, factor] of equation) {
    const one = standsFor[column] ?? -1;
    if (one >= 0) result.set(one, factor);
  }
  return result;
}
