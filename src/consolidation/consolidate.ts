import type { Contribution, Remark } from '../contribution';
import { aggregate } from './aggregate';
import { amongOf } from './among';
import type { Consolidation, IndicatorCell } from './model';
import { type ConsolidationInput, type OpenCampaign, openCampaign } from './openCampaign';
import type { Plan } from './plans';
import { qualityCell } from './quality';

/**
 * Consolidates a campaign: data points are added up over respondents, indicators recomputed from the sums, never
 * averaged (spec/contribution-workbook). Throws CampaignError when its territory or year cannot be settled.
 */
export function consolidate(input: ConsolidationInput): Consolidation {
  return consolidationOf(openCampaign(input));
}

/** The consolidation of a campaign that is settled. */
export function consolidationOf(campaign: OpenCampaign): Consolidation {
  const { inquiry } = campaign;
  return {
    catalogue: campaign.catalogue,
    territory: campaign.territory,
    year: campaign.year,
    territories: campaign.territories,
    contributions: campaign.contributions,
    landlords: inquiry.participants.map((one) => one.landlord),
    ...(campaign.perimeter ? { perimeter: campaign.perimeter } : {}),
    references: campaign.references,
    ...(campaign.zonings.length > 0 ? { zonings: campaign.zonings } : {}),
    cells: campaign.territories.flatMap((code) => cellsAt(code, campaign)),
    remarks: campaign.remarks,
    expectedAt: (code) => inquiry.expectedSirens(code),
    dwellingsOf: (siren, code) => inquiry.dwellingsOf(siren, code),
    answerOf: (siren, code, key) => inquiry.answerOf(siren, code, key),
    ...amongOf(campaign),
  };
}

/** Every indicator at one territory, in catalogue order. */
function cellsAt(territory: string, campaign: OpenCampaign): IndicatorCell[] {
  const { plans } = campaign.plans;
  const scene = campaign.sceneAt(territory);
  const ofLandlords = new Map<Plan, IndicatorCell>();
  for (const plan of plans) {
    if (plan.indicator.consolidation !== 'quality') ofLandlords.set(plan, aggregate(plan, scene));
  }
  const quality = {
    year: scene.year,
    answers: scene.answers,
    expected: scene.expected,
    cells: [...ofLandlords.values()],
    remarks: scene.isCampaign ? openRemarks(campaign.contributions, campaign.remarks) : undefined,
  };
  return plans.map((plan) => ofLandlords.get(plan) ?? qualityCell(plan, quality));
}

/** Remarks that someone should still look at; those on a workbook that another replaced are settled. */
function openRemarks(contributions: readonly Contribution[], remarks: readonly Remark[]): number {
  const open = contributions.filter((one) => one.status !== 'superseded');
  return open.reduce((sum, one) => sum + one.remarks.length, remarks.length);
}
