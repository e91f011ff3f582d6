/**
 * A SIREN that passes the Luhn check, from a number below 100 000. All begin with `999`, the very end of the
 * numbers there are: they are not meant to be, and at the time of writing are not known to be, anybody's.
 */
export function fictitiousSiren(number: number): string {
  const stem = `999${String(number).padStart(5, '0')}`;
  // From the right, behind the check digit: every second digit counts double, its own digits added up.
  const weighted = [...stem].reverse().map((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return value > 9 ? value - 9 : value;
  });
  const check = (10 - (weighted.reduce((all, one) => all + one, 0) % 10)) % 10;
  return stem + String(check);
}
