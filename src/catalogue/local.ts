import {
  checkUnits,
  FormulaError,
  inlineIndicators,
  leavesOf,
  parseFormula,
  parseUnit,
  type Expression,
} from '../formula';
import type { Catalogue, Indicator } from './model';
import { extrapolationOf, requireLeaf, unitOfLeaf } from './rules';
import { formulaInWords, labelsOf } from './words';

/** A user's own indicator, as written in a sheet. */
export interface LocalIndicator {
  /** `LOC-01` to `LOC-99`, with a letter if wanted: no indicator of the catalogue ever begins with LOC. */
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly formula: string;
  readonly decimals?: number;
  readonly direction?: Indicator['direction'];
  readonly definition?: string;
}

/** What is wrong with a local indicator, in French, and under which heading of its row. */
export interface LocalProblem {
  /** Place in the list given, from 0. */
  readonly index: number;
  readonly column: 'code' | 'libelle' | 'unite' | 'formule' | 'decimales';
  readonly message: string;
  /** The character of the formula that is wrong, from 1. */
  readonly character?: number;
  /** A code of the formula that the catalogue does not have: someone may know what was meant. */
  readonly unknown?: string;
}

/** Decimals that a local indicator may show. */
export const MOST_LOCAL_DECIMALS = 4;

/** The theme of local indicators; no theme of the catalogue may take it. */
export const LOCAL_THEME = 'LOC';
const codePattern = /^LOC-\d{2}[A-Z]?$/;

/** The code of a local indicator, tidied: `loc 1`, `LOC-1` → `LOC-01`; anything else as it is, in capitals. */
export function localCode(written: string): string {
  const text = written.replace(/\s+/gu, '').toUpperCase();
  const [, digits, letter] = /^LOC[-–−_]?(\d{1,2})([A-Z]?)$/.exec(text) ?? [];
  return digits === undefined ? text : `LOC-${digits.padStart(2, '0')}${letter ?? ''}`;
}

/**
 * The catalogue with a user's own indicators, verified as ours are: code, formula, data points, units, cycles. One
 * that is wrong is left out, with what to correct; the others stay.
 */
export function withLocalIndicators(
  catalogue: Catalogue,
  locals: readonly LocalIndicator[],
): { readonly catalogue: Catalogue; readonly problems: readonly LocalProblem[] } {
  const problems: LocalProblem[] = [];
  const expressions = new Map<string, Expression>();
  const written = new Map<string, { readonly index: number; readonly local: LocalIndicator }>();
  locals.forEach((local, index) => {
    const report = (column: LocalProblem['column'], message: string) => {
      problems.push({ index, column, message });
    };
    const wrongCode = codeProblem(local.code, catalogue, written);
    if (wrongCode) return report('code', wrongCode);
    if (local.label.trim() === '')
      return report('libelle', `${local.code} : écrivez ce que l’indicateur mesure.`);
    const { decimals } = local;
    if (
      decimals !== undefined &&
      !(Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_LOCAL_DECIMALS)
    )
      return report('decimales', `${local.code} : le nombre de décimales va de 0 à ${MOST_LOCAL_DECIMALS}.`);
    const wrongUnit = unitProblem(local);
    if (wrongUnit) return report('unite', wrongUnit);
    written.set(local.code, { index, local });
    try {
      expressions.set(local.code, parseFormula(local.formula));
    } catch (error) {
      problems.push(formulaProblem(error, index, local));
    }
  });
  const formulaOf = (code: string) => expressions.get(code) ?? catalogue.indicators.get(code)?.expression;
  const indicators = new Map(catalogue.indicators);
  for (const { index, local } of written.values()) {
    const expression = expressions.get(local.code);
    if (!expression) continue;
    try {
      indicators.set(local.code, indicatorOf(local, expression, formulaOf, catalogue));
    } catch (error) {
      problems.push(formulaProblem(error, index, local));
    }
  }
  if (indicators.size === catalogue.indicators.size) return { catalogue, problems };
  const theme = { code: LOCAL_THEME, label: { fr: 'Indicateurs locaux', en: 'Local indicators' } };
  const dimensions = [...catalogue.dimensions.filter((one) => one.code !== LOCAL_THEME), theme];
  return { catalogue: { ...catalogue, dimensions, indicators }, problems };
}

