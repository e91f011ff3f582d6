import type { CellContent } from './model';

/** A value of `Range.values`, told apart with `Range.valueTypes`: blanks are null, errors say so. */
export function toContent(value: unknown, type: unknown): CellContent {
  if (type === 'Empty') return null;
  if (type === 'Error') return { error: String(value) };
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

/** A whole block of them. */
export const toContents = (
  values: readonly (readonly unknown[])[],
  types: readonly (readonly unknown[])[],
): CellContent[][] =>
  values.map((row, index) => row.map((value, column) => toContent(value, types[index]?.[column])));

/** True when the two cells hold the same. */
export function sameContent(one: CellContent, other: CellContent): boolean {
  if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null)
    return one.error === other.error;
  return one === other || (one === '' && other === null) || (one === null && other === '');
}
