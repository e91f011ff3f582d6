import type { Source } from '../contribution';
import { explain, leafKey, leavesOf, type Explanation, type Leaf, type Locale } from '../formula';
import { isLandlordLeaf } from './leaves';
import type { Consolidation, IndicatorCell, LeafAnswer } from './model';

/** What one landlord brought to a cell, input by input, down to the cells of its workbook. */
export interface Contributor {
  readonly siren: string;
  readonly name: string;
  readonly inputs: readonly (LeafAnswer & { readonly key: string })[];
}

/** Where a constant of the formula comes from: a coefficient of the catalogue, a reference of the campaign. */
export interface Constant {
  readonly key: string;
  readonly value: number;
  readonly year: number;
  readonly source: string;
}

/** A cell that explains itself: the formula with the numbers put in, who answered, and every source. */
export interface CellExplanation {
  readonly explanation: Explanation;
  readonly contributors: readonly Contributor[];
  readonly constants: readonly Constant[];
}

/** What of a consolidation is needed to explain its cells. */
export type Explained = Pick<Consolidation, 'catalogue' | 'landlords' | 'references' | 'answerOf'>;

/** Explains one indicator at one territory. Sources are looked up on demand: ask for one cell at a time. */
export function explainCell(
  consolidation: Explained,
  cell: IndicatorCell,
  locale: Locale,
): CellExplanation | undefined {
  const indicator = consolidation.catalogue.indicators.get(cell.code);
  if (!indicator) return undefined;
  const leaves = leavesOf(indicator.inlined);
  const inputs = new Map(cell.inputs.map((one) => [one.key, one.value]));
  // What nobody answered has no sum to show, even where adding up nothing gives zero.
  const answered = (leaf: Leaf) => cell.respondents > 0 || !isLandlordLeaf(leaf);
  const explanation = explain(indicator.inlined, {
    labelOf: (leaf) => labelOf(consolidation, leaf, locale),
    unitOf: (leaf) => unitOf(consolidation, leaf),
    valueOf: (leaf) => (answered(leaf) ? inputs.get(leafKey(leaf)) : undefined),
    unit: indicator.unit,
    decimals: indicator.decimals,
    locale,
  });
  const names = new Map(consolidation.landlords.map((one) => [one.siren, one.name]));
  const keys = leaves.filter(isLandlordLeaf).map(leafKey);
  const contributors = cell.respondentSirens.map((siren) => ({
    siren,
    name: names.get(siren) ?? siren,
    inputs: keys.map((key) => ({ key, ...consolidation.answerOf(siren, cell.territory, key) })),
  }));
  const constants = leaves.flatMap((leaf) => constantOf(consolidation, cell, leaf));
  return { explanation, contributors, constants };
}

/** Every cell of a contributor, once: what to open to check it. */
export function sourcesOf(contributor: Contributor): Source[] {
  const byPlace = new Map<string, Source>();
  for (const { sources } of contributor.inputs) {
    for (const one of sources) byPlace.set(`${one.file}\n${one.sheet}\n${one.cell}`, one);
  }
  return [...byPlace.values()];
}

function labelOf({ catalogue }: Explained, leaf: Leaf, locale: Locale): string {
  switch (leaf.kind) {
    case 'rows':
      // Left to the explanation, which spells the sum out.
      return '';
    case 'distinct':
      return catalogue.dataPoints.get(leaf.list)?.label[locale] ?? leaf.list;
    case 'coefficient':
      return catalogue.coefficient(leaf.code)?.label[locale] ?? leaf.code;
    default:
      return catalogue.dataPoints.get(leaf.code)?.label[locale] ?? leaf.code;
  }
}

function unitOf({ catalogue }: Explained, leaf: Leaf): string | undefined {
  if (leaf.kind === 'rows') return undefined;
  if (leaf.kind === 'distinct') return catalogue.dataPoints.get(leaf.list)?.unit;
  if (leaf.kind === 'coefficient') return catalogue.coefficient(leaf.code)?.unit;
  return catalogue.dataPoints.get(leaf.code)?.unit;
}

function constantOf(consolidation: Explained, cell: IndicatorCell, leaf: Leaf): Constant[] {
  if (leaf.kind === 'coefficient') {
    const one = consolidation.catalogue.coefficient(leaf.code);
    return one ? [{ key: leafKey(leaf), value: one.value, year: one.year, source: one.source }] : [];
  }
  if (leaf.kind !== 'reference') return [];
  const one = consolidation.references.find(
    (some) => some.code === leaf.code && some.year === cell.year && some.territory === cell.territory,
  );
  return one ? [{ key: leafKey(leaf), value: one.value, year: one.year, source: one.source }] : [];
}
