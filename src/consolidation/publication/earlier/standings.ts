import type { Catalogue, Indicator } from '../../../catalogue';
import { parseFormula } from '../../../formula';
import { aggregate } from '../../aggregate';
import { type ConsolidationInput, type OpenCampaign, openCampaign } from '../../openCampaign';
import { type Scene, turnoutOf } from '../../scene';
import { Figures, type Unknowns } from '../figures';
import { type Standing, weighedOf } from '../standing';
import type { Edition } from '../system';
import { type EarlierCell, type EarlierEdition, NotAnEdition } from './read';

/**
 * What an earlier edition published, over the figures it rested on: its campaign is opened again from them.
 * @param input the campaign of this edition, for what the workbook does not hold: zonings, references, coefficients
 */
export function editionOf(edition: EarlierEdition, input: ConsolidationInput, unknowns: Unknowns): Edition {
  const catalogue = withFormulas(input.catalogue, edition);
  const campaign = openCampaign({
    catalogue,
    contributions: edition.contributions,
    ...(edition.perimeter ? { perimeter: edition.perimeter } : { territory: edition.territory }),
    ...(input.references ? { references: input.references } : {}),
    ...(input.zonings ? { zonings: input.zonings } : {}),
    year: edition.year,
  });
  const figures = new Figures(campaign.inquiry, campaign.catalogue, unknowns);
  const scenes = new Map<string, Scene>();
  const sceneAt = (territory: string): Scene => {
    const scene = scenes.get(territory) ?? campaign.sceneAt(territory);
    scenes.set(territory, scene);
    return scene;
  };
  const standings = edition.published.flatMap((cell) => standingOf(cell, campaign, sceneAt) ?? []);
  return { standings, figures, catalogue: campaign.catalogue, earlier: true };
}

function standingOf(
  one: EarlierCell,
  campaign: OpenCampaign,
  sceneAt: (territory: string) => Scene,
): Standing | undefined {
  const plan = campaign.plans.plans.find(({ indicator }) => indicator.code === one.code);
  // What is said of the consolidation itself is no figure of a landlord.
  if (!plan || plan.indicator.consolidation !== 'recomputed') return undefined;
  const scene = sceneAt(one.territory);
  const turnout = turnoutOf(plan, scene);
  const named = new Set(one.respondents);
  const respondents = one.respondents
    ? campaign.inquiry.participants.flatMap(({ landlord }, at) => (named.has(landlord.siren) ? [at] : []))
    : turnout.respondents;
  return {
    plan,
    respondents,
    counted: turnout.counted,
    weighed: weighedOf({ ...turnout, respondents }, scene),
    showing: one.extrapolated ? 'extrapolated' : 'collected',
    reference: scene.reference,
    cell: { ...aggregate(plan, scene), status: 'published', reason: null },
  };
}

/** The catalogue with the formulas of then. */
function withFormulas(catalogue: Catalogue, { published, file }: EarlierEdition): Catalogue {
  const indicators = new Map(catalogue.indicators);
  const [model] = catalogue.indicators.values();
  for (const { code, formula } of published) {
    const now = indicators.get(code) ?? (model && { ...model, consolidation: 'recomputed' as const });
    if (formula === undefined || !now) continue;
    indicators.set(code, formulaOf(now, code, formula, file));
  }
  return { ...catalogue, indicators };
}

function formulaOf(model: Indicator, code: string, formula: string, file: string): Indicator {
  try {
    const inlined = parseFormula(formula);
    return { ...model, code, formula, expression: inlined, inlined };
  } catch {
    throw new NotAnEdition(
      `« ${file} » : la formule de ${code} ne se lit pas (${formula}). Reprenez le classeur interne tel qu’il a été écrit, sans modifier la feuille « Publication ».`,
    );
  }
}
