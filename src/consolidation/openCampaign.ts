import type { Catalogue } from '../catalogue';
import type { Contribution, LocalDefinition, Remark } from '../contribution';
import { settleContribution } from '../contribution';
import { type Zoning, Zonings } from '../territory';
import { Answers } from './answers';
import { campaignYear, settleTerritory } from './campaign';
import { campaignRemarks, remarkUncounted } from './campaignRemarks';
import { Inquiry } from './inquiry';
import { participantsOf } from './landlords';
import { settleLocals, withheldLocals } from './localIndicators';
import type { PerimeterLine, ReferenceFigure } from './model';
import { outliersOf } from './outliers';
import { type Plans, plansOf } from './plans';
import { referenceLookup } from './referenceLookup';
import { remarkOnCell, withRemark } from './remarks';
import type { Scene } from './scene';
import { settleSubmissions } from './submissions';
import { groupingOf } from './subTerritories';
import { withTidyZones, zoningRemarks } from './zones';

/** A campaign to consolidate. */
export interface ConsolidationInput {
  /** As read; which of them count is settled here. */
  readonly contributions: readonly Contribution[];
  readonly catalogue: Catalogue;
  readonly perimeter?: readonly PerimeterLine[];
  readonly references?: readonly ReferenceFigure[];
  /** The campaign's territory where there is no perimeter file. */
  readonly territory?: string;
  /** Adds the territories of these levels (`DEP`) and the zones of these tables (`abc`). */
  readonly by?: readonly string[];
  /** The zoning tables of the campaign: they fill zones from the figures of communes. */
  readonly zonings?: readonly Zoning[];
  /** Indicators that the campaign defines for all; those of contributions are added to them. */
  readonly localIndicators?: readonly LocalDefinition[];
  readonly year?: number;
  /** Leaves out the cross-checks and the search for outliers: they give remarks and never change a figure. */
  readonly unchecked?: true;
  /** What was said when the campaign's files were read: kept with the result. */
  readonly remarks?: readonly Remark[];
}

/** A campaign whose submissions, territory and year are settled: ready to answer for any territory. */
export interface OpenCampaign {
  readonly catalogue: Catalogue;
  readonly territory: string;
  readonly year: number;
  /** The campaign's first, then those of the levels asked. */
  readonly territories: readonly string[];
  /** As settled, with what their comparison showed. */
  readonly contributions: readonly Contribution[];
  readonly perimeter?: readonly PerimeterLine[];
  readonly references: readonly ReferenceFigure[];
  readonly zonings: readonly Zoning[];
  readonly remarks: readonly Remark[];
  readonly inquiry: Inquiry;
  readonly plans: Plans;
  /** All questions answered at a territory: to be used and dropped before the next. */
  sceneAt(territory: string): Scene;
}

/** Settles what a campaign rests on. Throws CampaignError when its territory or year cannot be settled. */
export function openCampaign(input: ConsolidationInput): OpenCampaign {
  const submitted = settleSubmissions(input.contributions);
  const territory = settleTerritory({ ...input, contributions: submitted });
  const year = input.year ?? campaignYear(submitted);
  const zonings = new Zonings(input.zonings ?? []);
  const perimeter = input.perimeter?.map((one) => ({
    ...one,
    territory: zonings.tidy(one.territory || territory),
  }));
  const settled = submitted.map((one) =>
    one.status === 'accepted'
      ? withTidyZones(settleContribution(one, territory, input.catalogue, !input.unchecked), zonings)
      : one,
  );
  const participants = participantsOf(settled, perimeter, year);
  const alone = perimeter === undefined && input.contributions.length === 1;
  const locals = settleLocals(settled, input.localIndicators ?? [], input.catalogue);
  const inquiryWith = (catalogue: Catalogue) =>
    new Inquiry(participants, perimeter !== undefined, territory, plansOf(catalogue), catalogue, zonings);
  const first = inquiryWith(locals.catalogue);
  const checked = alone
    ? { catalogue: locals.catalogue, remarks: [] }
    : withheldLocals(first, locals.catalogue);
  const { catalogue } = checked;
  const inquiry = catalogue === locals.catalogue ? first : inquiryWith(catalogue);
  const { plans } = inquiry;
  const known = [...(perimeter ?? []).map((one) => one.territory), ...inquiry.territories()];
  const inside = (input.by ?? []).flatMap((one) => groupingOf(inquiry.campaign, one, known, zonings));
  const territories = [...new Set([territory, ...inside])];
  const references = referenceLookup(input.references ?? [], territory, { zonings, catalogue });

  const counted = remarkUncounted(settled, participants, year);
  const contributions = input.unchecked ? counted : withOutliers(counted, inquiry);
  const remarks = [
    ...(input.remarks ?? []),
    ...references.remarks,
    ...locals.remarks,
    ...checked.remarks,
    ...zoningRemarks(input.by ?? [], zonings, inquiry),
    ...campaignRemarks({
      perimeter,
      references: references.figures,
      territory,
      askedTerritory: input.territory,
      catalogue,
    }),
  ];
  const sceneAt = (code: string): Scene => {
    const place = inquiry.placeOf(code);
    return {
      year,
      answers: new Answers(place, inquiry.campaign, participants, plans.questions),
      expected: inquiry.expectedAt(code),
      isCampaign: code === territory,
      alone,
      reference: (name) => references.valueOf(name, year, code),
      union: (question, some) => inquiry.union(question, some, place),
    };
  };
  return {
    catalogue,
    territory,
    year,
    territories,
    contributions,
    ...(perimeter ? { perimeter } : {}),
    references: references.figures,
    zonings: zonings.all,
    remarks,
    inquiry,
    plans,
    sceneAt,
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
