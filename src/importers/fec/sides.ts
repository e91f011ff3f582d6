/** How an account's movements make an amount. */
export const sides = {
  'débit - crédit': 'debit_less_credit',
  'crédit - débit': 'credit_less_debit',
  débit: 'debits',
  crédit: 'credits',
} as const;

export type Side = (typeof sides)[keyof typeof sides];

/** The side on which an account of this class grows. */
export function usualSide(account: string): Side {
  if (account.startsWith('7')) return sides['crédit - débit'];
  if (account.startsWith('13')) return sides['crédit'];
  return account.startsWith('2') ? sides['débit'] : sides['débit - crédit'];
}
