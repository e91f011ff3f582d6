import { consolidationOf } from '../consolidate';
import type { IndicatorCell } from '../model';
import { type ConsolidationInput, type OpenCampaign, openCampaign } from '../openCampaign';
import { adjustedFiguresOf } from './adjusted';
import { audit } from './audit/audit';
import { PRIMES } from './audit/field';
import type { EarlierEdition } from './earlier/read';
import { editionOf } from './earlier/standings';
import { Figures, Unknowns } from './figures';
import type { Publication, PublishedCell } from './model';
import { type Standing, standingOf, standingOfZero } from './standing';
import { type Edition, systemOf } from './system';

/**
 * Consolidates a campaign and settles what of it may be published (spec/contribution-workbook, “Publication”):
 * gates on non-response, extrapolation, confidentiality in two steps. Throws CampaignError as consolidate does.
 * @param previous what earlier editions published; those of another year have nothing to do with this one
 */
export function publish(input: ConsolidationInput, previous: readonly EarlierEdition[] = []): Publication {
  const campaign = openCampaign(input);
  const consolidation = consolidationOf(campaign);
  const unknowns = new Unknowns();
  const figures = new Figures(campaign.inquiry, campaign.catalogue, unknowns);
  const standings = standingsOf(consolidation.cells, campaign, figures);
  const cells = [...standings.values()];
  const editions: Edition[] = [
    { standings: cells, figures, catalogue: campaign.catalogue, earlier: false },
    ...previous
      .filter((one) => one.year === campaign.year)
      .map((one) => editionOf(one, { ...input, catalogue: campaign.catalogue }, unknowns)),
  ];
  const withheld = (status: string) => status === 'masked' || status === 'insufficient';
  const published = new Set(
    editions.flatMap((one) => one.standings).flatMap(({ cell }, at) => (withheld(cell.status) ? [] : [at])),
  );
  // The second prime has the last word: a matrix that loses rank modulo both is out of all likelihood.
  const outcomes = PRIMES.map((prime) => audit(systemOf(editions, unknowns, prime), published));
  const secondary = new Set(outcomes.flatMap((one) => one.masked.map((at) => cells[at]?.cell)));
  const adjustedIn = adjustedFiguresOf(consolidation);
  const left = consolidation.cells.map((cell): PublishedCell => {
    const adjusted = adjustedIn(cell).length;
    const standing = standings.get(cell)?.cell;
    if (!standing) {
      return { ...cell, adjusted, status: cell.status === 'computed' ? 'published' : cell.status };
    }
    const shown = { ...standing, adjusted };
    return secondary.has(standing) ? { ...shown, status: 'masked', reason: 'secondary' } : shown;
  });
  const inPublished = consolidation.cells.flatMap((cell, at) =>
    left[at]?.status === 'published' ? adjustedIn(cell) : [],
  );
  return {
    consolidation,
    adjusted: new Set(inPublished).size,
    cells: left.map((cell) => countMasked(cell, left, campaign)),
    exposedBefore: outcomes.some((one) => one.exposedBefore),
  };
}

/** The cells about publication itself, which only it can tell. */
function countMasked(
  cell: PublishedCell,
  cells: readonly PublishedCell[],
  campaign: OpenCampaign,
): PublishedCell {
  const plan = campaign.plans.plans.find((one) => one.indicator.code === cell.code);
  if (cell.reason !== 'publication_only' || !plan) return cell;
  const masked = cells.filter((one) => one.territory === cell.territory && one.status === 'masked');
  const secondary = masked.filter((one) => one.reason === 'secondary').length;
  const figures: Readonly<Record<string, number>> = {
    qua_masques_primaires: masked.length - secondary,
    qua_masques_secondaires: secondary,
  };
  const values = plan.slots.map((slot) =>
    slot.kind === 'reference' ? (figures[slot.code] ?? Number.NaN) : Number.NaN,
  );
  const value = plan.evaluate(values);
  return Number.isFinite(value) ? { ...cell, value, status: 'published', reason: null } : cell;
}

/** Every cell that tells something of landlords, after the gates and the first step. */
function standingsOf(
  cells: readonly IndicatorCell[],
  campaign: OpenCampaign,
  figures: Figures,
): Map<IndicatorCell, Standing> {
  const standings = new Map<IndicatorCell, Standing>();
  const planOf = new Map(campaign.plans.plans.map((plan) => [plan.indicator.code, plan]));
  const unitOf = (participant: number) => figures.unitOf(participant);
  for (const territory of campaign.territories) {
    const scene = campaign.sceneAt(territory);
    for (const cell of cells) {
      const plan = planOf.get(cell.code);
      if (cell.territory !== territory || !plan || plan.indicator.consolidation === 'quality') continue;
      if (cell.reason === 'zero_denominator') {
        standings.set(cell, standingOfZero(cell, plan, scene, unitOf));
      } else if (cell.status === 'computed') {
        standings.set(cell, standingOf(cell, plan, scene, campaign.catalogue, unitOf));
      }
    }
  }
  return standings;
}
