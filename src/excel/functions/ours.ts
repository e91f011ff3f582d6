/** Strings and quoted sheet names, in which a function's name would only be text. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/gu;

/**
 * A call of one of our functions: `IMPACT.LOYER_M2(`, or as Excel stores it when it does not know the
 * add-in, `_xldudf_IMPACT_LOYER_M2(`. Tables are named `IMPACT_…` and never followed by a parenthesis.
 */
const CALL = /(?<![\p{L}\p{N}_.])(?:_xlfn\.)?(?:IMPACT\.|_xldudf_IMPACT_)[A-Z0-9_.]+\s*\(/iu;
const STORED = /(?<![\p{L}\p{N}_.])_xldudf_IMPACT_(?=[A-Z0-9_.]+\s*\()/giu;

/** True when a formula calls one of our functions. */
export const callsOurs = (formula: string): boolean => CALL.test(formula.replace(QUOTED, '""'));

/** The formula as a person types it in English, with our functions under their own names. */
export function withOwnNames(formula: string): string {
  // What is quoted is copied as it stands.
  let result = '';
  let from = 0;
  for (const { 0: quoted, index } of formula.matchAll(QUOTED)) {
    result += formula.slice(from, index).replace(STORED, 'IMPACT.') + quoted;
    from = index + quoted.length;
  }
  return result + formula.slice(from).replace(STORED, 'IMPACT.');
}
