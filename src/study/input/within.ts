import { isInside, levelOf } from '../../territory';
import type { StudyData, StudySource } from '../data';

/** The same study of one of its territories: what lies inside it, and it alone. A zone lies nowhere. */
export function studyWithin(data: StudyData, territory: string): StudyData {
  const [first, ...others] = data.sources;
  const narrowed = (source: StudySource): StudySource => ({
    ...source,
    territory,
    cells: source.cells.filter(
      (one) =>
        one.territory === territory ||
        (levelOf(one.territory) !== 'ZONE' && isInside(one.territory, territory)),
    ),
  });
  return { ...data, sources: [narrowed(first), ...others.map(narrowed)] };
}
