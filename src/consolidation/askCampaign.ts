import type { Catalogue } from '../catalogue';
import { aggregate } from './aggregate';
import type { IndicatorCell } from './model';
import { type ConsolidationInput, openCampaign } from './openCampaign';
import type { Scene } from './scene';

/** A campaign whose indicators are computed when asked for, one at a time. */
export interface AskedCampaign {
  readonly territory: string;
  readonly year: number;
  /** The catalogue, with the local indicators of the campaign. */
  readonly catalogue: Catalogue;
  /** Undefined for an unknown code, and for an indicator about the consolidation itself. */
  cell(code: string, territory: string): IndicatorCell | undefined;
  /** The reference figure of a code (without `ref.`) there; undefined when it is not given. */
  reference(code: string, territory: string): number | undefined;
}

/**
 * Settles a campaign and computes its cells on demand; each equals that of `consolidate` on the same input. For
 * cells of a workbook, which ask for a few indicators and not for all. Throws CampaignError as consolidate does.
 */
export function askCampaign(input: ConsolidationInput): AskedCampaign {
  const campaign = openCampaign(input);
  const planOf = new Map(campaign.plans.plans.map((plan) => [plan.indicator.code, plan]));
  const scenes = new Map<string, Scene>();
  const sceneAt = (territory: string): Scene => {
    const scene = scenes.get(territory) ?? campaign.sceneAt(territory);
    scenes.set(territory, scene);
    return scene;
  };
  return {
    territory: campaign.territory,
    year: campaign.year,
    catalogue: campaign.catalogue,
    cell(code, territory) {
      const plan = planOf.get(code);
      if (!plan || plan.indicator.consolidation === 'quality') return undefined;
      return aggregate(plan, sceneAt(territory));
    },
    reference: (code, territory) => sceneAt(territory).reference(code),
  };
}
