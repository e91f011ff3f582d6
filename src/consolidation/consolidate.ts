import type { Catalogue } from '../catalogue';
import type { Contribution, Remark } from '../contribution';
import { settleContribution } from '../contribution';
import type { Level } from '../territory';
import { aggregate } from './aggregate';
import { Answers } from './answers';
import { campaignYear, settleTerritory } from './campaign';
import { campaignRemarks, remarkUncounted } from './campaignRemarks';
import { Inquiry } from './inquiry';
import { participantsOf } from './landlords';
import type { Consolidation, IndicatorCell, PerimeterLine, ReferenceFigure } from './model';
import { outliersOf } from './outliers';
import type { Plan } from './plans';
import { plansOf } from './plans';
import { qualityCell } from './quality';
import { referenceLookup } from './referenceLookup';
import { remarkOnCell, withRemark } from './remarks';
import { settleSubmissions } from './submissions';
import { subTerritories } from './subTerritories';

/** A campaign to consolidate. */
export interface ConsolidationInput {
  /** As read; which of them count is settled here. */
  readonly contributions: readonly Contribution[];
  readonly catalogue: Catalogue;
  readonly perimeter?: readonly PerimeterLine[];
  readonly references?: readonly ReferenceFigure[];
  /** The campaign's territory where there is no perimeter file. */
  readonly territory?: string;
  /** Adds the sub-territories of these levels. */
  readonly by?: readonly Level[];
  readonly year?: number;
  /** What was said when the campaign's files were read: kept with the result. */
  readonly remarks?: readonly Remark[];
}

/**
 * Consolidates a campaign: data points are added up over respondents, indicators recomputed from the sums, never
 * averaged (spec/contribution-workbook). Throws CampaignError when its territory or year cannot be settled.
 */
export function consolidate(input: ConsolidationInput): Consolidation {
  const { catalogue } = input;
  const submitted = settleSubmissions(input.contributions);
  const territory = settleTerritory({ ...input, contributions: submitted });
  const year = input.year ?? campaignYear(submitted);
  const perimeter = input.perimeter?.map((one) => ({ ...one, territory: one.territory || territory }));
  const settled = submitted.map((one) =>
    one.status === 'accepted' ? settleContribution(one, territory, catalogue) : one,
  );
  const participants = participantsOf(settled, perimeter, year);
  const plans = plansOf(catalogue);
  const inquiry = new Inquiry(participants, perimeter !== undefined, territory, plans, catalogue);
  const known = [...(perimeter ?? []).map((one) => one.territory), ...inquiry.territories()];
  const inside = (input.by ?? []).flatMap((level) => subTerritories(inquiry.campaign, level, known));
  const territories = [...new Set([territory, ...inside])];
  const references = referenceLookup(input.references ?? [], territory);

  const contributions = withOutliers(remarkUncounted(settled, participants, year), inquiry);
  const remarks = [
    ...(input.remarks ?? []),
    ...references.remarks,
    ...campaignRemarks({
      perimeter,
      references: references.figures,
      territory,
      askedTerritory: input.territory,
      catalogue,
    }),
  ];
  const alone = perimeter === undefined && input.contributions.length === 1;
  const cells = territories.flatMap((code): IndicatorCell[] => {
    const place = inquiry.placeOf(code);
    const answers = new Answers(place, inquiry.campaign, participants, plans.questions);
    const expected = inquiry.expectedAt(code);
    const isCampaign = code === territory;
    const scene = {
      year,
      answers,
      expected,
      isCampaign,
      alone,
      reference: (name: string) => references.valueOf(name, year, code),
      union: (question: number, some: readonly number[]) => inquiry.union(question, some, place),
    };
    const ofLandlords = new Map<Plan, IndicatorCell>();
    for (const plan of plans.plans) {
      if (plan.indicator.consolidation !== 'quality') ofLandlords.set(plan, aggregate(plan, scene));
    }
    const quality = {
      year,
      answers,
      expected,
      cells: [...ofLandlords.values()],
      remarks: isCampaign ? openRemarks(contributions, remarks) : undefined,
    };
    return plans.plans.map((plan) => ofLandlords.get(plan) ?? qualityCell(plan, quality));
  });
  return {
    catalogue,
    territory,
    year,
    territories,
    contributions,
    landlords: participants.map((one) => one.landlord),
    ...(perimeter ? { perimeter } : {}),
    references: references.figures,
    cells,
    remarks,
    expectedAt: (code) => inquiry.expectedSirens(code),
    dwellingsOf: (siren, code) => inquiry.dwellingsOf(siren, code),
    answerOf: (siren, code, key) => inquiry.answerOf(siren, code, key),
  };
}

/** Adds to each contribution its figures that stand out among those of its peers. */
function withOutliers(contributions: readonly Contribution[], inquiry: Inquiry): Contribution[] {
  const result = [...contributions];
  const keyOf = (siren: string | undefined, file: string | undefined) => `${siren} ${file}`;
  const positions = new Map(result.map((one, index) => [keyOf(one.identity?.siren, one.file), index]));
  for (const one of outliersOf(inquiry)) {
    const landlord = inquiry.participants[one.participant]?.landlord;
    const at = positions.get(keyOf(landlord?.siren, landlord?.files[0])) ?? -1;
    const contribution = result[at];
    if (!contribution || !landlord) continue;
    const [source] = inquiry.answerOf(landlord.siren, inquiry.campaign.code, one.code).sources;
    const place = source ?? { file: contribution.file, sheet: '', cell: '' };
    result[at] = withRemark(contribution, remarkOnCell('warning', one.kind, one.message, place, one.code));
  }
  return result;
}

/** Remarks that someone should still look at; those on a workbook that another replaced are settled. */
function openRemarks(contributions: readonly Contribution[], remarks: readonly Remark[]): number {
  const open = contributions.filter((one) => one.status !== 'superseded');
  return open.reduce((sum, one) => sum + one.remarks.length, remarks.length);
}
