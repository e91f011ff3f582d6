import { checkUnits, inlineIndicators, leavesOf, parseFormula, parseUnit, type Expression } from '../formula';
import { allCoefficients, allDataPoints, coefficientFinder } from './assemble';
import { verifyCheck } from './checks';
import type { Problems } from './problems';
import { extrapolationOf, gapsOf, requireLeaf, unitOfLeaf, type Vocabulary } from './rules';
import { coefficientsOf, thresholdsOf } from './coefficients';
import type { Coefficient } from './model';
import type { CatalogueFiles } from './schema';

type WrittenIndicator = CatalogueFiles['indicators'][string][string] & {
  readonly code: string;
  readonly file: string;
};

/** Notes all that is wrong in files that have the right shape: codes, sources, formulas, units, checks, examples. */
export function verify(files: CatalogueFiles, problems: Problems): void {
  const vocabulary: Vocabulary = {
    dataPoints: allDataPoints(files),
    coefficient: coefficientFinder(allCoefficients(files)),
  };
  verifyDataPoints(files, vocabulary, problems);
  verifyCoefficients(files, problems);
  verifyIndicators(writtenIndicators(files, problems), vocabulary, problems);
}

function verifyDataPoints(files: CatalogueFiles, vocabulary: Vocabulary, problems: Problems): void {
  const seen = new Set<string>();
  for (const [name, points] of Object.entries(files.dataPoints)) {
    const file = `data-points/${name}.yaml`;
    requireTheme(name, file, files, problems);
    for (const [code, { unit, checks = [] }] of Object.entries(points)) {
      if (seen.has(code)) problems.report(file, code, 'ce code existe déjà dans un autre fichier.');
      seen.add(code);
      problems.attempt(file, code, () => void parseUnit(unit));
      for (const check of checks) problems.attempt(file, code, () => verifyCheck(check, vocabulary));
    }
  }
}

function verifyCoefficients(files: CatalogueFiles, problems: Problems): void {
  const seen = new Set<string>();
  const verifyAll = (file: string, found: readonly Coefficient[]): void => {
    for (const { code, set, territory, unit, value, low = value, high = value } of found) {
      const key = [code, set, territory].join(' ');
      if (seen.has(key)) problems.report(file, code, `le jeu « ${set} » y est deux fois.`);
      seen.add(key);
      problems.attempt(file, code, () => void parseUnit(unit));
      if (low > value || value > high)
        problems.report(file, code, `la valeur ${value} sort de sa fourchette, ${low} à ${high}.`);
    }
  };
  for (const [name, found] of Object.entries(files.coefficients)) {
    const file = `coefficients/${name}.yaml`;
    for (const [code, { default: chosen, values }] of Object.entries(found)) {
      if (chosen !== undefined && !values.some((value) => value.set === chosen))
        problems.report(file, code, `le jeu par défaut « ${chosen} » n’a pas de valeur.`);
    }
    verifyAll(file, coefficientsOf(found, citing(file, files, problems)));
  }
  const file = 'dpe-thresholds.yaml';
  verifyAll(file, thresholdsOf(files.thresholds, citing(file, files, problems)));
}

function writtenIndicators(files: CatalogueFiles, problems: Problems): readonly WrittenIndicator[] {
  const seen = new Set<string>();
  return Object.entries(files.indicators).flatMap(([name, indicators]) => {
    const file = `indicators/${name}.yaml`;
    requireTheme(name, file, files, problems);
    const cite = citing(file, files, problems);
    return Object.entries(indicators).map(([code, one]) => {
      if (!code.startsWith(`${name.toUpperCase()}-`))
        problems.report(file, code, `ce code n’est pas du thème ${name.toUpperCase()}.`);
      if (seen.has(code)) problems.report(file, code, 'ce code existe déjà dans un autre fichier.');
      seen.add(code);
      for (const key of one.references ?? []) cite(key, code);
      return { ...one, code, file };
    });
  });
}

function verifyIndicators(
  written: readonly WrittenIndicator[],
  vocabulary: Vocabulary,
  problems: Problems,
): void {
  const expressions = new Map<string, Expression>();
  for (const { file, code, formula } of written)
    problems.attempt(file, code, () => void expressions.set(code, parseFormula(formula)));
  for (const one of written) {
    const { file, code, formula, unit } = one;
    const expression = expressions.get(code);
    if (expression === undefined) continue;
    problems.attempt(file, code, () => {
      const inlined = inlineIndicators(expression, (other) => expressions.get(other), formula);
      for (const leaf of leavesOf(inlined)) requireLeaf(leaf, formula, vocabulary);
      checkUnits(inlined, unit, (leaf) => unitOfLeaf(leaf, vocabulary), formula);
      for (const message of shortcomings(one, inlined, vocabulary)) problems.report(file, code, message);
    });
  }
}

function* shortcomings(
  one: WrittenIndicator,
  inlined: Expression,
  { dataPoints }: Vocabulary,
): Generator<string> {
  const { sanity, benchmark, extrapolation, references = [] } = one;
  if (sanity && sanity.low >= sanity.high)
    yield `bornes de vraisemblance inversées (${sanity.low} à ${sanity.high}).`;
  if (benchmark !== undefined && dataPoints.get(benchmark)?.kind !== 'reference')
    yield `le repère « ${benchmark} » n’est pas une référence du catalogue.`;
  if (one.confidence === 'sourced' && references.length === 0)
    yield 'un indicateur « sourced » cite au moins une source.';
  const expected = extrapolationOf(inlined, dataPoints);
  if (extrapolation !== expected)
    yield `extrapolation « ${extrapolation} », mais la formule et ses données donnent « ${expected} ».`;
  for (const [position, example] of one.examples.entries()) {
    for (const gap of gapsOf({ given: {}, ...example }, inlined)) yield `exemple ${position + 1} : ${gap}`;
  }
}

function requireTheme(name: string, file: string, files: CatalogueFiles, problems: Problems): void {
  const theme = name.toUpperCase();
  if (files.dimensions[theme] === undefined)
    problems.report(file, undefined, `le thème « ${theme} » n’est pas dans dimensions.yaml.`);
}

/** Looks a source up for a file, noting those that are not there. */
function citing(file: string, files: CatalogueFiles, problems: Problems) {
  return (key: string, code?: string): string => {
    const found = files.sources[key];
    if (!found) problems.report(file, code, `la source « ${key} » n’est pas dans sources.yaml.`);
    return found?.title ?? key;
  };
}
