import type { Catalogue } from '../catalogue';
import { CampaignError, consolidate, type IndicatorCell, type ReferenceFigure } from '../consolidation';
import type { Contribution } from '../contribution';
import { applyAdjustments } from './adjustments';
import type { Campaign } from './model';

/** An indicator of the campaign's territory that a new version changes. */
export interface Effect {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  /** Null: no value. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface EffectOptions {
  readonly catalogue: Catalogue;
  readonly references?: readonly ReferenceFigure[];
}

/**
 * What taking a version would do to the region: the campaign consolidated with one set of contributions, then with
 * the other, its adjustments applied to both. Figures that differ by rounding alone (1e-12) are equal.
 */
export function effectsOf(
  before: readonly Contribution[],
  after: readonly Contribution[],
  campaign: Campaign,
  options: EffectOptions,
): Effect[] {
  const [old, now] = [before, after].map((some) => cellsOf(some, campaign, options));
  return [...(now ?? [])].flatMap(([code, cell]): Effect[] => {
    const from = old?.get(code)?.value ?? null;
    const indicator = options.catalogue.indicators.get(code);
    if (!indicator || same(from, cell.value)) return [];
    const { label, decimals } = indicator;
    return [{ code, label: label.fr, unit: cell.unit, decimals, before: from, after: cell.value }];
  });
}

function cellsOf(
  contributions: readonly Contribution[],
  campaign: Campaign,
  { catalogue, references }: EffectOptions,
): Map<string, IndicatorCell> {
  const { settings, perimeter } = campaign;
  const adjusted = applyAdjustments(contributions, campaign, catalogue);
  try {
    const { cells } = consolidate({
      contributions: adjusted.contributions,
      catalogue,
      ...(perimeter.length > 0 ? { perimeter } : { territory: settings.territory }),
      year: settings.year,
      ...(references ? { references } : {}),
    });
    // What tells of the consolidation itself (remarks, coverage) is not a figure of the region.
    const ofLandlords = cells.filter(
      ({ code }) => catalogue.indicators.get(code)?.consolidation !== 'quality',
    );
    return new Map(ofLandlords.map((cell) => [cell.code, cell]));
  } catch (error) {
    if (error instanceof CampaignError) return new Map();
    throw error;
  }
}

function same(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}
