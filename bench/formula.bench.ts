import { answerState, compileFormula, compileRow, parseFormula } from '../src/formula';

/** One measure: `nanoseconds` for one calculation, the best of several runs. */
export interface Measure {
  readonly name: string;
  readonly nanoseconds: number;
}

// Shapes of the catalogue, from the shortest to the longest.
const FORMULAS: readonly (readonly [name: string, text: string])[] = [
  ['une donnée', 'nb_lls'],
  ['un taux', 'nb_vac3m / nb_proposes_location'],
  [
    'des coefficients',
    'coef.neuf * inv_neuf / 1e6[€/M€] + coef.rehab * (inv_rehab + dep_ge + dep_ec) / 1e6[€/M€]',
  ],
  [
    'douze termes',
    'inv_neuf + inv_rehab + inv_demol + dep_ge + dep_ec + achats + salaires + charges + tfpb + taxes + impot - intragroupe',
  ],
  ['une part', '(dpe_a + dpe_b + dpe_c) / (dpe_a + dpe_b + dpe_c + dpe_d + dpe_e + dpe_f + dpe_g)'],
];

const WARM_UP = 20_000;
const ROUNDS = 200_000;
const RUNS = 5;

function best(run: (round: number) => number): number {
  let total = 0;
  const measure = (rounds: number): number => {
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) total += run(round);
    return ((performance.now() - start) * 1e6) / rounds;
  };
  measure(WARM_UP);
  const nanoseconds = Math.min(...Array.from({ length: RUNS }, () => measure(ROUNDS)));
  // Used, so that the loop cannot be optimised away.
  if (total === Infinity) throw new Error('an infinite total');
  return nanoseconds;
}

/** What one indicator, one row of a row table and one decision on who answers cost. Target: 2 µs an indicator. */
export function benchFormula(): readonly Measure[] {
  const measures = FORMULAS.map(([name, text]): Measure => {
    const expression = parseFormula(text);
    const keys = [...new Set(text.match(/(?:coef\.)?[a-z_]{3,}[a-z0-9_]*/g))];
    const calculate = compileFormula(expression, keys);
    // Several sets of figures: always the same ones would flatter the processor's guesses.
    const figures = Array.from({ length: 64 }, (_, set) =>
      Float64Array.from(keys, (_key, index) => 1 + ((set * 31 + index * 17) % 97)),
    );
    const nothing = new Float64Array();
    return {
      name: `formule : ${name}`,
      nanoseconds: best((round) => calculate(figures[round % 64] ?? nothing)),
    };
  });
  const rows = parseFormula('sum(loyers: (loyer_marche - loyer_hlm) * surface_louee)');
  if (rows.kind !== 'rows') throw new Error('not a row sum');
  const ofRow = compileRow(rows.body);
  const cells = Array.from({ length: 64 }, (_, cell) => ({
    typologie: 1,
    loyer_hlm: 5 + cell / 64,
    loyer_marche: 8 + cell / 32,
    surface_louee: 1000 + cell,
  }));
  const [first] = cells;
  if (!first) throw new Error('no rent cell');
  measures.push({
    name: 'formule : une ligne de loyers',
    nanoseconds: best((round) => ofRow(cells[round % 64] ?? first)),
  });
  const long = parseFormula(FORMULAS[4]?.[1] ?? '');
  measures.push({
    name: 'formule : qui répond',
    nanoseconds: best((round) => (answerState(long, () => 'number') === 'number' ? round : 0)),
  });
  return measures;
}
