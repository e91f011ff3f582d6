import { unknown, type FunctionFailure } from '../failure';
import type { Series } from './series';

/** Sums of two columns over the rows where both are known: a rate is a ratio of sums, never a mean of rates. */
export interface PairedSums {
  readonly numerator: number;
  readonly denominator: number;
  /** Rows counted. */
  readonly rows: number;
}

export function pairedSums({ columns: [numerators, denominators], length }: Series): PairedSums {
  let [numerator, denominator, rows] = [0, 0, 0];
  for (let row = 0; row < length; row++) {
    const above = numerators?.[row] ?? Number.NaN;
    const below = denominators?.[row] ?? Number.NaN;
    // A row that lacks one of the two would weigh on one side only.
    if (Number.isNaN(above) || Number.isNaN(below)) continue;
    numerator += above;
    denominator += below;
    rows++;
  }
  return { numerator, denominator, rows };
}

/** The sum of what is known in a column, and how many cells that is. */
export function sumOf(numbers: Float64Array | undefined): { readonly sum: number; readonly count: number } {
  let [sum, count] = [0, 0];
  for (const number of numbers ?? []) {
    if (Number.isNaN(number)) continue;
    sum += number;
    count++;
  }
  return { sum, count };
}

/** Nothing was answered: not zero. */
export function nothingAnswered(...names: readonly string[]): FunctionFailure {
  const quoted = names.map((one) => `« ${one} »`).join(', ');
  return unknown(
    names.length > 1
      ? `Aucune ligne n’a un nombre à la fois dans ${quoted} : remplissez-les, un vide n’est pas un zéro.`
      : `${quoted} ne contient aucun nombre : remplissez la plage, un vide n’est pas un zéro.`,
    names.length > 1
      ? `No row has a number in each of ${names.map((one) => `"${one}"`).join(', ')}: fill them in, a blank is not a zero.`
      : `"${names[0]}" holds no number: fill the range in, a blank is not a zero.`,
  );
}

/** A ratio of two sums; #N/A when nothing was answered or the denominator is zero. */
export function ratioOf(sums: PairedSums, names: readonly [string, string]): number {
  if (sums.rows === 0) throw nothingAnswered(...names);
  if (sums.denominator === 0) throw zeroTotal(names[1]);
  return sums.numerator / sums.denominator;
}

export function zeroTotal(name: string): FunctionFailure {
  return unknown(
    `Le total de « ${name} » vaut 0 : il n’y a rien à quoi rapporter le reste. Vérifiez la plage.`,
    `The total of "${name}" is 0: there is nothing to compare with. Check the range.`,
  );
}
