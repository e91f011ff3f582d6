import type { Coefficient, Dimension, Indicator } from '../../../catalogue';
import type { Consolidation, IndicatorCell } from '../../../consolidation';

/** An indicator of the landlord, with what it may be compared with. */
export interface Card {
  readonly indicator: Indicator;
  readonly cell: IndicatorCell;
  /** The latest published figure for the territory, if there is one. */
  readonly benchmark?: Coefficient;
}

export interface CardGroup {
  readonly dimension: Dimension;
  readonly cards: readonly Card[];
}

export interface CardFilter {
  /** A dimension's code, `essential` for the first review, empty for all. */
  readonly dimension: string;
  readonly text: string;
  readonly computedOnly: boolean;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The indicators of a landlord by dimension; those on the quality of a whole campaign make no sense alone. */
export function cardsOf({ catalogue, cells, territory }: Consolidation): readonly CardGroup[] {
  const cards = cells.flatMap((cell): Card[] => {
    const indicator = catalogue.indicators.get(cell.code);
    if (!indicator || indicator.consolidation === 'quality' || cell.territory !== territory) return [];
    const benchmark = indicator.benchmark && benchmarkOf(catalogue, indicator.benchmark, territory);
    return [{ indicator, cell, ...(benchmark && { benchmark }) }];
  });
  return catalogue.dimensions.flatMap((dimension): CardGroup[] => {
    const own = cards.filter(({ indicator }) => indicator.dimension === dimension.code);
    return own.length > 0 ? [{ dimension, cards: own }] : [];
  });
}

/** Of the territory itself, else of France. */
function benchmarkOf(
  catalogue: Consolidation['catalogue'],
  code: string,
  territory: string,
): Coefficient | undefined {
  return catalogue.benchmark(code, territory) ?? catalogue.benchmark(code, 'FR');
}

/** The groups with the cards that a person asks for. */
export function filteredCards(groups: readonly CardGroup[], filter: CardFilter): readonly CardGroup[] {
  const words = plain(filter.text).split(/\s+/u).filter(Boolean);
  const keeps = ({ indicator, cell }: Card): boolean => {
    const { code, label } = indicator;
    const text = plain(`${code} ${label.fr} ${label.en}`);
    return (
      (filter.dimension !== 'essential' || indicator.firstReview) &&
      (!filter.computedOnly || cell.value !== null) &&
      words.every((word) => text.includes(word))
    );
  };
  const all = filter.dimension === '' || filter.dimension === 'essential';
  return groups.flatMap(({ dimension, cards }): CardGroup[] => {
    if (!all && dimension.code !== filter.dimension) return [];
    const kept = cards.filter(keeps);
    return kept.length > 0 ? [{ dimension, cards: kept }] : [];
  });
}

/** Where the marks of a bar stand, in share of its length: the value, the benchmark. */
export interface Bar {
  readonly value: number;
  readonly benchmark: number;
  /** Where zero is: 0 unless one of them is negative. */
  readonly zero: number;
}

/** A bar from zero for a value, and where the benchmark stands on the same scale; undefined without either. */
export function barOf({ cell, benchmark, indicator }: Card): Bar | undefined {
  // A benchmark in another unit would be drawn on another scale.
  if (cell.value === null || !benchmark || benchmark.unit !== indicator.unit) return undefined;
  const low = Math.min(0, cell.value, benchmark.value);
  const high = Math.max(0, cell.value, benchmark.value) * 1.15;
  const span = high - low;
  if (span === 0) return undefined;
  const at = (value: number) => (value - low) / span;
  return { value: at(cell.value), benchmark: at(benchmark.value), zero: at(0) };
}
