import { type Consolidation, fencesOf, quartilesOf } from '../../consolidation';
import type { Peers, PeerPoint } from './model';

/**
 * A landlord's figure per dwelling among those of its family, at the campaign's territory, with the fences that the
 * search for outliers uses; undefined where it has no figure to compare.
 */
export function peersOf(consolidation: Consolidation, siren: string, code: string): Peers | undefined {
  const { landlords, territory, catalogue } = consolidation;
  const point = catalogue.dataPoints.get(code);
  const self = landlords.find((one) => one.siren === siren);
  if (!point || !self) return undefined;
  const answerOf = (one: string, key: string) => consolidation.answerOf(one, territory, key);
  const points = landlords.flatMap((one): PeerPoint[] => {
    if (!one.inPerimeter || one.family !== self.family) return [];
    const dwellings = answerOf(one.siren, 'nb_lls');
    const answer = answerOf(one.siren, code);
    if (answer.state !== 'number' || dwellings.state !== 'number' || dwellings.value <= 0) return [];
    return [{ siren: one.siren, name: one.name, value: answer.value, ratio: answer.value / dwellings.value }];
  });
  if (!points.some((one) => one.siren === siren)) return undefined;
  const { q1, median, q3 } = quartilesOf(points.map(({ ratio }) => ratio));
  const [low, high] = fencesOf(q1, median, q3);
  return {
    code,
    label: point.label.fr,
    unit: point.unit,
    ...(self.family ? { family: self.family } : {}),
    points: points.sort((one, other) => one.ratio - other.ratio),
    siren,
    q1,
    median,
    q3,
    low: point.nonnegative ? Math.max(low, 0) : low,
    high,
  };
}
