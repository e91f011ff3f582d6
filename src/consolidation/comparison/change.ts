/**
 * How much a figure differs from another: for a share (`%`) the difference itself, in points; for anything else the
 * difference relative to the other. Null where either is missing, or where the other is zero.
 */
export function changeBetween(unit: string, value: number | null, other: number | null): number | null {
  if (value === null || other === null) return null;
  if (unit === '%') return value - other;
  return other === 0 ? null : (value - other) / Math.abs(other);
}
