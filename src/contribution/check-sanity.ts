import type { Catalogue, Indicator } from '../catalogue';
import type { Failures } from './check-figures';
import type { FigureIndex, FigurePlace } from './figures';
import { same, showNumber } from './numbers';
import { type Computable, type Operands, computable, operandsAt } from './operands';
import { cellNames } from './reading';
import type { RemarkList } from './remarks';
import { levelOf } from '../territory';

interface RangedIndicator extends Computable {
  readonly indicator: Indicator;
  readonly low: number;
  readonly high: number;
}

const prepared = new WeakMap<Catalogue, readonly RangedIndicator[]>();

/**
 * Computes the indicators a landlord can answer alone, and warns of those out of their plausible range: most
 * often a unit slip (k€ for €). The catalogue's range of a quantity is a national one, so only its high end
 * counts for one landlord; a ratio has both. Not done below the EPCI: a commune may hold ten dwellings.
 */
export function checkSanity(
  index: FigureIndex,
  catalogue: Catalogue,
  failures: Failures,
  remarks: RemarkList,
): void {
  let indicators = prepared.get(catalogue);
  if (!indicators) prepared.set(catalogue, (indicators = prepare(catalogue)));
  for (const place of index.places) {
    if (['COM', 'ZONE'].includes(levelOf(place.territory) ?? '')) continue;
    for (const ranged of indicators) {
      if (explained(ranged, failures.get(place))) continue;
      const operands = operandsAt(ranged, place, index, catalogue);
      const message = operands && outOfRange(ranged, operands, place);
      const source = operands?.sources[0];
      if (message && source) remarks.warning('implausible', message, source, ranged.indicator.code);
    }
  }
}

function prepare(catalogue: Catalogue): readonly RangedIndicator[] {
  return [...catalogue.indicators.values()].flatMap((indicator) => {
    const ready = indicator.sanity && computable(indicator.inlined);
    return ready && indicator.sanity ? [{ ...ready, indicator, ...indicator.sanity }] : [];
  });
}

/** A check between the same figures has failed already: one remark is enough. */
function explained({ codes }: RangedIndicator, failed: readonly ReadonlySet<string>[] = []): boolean {
  return failed.some((figures) => codes.every((code) => figures.has(code)));
}

function outOfRange(
  ranged: RangedIndicator,
  { values, sources }: Operands,
  place: FigurePlace,
): string | undefined {
  const { indicator, low, high } = ranged;
  const value = ranged.compute(values);
  if (!Number.isFinite(value)) return undefined;
  const lowest = isRatio(ranged, values, value) ? low : -Infinity;
  const within = (one: number) =>
    one >= lowest - Math.abs(lowest) * 1e-9 && one <= high + Math.abs(high) * 1e-9;
  if (within(value)) return undefined;
  const show = (one: number) =>
    indicator.unit === '%'
      ? `${showNumber(Number((one * 100).toFixed(2)))} %`
      : showNumber(Number(one.toPrecision(6)));
  const range = lowest === -Infinity ? `au plus ${show(high)}` : `entre ${show(low)} et ${show(high)}`;
  const unit = indicator.unit === '%' ? '' : ` ${indicator.unit}`;
  const slip = lowest > -Infinity && low > 0 && (within(value * 1000) || within(value / 1000));
  const hint = slip ? ' Un montant est peut-être en milliers (k€, MWh) au lieu de l’unité demandée.' : '';
  return `« ${indicator.label.fr} » (${indicator.code}) vaudrait ${show(value)}${unit} (${place.year}, ${place.territory}), alors qu’on attend ${range} : vérifiez les données ${cellNames(sources)}.${hint}`;
}

/** A ratio does not change when every figure doubles; a quantity does. */
function isRatio({ compute, leaves }: RangedIndicator, values: readonly number[], value: number): boolean {
  const doubled = values.map((one, position) => (leaves[position]?.kind === 'coefficient' ? one : one * 2));
  return same(compute(doubled), value, 1e-9);
}
