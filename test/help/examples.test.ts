import { spawnSync } from 'node:child_process';
import { rawCatalogue } from '../../src/catalogue';
import { site, textOf } from './site';

interface RawIndicator {
  readonly formula: string;
  readonly unit: string;
  readonly decimals: number;
  readonly examples: readonly unknown[];
}
interface RawCoefficient {
  readonly default?: string;
  readonly values: readonly { readonly set: string; readonly value: number }[];
}

const merged = <Value>(files: unknown): Record<string, Value> =>
  Object.assign({}, ...Object.values(files as Record<string, Record<string, Value>>)) as Record<
    string,
    Value
  >;

const indicators = merged<RawIndicator>(rawCatalogue.indicators);
const coefficients = merged<RawCoefficient>(rawCatalogue.coefficients);

let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  pages = await site();
});

/** The formulas of the catalogue, calculated by Python from their text: none of our code takes part. */
const PROGRAM = `
import json, re, sys
catalogue = json.load(sys.stdin)
formulas, coefficients = catalogue["formulas"], catalogue["coefficients"]

def value(text, example):
    given, rows, members = example.get("given", {}), example.get("rows", []), example.get("members", [])
    def row_sum(match):
        body = match.group(2)
        return str(sum(eval(body, {}, row) for row in rows))
    text = re.sub(r"\\[[^\\]]*\\]", "", text)
    text = re.sub(r"[A-Z]{3}-\\d{2}[A-Z]?", lambda m: "(" + repr(value(formulas[m.group(0)], example)) + ")", text)
    text = re.sub(r"distinct\\(\\w+\\)", lambda m: str(len(set(members))), text)
    text = re.sub(r"sum\\((\\w+): ((?:[^()]|\\([^()]*\\))*)\\)", row_sum, text)
    text = re.sub(r"coef\\.(\\w+)", lambda m: repr(given.get(m.group(0), coefficients.get(m.group(1)))), text)
    text = re.sub(r"ref\\.\\w+", lambda m: repr(given[m.group(0)]), text)
    return eval(text, {}, given)

print(json.dumps({code: [value(formulas[code], one) for one in examples] for code, examples in catalogue["examples"].items()}))`;

function byPython(): Record<string, number[]> | undefined {
  const input = {
    formulas: Object.fromEntries(Object.entries(indicators).map(([code, one]) => [code, one.formula])),
    examples: Object.fromEntries(Object.entries(indicators).map(([code, one]) => [code, one.examples])),
    coefficients: Object.fromEntries(
      Object.entries(coefficients).map(([code, { default: chosen, values }]) => [
        code,
        values.find((one) => one.set === chosen)?.value,
      ]),
    ),
  };
  const result = spawnSync('python3', ['-c', PROGRAM], { input: JSON.stringify(input), encoding: 'utf8' });
  if (result.error) {
    console.warn('Python is not here: the worked examples were not calculated by another program.');
    return undefined;
  }
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as Record<string, number[]>;
}

/** The first number of a line, as its language writes it. */
function numberIn(text: string, locale: 'fr' | 'en'): number {
  const found = /-?\d[\d\s,.]*/u.exec(text.replace(/^€|(?<=-)€/u, ''))?.[0].trim() ?? '';
  const plain = found.replace(/\s/gu, '');
  return Number(locale === 'fr' ? plain.replace(',', '.') : plain.replaceAll(',', ''));
}

test.each(['fr', 'en'] as const)(
  'the worked example of every indicator shows what Python finds (%s)',
  (locale) => {
    const expected = byPython();
    if (!expected) return;
    expect(Object.keys(expected).length).toBeGreaterThanOrEqual(148);
    for (const [code, values] of Object.entries(expected)) {
      const { unit, decimals } = indicators[code]!;
      const html = pages.get(`${locale === 'fr' ? '' : 'en/'}indicateurs/${code.toLowerCase()}.html`) ?? '';
      const lines = [...html.matchAll(/<p class="calculation">([\s\S]*?)<\/p>/gu)].map(([, one = '']) => one);
      expect([code, lines.length]).toEqual([code, values.length]);
      values.forEach((value, at) => {
        const [result = ''] = textOf(lines[at]!)
          .replace(/^.* : /u, '')
          .split(' = ');
        const shown = numberIn(result.replace(/^.*: /u, ''), locale);
        const scaled = unit === '%' ? value * 100 : value;
        const tolerance = 0.5 * 10 ** -decimals * (1 + 1e-9) + 1e-9 * Math.abs(scaled);
        expect([code, result, Math.abs(shown - scaled) <= tolerance]).toEqual([code, result, true]);
      });
    }
  },
);

// Worked out by hand from the definition of each function; the reader of the page does the same.
const functions: readonly (readonly [string, string, readonly number[]])[] = [
  ['LOYER_M2', 'two dwellings with a rent, then two totals', [(300 + 420) / (60 + 70), 21999 / 4399.8]],
  ['ECONOMIE_LOYER', 'twelve months, a negative gap kept', [12 * ((10 - 6) * 1000 + (6 - 6.5) * 2000)]],
  ['TAUX_VACANCE', 'blank left out; codes 1 and 2 only', [3 / 150, 1 / 4]],
  ['TAUX_MOBILITE', 'ND left out', [16 / 160]],
  ['TAUX_IMPAYES', 'sums', [650_000 / 10_000_000]],
  ['PART_LOCALE', 'located purchases only', [700 / 1000, 750 / 1000]],
  ['LM3', 'three turns over one', [180_000 / 100_000]],
  ['HEURES_INSERTION_ETP', 'hours over the year', [16_070 / 1607, 18_200 / 1820, 18_200 / 1820]],
  ['EMPLOIS', 'jobs a million', [16.2 * 40, 6 * 20]],
  ['EMPLOIS_LOGEMENTS', 'jobs a dwelling', [2.4 * 300, 0.5 * 400]],
  ['GAIN_ENERGETIQUE', 'weighted by area', [1 - 200 / 440, 160 * 1500, 1 - 100 / 250]],
  ['CO2', 'factors of the energy rating', [10_000 * 0.227 + 2000 * 0.079, 5000 * 0.03]],
];

test.each(functions)('IMPACT.%s shows the value worked out by hand: %s', (id, _why, values) => {
  for (const locale of ['fr', 'en'] as const) {
    const html = pages.get(`${locale === 'fr' ? '' : 'en/'}fonctions/${id.toLowerCase()}.html`) ?? '';
    const shown = [...html.matchAll(/<output>([^<]*)<\/output>/gu)].map(([, one = '']) =>
      numberIn(one.replaceAll(/[\u00a0\u202f]/gu, ' '), locale),
    );
    expect(shown).toHaveLength(values.length);
    shown.forEach((one, at) => expect(Math.abs(one / values[at]! - 1)).toBeLessThan(1e-9));
  }
});
