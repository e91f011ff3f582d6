import type { Coefficient, Indicator } from '../../../catalogue';
import type { CellExplanation, Consolidation, IndicatorCell } from '../../../consolidation';
import type { Source } from '../../../contribution';
import type { Explanation, Locale } from '../../../formula';
import type { Engine } from '../../engine';

/** A line of the explanation, with what it is made of. */
export interface StoryNode {
  readonly label: string;
  readonly text: string;
  readonly children: readonly StoryNode[];
  /** The cells it was read from. */
  readonly sources: readonly Source[];
  /** The question to answer, when it comes from the questionnaire. */
  readonly question?: string;
  /** That question has no answer yet, or one that cannot be read; ND and SO are answers. */
  readonly open: boolean;
  readonly coefficient?: Coefficient;
  /** Other published values of the same coefficient: never added to it, shown for comparison. */
  readonly alternatives: readonly Coefficient[];
}

/** How an indicator of the landlord was computed, down to its cells. */
export interface IndicatorStory {
  readonly indicator: Indicator;
  readonly cell: IndicatorCell;
  readonly tree: StoryNode;
  readonly benchmark?: Coefficient;
}

export function indicatorStory(
  code: string,
  consolidation: Consolidation,
  engine: Engine,
  locale: Locale,
): IndicatorStory | undefined {
  const { territory, catalogue } = consolidation;
  const indicator = catalogue.indicators.get(code);
  const cell = consolidation.cells.find((one) => one.code === code && one.territory === territory);
  const explained = cell && engine.explainCell(consolidation, cell, locale);
  if (!indicator || !cell || !explained) return undefined;
  const leaves = new Map(engine.leavesOf(indicator.inlined).map((leaf) => [engine.leafKey(leaf), leaf]));
  const answered = answeredCodes(consolidation, engine);
  const sources = sourcesByKey(explained, consolidation, [...leaves.keys()]);
  const node = ({ label, text, leaf: key, children }: Explanation): StoryNode => {
    const leaf = key === undefined ? undefined : leaves.get(key);
    const coefficient = leaf?.kind === 'coefficient' ? catalogue.coefficient(leaf.code) : undefined;
    const question = leaf && questionOf(leaf, engine);
    return {
      label,
      text,
      children: children.map(node),
      sources: (key === undefined ? undefined : sources.get(key)) ?? [],
      ...(question !== undefined && { question }),
      open: question !== undefined && !answered.has(question),
      ...(coefficient && { coefficient }),
      alternatives: coefficient
        ? catalogue.coefficients.filter((one) => one.code === coefficient.code && one.set !== coefficient.set)
        : [],
    };
  };
  const benchmark =
    indicator.benchmark &&
    (catalogue.benchmark(indicator.benchmark, territory) ?? catalogue.benchmark(indicator.benchmark, 'FR'));
  return { indicator, cell, tree: node(explained.explanation), ...(benchmark && { benchmark }) };
}

type Leaf = ReturnType<Engine['leavesOf']>[number];

/** The question of the questionnaire that a leaf of a formula is answered by. */
function questionOf(leaf: Leaf, { catalogue, tableNames }: Engine): string | undefined {
  if (leaf.kind === 'rows') return leaf.table === 'loyers' ? tableNames.rents : tableNames.works;
  const code = leaf.kind === 'distinct' ? leaf.list : leaf.kind === 'data' ? leaf.code : '';
  const kind = catalogue.dataPoints.get(code)?.kind;
  return kind === 'sum' || kind === 'set' ? code : undefined;
}

/** The questions that have an answer: a figure, ND or SO, or rows of their own. */
function answeredCodes(
  { contributions, year: asked }: Consolidation,
  { rowTables }: Engine,
): ReadonlySet<string> {
  const ofTheYear = ({ year }: { readonly year: number }) => year === asked;
  return new Set(
    contributions.flatMap(({ facts, members, rows }) => [
      ...facts
        .filter((one) => ofTheYear(one) && one.answer.kind !== 'blank' && one.answer.kind !== 'refused')
        .map(({ code }) => code),
      ...members.filter(ofTheYear).map(({ list }) => list),
      ...rows.filter(ofTheYear).map(({ table }) => rowTables[table].table),
    ]),
  );
}

/** The cells behind each input, answered in full or not. */
function sourcesByKey(
  { contributors }: CellExplanation,
  consolidation: Consolidation,
  keys: readonly string[],
): ReadonlyMap<string, readonly Source[]> {
  const inputs = contributors.flatMap((one) => one.inputs);
  if (inputs.length > 0) return new Map(inputs.map((one) => [one.key, one.sources]));
  // The landlord did not answer everything: what it did answer still has its cells.
  const [landlord] = consolidation.landlords;
  if (!landlord) return new Map();
  const { territory } = consolidation;
  return new Map(
    keys
      .filter((key) => !key.startsWith('coef.') && !key.startsWith('ref.'))
      .map((key) => [key, consolidation.answerOf(landlord.siren, territory, key).sources]),
  );
}
