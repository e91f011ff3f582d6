import type { PerimeterLine } from '../consolidation';
import { DEFAULT_COEFFICIENTS } from './format';
import type { Campaign, CampaignSettings } from './model';
import { followUpOf } from './read-follow-up';

/** A campaign that begins: everyone of the perimeter is awaited. */
export function newCampaign(
  settings: Omit<CampaignSettings, 'coefficientSet' | 'union'> & { readonly union?: string },
  perimeter: readonly PerimeterLine[],
): Campaign {
  const placed = perimeter.map((one) => ({ ...one, territory: one.territory || settings.territory }));
  return {
    settings: { ...settings, union: settings.union ?? '', coefficientSet: DEFAULT_COEFFICIENTS },
    perimeter: placed,
    followUp: followUpOf(placed, []),
    journal: [],
  };
}
