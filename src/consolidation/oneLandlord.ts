import type { Catalogue } from '../catalogue';
import { settleContribution, type Contribution } from '../contribution';
import type { Locale } from '../formula';
import { isInside, levelOf } from '../territory';
import { aggregate } from './aggregate';
import { Answers } from './answers';
import { campaignTerritory } from './campaign';
import { explainCell, type CellExplanation } from './explainCell';
import { Inquiry } from './inquiry';
import { catalogueOfOne } from './localIndicators';
import { participantsOf } from './landlords';
import type { IndicatorCell, LeafAnswer, ReferenceFigure } from './model';
import { plansOf, type Plans } from './plans';
import { referenceLookup } from './referenceLookup';

/** One landlord's indicators, at any territory, computed when asked for. */
export interface OneLandlord {
  readonly year: number;
  /** What a blank territory stands for. */
  readonly campaign: string;
  /** The catalogue, with the landlord's own indicators. */
  readonly catalogue: Catalogue;
  /** As settled: blank territories placed, duplicates decided, with the remarks of settling. */
  readonly contribution: Contribution;
  /** Undefined for an unknown code, and for an indicator about the consolidation itself. */
  cell(code: string, territory: string): IndicatorCell | undefined;
  /** What the landlord answers to a leaf (by `leafKey`) there, with its source cells. */
  answerOf(territory: string, key: string): LeafAnswer;
  /** The reference figure of a code (without `ref.`) there; undefined when it is not given. */
  reference(code: string, territory: string): number | undefined;
  explain(cell: IndicatorCell, locale: Locale): CellExplanation | undefined;
}

export interface OneLandlordOptions {
  readonly catalogue: Catalogue;
  readonly year: number;
  /** See campaignOfOne. */
  readonly campaign: string;
  readonly references?: readonly ReferenceFigure[];
}

/**
 * What a blank territory stands for when a landlord alone is asked about a territory: that territory if it
 * contains all others the landlord names; else what contains all those (campaignTerritory).
 */
export function campaignOfOne(contribution: Contribution, asked: string | undefined): string {
  const named = new Set<string>();
  const { facts, rows, members } = contribution;
  for (const list of [facts, rows, members]) for (const one of list) named.add(one.territory);
  const covered = (code: string) =>
    code === '' || code === asked || levelOf(code) === 'ZONE' || isInside(code, asked ?? '');
  if (asked !== undefined && levelOf(asked) !== 'ZONE' && [...named].every(covered)) return asked;
  return campaignTerritory({ contributions: [contribution] }) ?? 'FR';
}

/** Settles one landlord's answers and readies every indicator; values equal those of `consolidate` for it alone. */
export function oneLandlord(contribution: Contribution, options: OneLandlordOptions): OneLandlord {
  const { year, campaign } = options;
  const catalogue = catalogueOfOne(contribution, options.catalogue);
  const settled = settleContribution(contribution, campaign, catalogue);
  const plans = plansFor(catalogue);
  const participants = participantsOf([settled], undefined, year);
  const inquiry = new Inquiry(participants, false, campaign, plans, catalogue);
  const references = referenceLookup(options.references ?? [], campaign);
  const landlords = participants.map((one) => one.landlord);
  const siren = landlords[0]?.siren ?? '';
  const planOf = new Map(plans.plans.map((plan) => [plan.indicator.code, plan]));
  const answers = new Map<string, Answers>();
  const cells = new Map<string, IndicatorCell>();

  const answersAt = (territory: string): Answers => {
    let known = answers.get(territory);
    if (!known) {
      known = new Answers(inquiry.placeOf(territory), inquiry.campaign, participants, plans.questions);
      answers.set(territory, known);
    }
    return known;
  };
  const reference = (name: string, territory: string) => references.valueOf(name, year, territory);
  const compute = (code: string, territory: string): IndicatorCell | undefined => {
    const plan = planOf.get(code);
    if (!plan || plan.indicator.consolidation === 'quality') return undefined;
    return aggregate(plan, {
      year,
      answers: answersAt(territory),
      expected: inquiry.expectedAt(territory),
      isCampaign: territory === campaign,
      alone: true,
      reference: (name) => reference(name, territory),
      union: (question, some) => inquiry.union(question, some, inquiry.placeOf(territory)),
    });
  };
  const answerOf = (territory: string, key: string) => inquiry.answerOf(siren, territory, key);
  return {
    year,
    campaign,
    catalogue,
    contribution: settled,
    cell(code, territory) {
      const key = `${code} ${territory}`;
      const known = cells.get(key) ?? compute(code, territory);
      if (known) cells.set(key, known);
      return known;
    },
    answerOf,
    reference,
    explain: (cell, locale) =>
      explainCell(
        {
          catalogue,
          landlords,
          references: references.figures,
          answerOf: (_, territory, key) => answerOf(territory, key),
        },
        cell,
        locale,
      ),
  };
}

const plansByCatalogue = new WeakMap<Catalogue, Plans>();

/** Making ready every indicator of the catalogue is worth doing once. */
function plansFor(catalogue: Catalogue): Plans {
  const known = plansByCatalogue.get(catalogue) ?? plansOf(catalogue);
  plansByCatalogue.set(catalogue, known);
  return known;
}
