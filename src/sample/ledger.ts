/** The sheets landlords keep for themselves, whatever they call them. */
export type LedgerName =
  | 'stock'
  | 'tenancy'
  | 'operations'
  | 'allocations'
  | 'agencies'
  | 'accounts'
  | 'suppliers'
  | 'staff'
  | 'fluids'
  | 'dashboard';

export type LedgerRow = Readonly<Record<string, number | string>>;

/** All that a landlord's own files hold; facts are sums over them, whether the sheet is shown or not. */
export type Ledgers = Readonly<Record<LedgerName, readonly LedgerRow[]>>;

/** The number in a column; 0 where the cell is blank. */
export function amount(row: LedgerRow, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
}
