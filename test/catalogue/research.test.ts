import { readFileSync } from 'node:fs';
import { catalogue } from '../../src/catalogue';
import {
  compileFormula,
  compileRow,
  inlineIndicators,
  leafKey,
  leavesOf,
  parseFormula,
} from '../../src/formula';
import type { Expression } from '../../src/formula';
import { sharedData } from '../support/shared';
import { evaluate } from './evaluate';

/** Compares with the tables the catalogue was prepared from, where this computer has them. */
function table(name: string): Record<string, string>[] {
  const file = sharedData(`research/${name}`);
  if (file === undefined) return [];
  const rows: string[][] = [[]];
  // A CSV field is quoted when it holds a `;` or a quote.
  for (const [, quoted, plain = '', end] of readFileSync(file, 'utf8').matchAll(
    /(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r?\n|$)/g,
  )) {
    rows[rows.length - 1]!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ';') rows.push([]);
  }
  const [headings = [], ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
}

const columns = [
  'loyer_hlm',
  'loyer_marche',
  'surface_louee',
  'surface',
  'conso_avant',
  'conso_apres',
  'ges_avant',
  'ges_apres',
];

/** Figures without a pattern, the same at each run: digits of the square roots of the positions. */
const figure = (position: number): number => 1 + 9_000 * (Math.sqrt(position + 2) % 1);

test('every formula prepared gives the value ours gives', () => {
  const rows = [0, 1, 2].map((row) =>
    Object.fromEntries(columns.map((one, at) => [one, figure(row * 10 + at)])),
  );
  const prepared = new Map(table('formulas.csv').map((row) => [row.code ?? '', row.formula ?? '']));
  prepared.delete('POP-08');
  if (prepared.size > 0) expect(prepared.size).toBe(148);
  const wrong: string[] = [];
  for (const [code, formula] of prepared) {
    if (formula.startsWith('distinct(')) continue;
    const expression: Expression = inlineIndicators(parseFormula(formula), (one) =>
      parseFormula(prepared.get(one) ?? ''),
    );
    const given: Record<string, number> = {};
    const values = leavesOf(expression).map((leaf, position) => {
      if (leaf.kind === 'rows') return rows.map(compileRow(leaf.body)).reduce((sum, one) => sum + one, 0);
      return (given[leafKey(leaf)] = figure(position * 7 + code.length));
    });
    const theirs = compileFormula(expression, leavesOf(expression).map(leafKey))(values);
    const ours = evaluate(code, { given, rows });
    if (!(Math.abs(ours - theirs) <= 1e-9 * Math.abs(theirs)))
      wrong.push(`${code}: ${theirs} became ${ours}`);
  }
  expect(wrong).toEqual([]);
});

test('every figure prepared is asked for, in its unit', () => {
  const rows = table('datapoints.csv');
  if (rows.length > 0) expect(rows.length).toBe(228);
  const wrong = rows.flatMap(({ code = '', unit = '', kind, integer, nonnegative, extrapolable }) => {
    if (code === 'insee_taux_pauvrete_hlm') return [];
    const point = catalogue.dataPoints.get(code);
    const same =
      point?.unit === unit.replace('fraction', '%') &&
      point.kind === kind &&
      point.nonnegative === (nonnegative === 'yes') &&
      point.proportional === (extrapolable === 'yes') &&
      // A mean over indicators is not a whole number.
      (point.integer === (integer === 'yes') || code === 'qua_logements_item');
    return same ? [] : [code];
  });
  expect(wrong).toEqual([]);
});

// Two values under one name were made two codes, or two years, or two sets.
const renamed: Record<string, string> = {
  'bm_clause_insertion 0.1': 'bm_clause_insertion_gup',
  'bm_part_fg 0.157': 'bm_part_fg_residences',
  'bm_part_rp 0.159': 'bm_part_rp_loues',
};

test('no value prepared was lost', () => {
  const lost = table('coefficients.csv').flatMap(
    ({ coefficient = '', set = '', value = '', low, high, year, source = '' }) => {
      // A range without a value became its two ends.
      const wanted = value === '' ? [low, high] : [value];
      return wanted.flatMap((one) => {
        const number = Number(one);
        const code = renamed[`${coefficient} ${number}`] ?? coefficient;
        const found = catalogue.coefficients.some(
          (mine) =>
            mine.code === code &&
            mine.value === number &&
            mine.year === Number(year) &&
            (mine.set === set || /petite_surface|ush_2014/.test(set)) &&
            mine.source !== '',
        );
        return found ? [] : [`${coefficient} ${set} ${one} (${source})`];
      });
    },
  );
  expect(lost).toEqual([]);
});

test('no value was added: 673 prepared, one of them a range made two', () => {
  const prepared = table('coefficients.csv').length;
  if (prepared > 0) expect(catalogue.coefficients.length).toBe(prepared + 1);
});
