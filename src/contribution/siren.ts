import { compact } from './words';

/** Whether a text is a SIREN: nine digits, the last one checking the others (Luhn); spaces are allowed. */
export function isValidSiren(text: string): boolean {
  const digits = compact(text);
  return /^\d{9}$/.test(digits) && digits !== '000000000' && luhnSum(digits) % 10 === 0;
}

const laPoste = '356000000';

/**
 * Whether a text is a SIRET: fourteen digits, a valid SIREN first, the whole passing Luhn's check; spaces are
 * allowed. The sites of La Poste are too many for Luhn: the sum of their digits is a multiple of five (Insee).
 */
export function isValidSiret(text: string): boolean {
  const digits = compact(text);
  if (!/^\d{14}$/.test(digits) || !isValidSiren(digits.slice(0, 9))) return false;
  if (luhnSum(digits) % 10 === 0) return true;
  const sum = [...digits].reduce((all, digit) => all + Number(digit), 0);
  return digits.startsWith(laPoste) && sum % 5 === 0;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

/**
 * A SIREN as typed, digits only: spaces go, and the zeros in front that a spreadsheet dropped from a
 * number come back. Not checked: see `isValidSiren`.
 */
export function tidySiren(typed: string | number): string {
  return typeof typed === 'number' ? String(typed).padStart(9, '0') : compact(typed);
}
