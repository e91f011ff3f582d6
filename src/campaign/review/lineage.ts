import { formulaInWords, labelsOf } from '../../catalogue';
import { type Consolidation, explainCell } from '../../consolidation';
import { type Explanation, leafKey, leavesOf, type Locale } from '../../formula';
import { figuresIn } from './figures';
import type { Lineage, LineageInput } from './model';

/**
 * An indicator at a territory, from its formula with the numbers put in down to the cell of every landlord and its
 * comment. Undefined for an indicator that the consolidation does not have there.
 */
export function lineageOf(
  consolidation: Consolidation,
  code: string,
  territory: string,
  locale: Locale,
): Lineage | undefined {
  const { catalogue, landlords } = consolidation;
  const cell = consolidation.cells.find((one) => one.code === code && one.territory === territory);
  const indicator = catalogue.indicators.get(code);
  const told = cell && explainCell(consolidation, cell, locale);
  if (!cell || !indicator || !told) return undefined;
  const figureAt = figuresIn(consolidation.contributions, catalogue);
  const labels = labelsOf(catalogue);
  const leaves = new Map(leavesOf(indicator.inlined).map((leaf) => [leafKey(leaf), leaf]));
  const inputOf = ({
    key,
    state,
    value,
    sources,
  }: (typeof told.contributors)[number]['inputs'][number]): LineageInput => {
    const leaf = leaves.get(key);
    return {
      key,
      label: leaf ? formulaInWords(leaf, labels) : key,
      unit: (leaf?.kind === 'data' ? catalogue.dataPoints.get(leaf.code)?.unit : undefined) ?? '',
      state,
      value,
      cells: sources.map((source) => {
        const figure = figureAt(source);
        return { ...source, ...(figure ? { figure } : {}) };
      }),
    };
  };
  const known = new Set([...cell.respondentSirens, ...cell.notApplicableSirens]);
  const names = new Map(landlords.map((one) => [one.siren, one.name]));
  return {
    code,
    label: indicator.label[locale],
    territory,
    unit: cell.unit,
    decimals: indicator.decimals,
    value: cell.value,
    status: cell.status,
    reason: cell.reason,
    respondents: cell.respondents,
    expected: cell.expected,
    coverage: cell.coverage,
    formula: formulaInWords(indicator.expression, labels),
    lines: linesOf(told.explanation),
    constants: told.constants,
    landlords: told.contributors.map(({ siren, name, inputs }) => ({
      siren,
      name,
      inputs: inputs.map(inputOf),
    })),
    silent: consolidation
      .expectedAt(territory)
      .filter((siren) => !known.has(siren))
      .map((siren) => ({ siren, name: names.get(siren) ?? siren })),
  };
}

/** The whole first, then what it is made of: each line once. */
function linesOf(explanation: Explanation): readonly string[] {
  return [...new Set([explanation.text, ...explanation.children.flatMap(linesOf)])];
}
