import { aggregate, ownValuesOf } from './aggregate';
import type { Consolidation } from './model';
import type { OpenCampaign } from './openCampaign';
import type { Plan } from './plans';
import { type Scene, turnoutOf } from './scene';

/**
 * Indicators over some of the landlords, computed when asked for. The answers of the last territory asked are kept:
 * questions come territory by territory, and one territory weighs little (`Answers`).
 */
export function amongOf(campaign: OpenCampaign): Pick<Consolidation, 'cellAmong' | 'ownValues'> {
  const planOf = new Map(campaign.plans.plans.map((plan) => [plan.indicator.code, plan]));
  let last: Scene | undefined;
  const sceneAt = (territory: string): Scene => {
    if (last?.answers.place.code !== territory) last = campaign.sceneAt(territory);
    return last;
  };
  const askable = (code: string): Plan | undefined => {
    const plan = planOf.get(code);
    return plan?.indicator.consolidation === 'quality' ? undefined : plan;
  };
  return {
    cellAmong(code, territory, sirens) {
      const plan = askable(code);
      return plan && aggregate(plan, amid(sceneAt(territory), sirens));
    },
    ownValues(code, territory) {
      const plan = askable(code);
      // How many different suppliers one landlord has says nothing of how many all of them have.
      if (!plan || plan.distinct) return [];
      const scene = sceneAt(territory);
      return ownValuesOf(plan, scene, turnoutOf(plan, scene).respondents).map(({ participant, value }) => ({
        siren: scene.answers.participants[participant]?.landlord.siren ?? '',
        value,
      }));
    },
  };
}

/** The same answers, nobody else being expected. */
function amid(scene: Scene, sirens: ReadonlySet<string>): Scene {
  const { participants } = scene.answers;
  const expected = {
    ...scene.expected,
    participants: scene.expected.participants.filter((one) =>
      sirens.has(participants[one]?.landlord.siren ?? ''),
    ),
  };
  return { ...scene, expected };
}