function codeProblem(
  code: string,
  catalogue: Catalogue,
  written: ReadonlyMap<string, unknown>,
): string | undefined {
  const remedy = 'choisissez un code de LOC-01 à LOC-99';
  if (code === '') return `Le code manque : ${remedy}.`;
  if (catalogue.indicators.has(code) && !codePattern.test(code))
    return `${code} est déjà un indicateur du catalogue : ${remedy}.`;
  if (!codePattern.test(code)) return `« ${code} » n’est pas un code d’indicateur local : ${remedy}.`;
  if (written.has(code) || catalogue.indicators.has(code))
    return `${code} est défini deux fois : gardez une ligne, ou donnez-lui un autre code.`;
  return undefined;
}

function unitProblem({ code, unit }: LocalIndicator): string | undefined {
  if (unit.trim() === '') return `${code} : l’unité manque, par exemple € ou € par logement (€/logement).`;
  try {
    parseUnit(unit);
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return `${code}, unité « ${unit} » : ${error.message}`;
    throw error;
  }
}

function formulaProblem(error: unknown, index: number, { code, formula }: LocalIndicator): LocalProblem {
  if (!(error instanceof FormulaError)) throw error;
  const unknown = error instanceof UnknownLeaf ? { unknown: error.code } : {};
  const character = error.span.start + 1;
  const near = formula.slice(error.span.start, error.span.end).trim().slice(0, 40);
  const place = near === '' ? `à la fin de la formule` : `au caractère ${character} (« ${near} »)`;
  return { index, column: 'formule', message: `${code}, ${place} : ${error.message}`, character, ...unknown };
}

/** A formula names something that the catalogue does not have. */
class UnknownLeaf extends FormulaError {
  constructor(
    cause: FormulaError,
    readonly code: string,
  ) {
    super(cause.message, cause.span, cause.text);
  }
}

function indicatorOf(
  local: LocalIndicator,
  expression: Expression,
  formulaOf: (code: string) => Expression | undefined,
  catalogue: Catalogue,
): Indicator {
  const { code, formula, unit } = local;
  const inlined = inlineIndicators(
    expression,
    (name) => (name === code ? expression : formulaOf(name)),
    formula,
  );
  const leaves = leavesOf(inlined);
  for (const leaf of leaves) {
    try {
      requireLeaf(leaf, formula, catalogue);
    } catch (error) {
      const isNew = leaf.kind === 'data' && !catalogue.dataPoints.has(leaf.code);
      throw isNew && error instanceof FormulaError ? new UnknownLeaf(error, leaf.code) : error;
    }
    if (leaf.kind === 'reference' && leaf.code.startsWith('qua_'))
      throw new FormulaError(
        'cette donnée décrit la consolidation elle-même : un indicateur local ne peut pas s’en servir.',
        leaf.span,
        formula,
      );
  }
  if (leaves.every((leaf) => leaf.kind === 'coefficient' || leaf.kind === 'reference'))
    throw new FormulaError(
      'la formule n’utilise aucune donnée de bailleur : nommez-en une, par exemple nb_lls.',
      expression.span,
      formula,
    );
  checkUnits(inlined, unit, (leaf) => unitOfLeaf(leaf, catalogue), formula);
  const words = formulaInWords(expression, labelsOf(catalogue));
  const both = (fr: string) => ({ fr, en: fr });
  return {
    code,
    dimension: LOCAL_THEME,
    label: both(local.label.trim()),
    definition: both(local.definition?.trim() || `Indicateur local : ${words}.`),
    formula,
    expression,
    inlined,
    unit,
    decimals: local.decimals ?? usualDecimals(unit),
    direction: local.direction ?? 'neutral',
    consolidation: 'recomputed',
    extrapolation: extrapolationOf(inlined, catalogue.dataPoints),
    firstReview: false,
    sentence: both(`${local.label.trim()} : {value}${unit === '%' ? '' : ` ${unit}`}.`),
    references: ['Indicateur local, défini dans un classeur de la campagne'],
    confidence: 'local',
    examples: [],
  };
}

/** Shares show a decimal, amounts of whole things none, quotients two. */
function usualDecimals(unit: string): number {
  if (unit === '%') return 1;
  return unit.includes('/') ? 2 : 0;
}
