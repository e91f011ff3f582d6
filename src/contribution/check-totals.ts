import type { Catalogue } from '../catalogue';
import { type Level, isInside, levelOf, nestedLevels } from '../territory';
import { addUp, type Figure } from './figures';
import type { Fact, Source } from './model';
import { same, showNumber } from './numbers';
import { cellNames, titleOf } from './reading';
import type { RemarkList } from './remarks';

const partWords: Readonly<Record<Exclude<Level, 'FR' | 'ZONE'>, string>> = {
  REG: 'régions',
  DEP: 'départements',
  EPCI: 'EPCI',
  COM: 'communes',
};
type PartLevel = keyof typeof partWords;

/** All facts on one territory, added up. */
interface Part {
  readonly territory: string;
  readonly facts: readonly Fact[];
  readonly figure: Figure;
}

/**
 * Where a total and its parts are both given and differ: a warning with both figures. Parts are compared level
 * by level; finer ones that lie in a part already compared are left to that comparison.
 */
export function checkTotals(
  facts: readonly Fact[],
  campaign: string,
  catalogue: Catalogue,
  remarks: RemarkList,
): void {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const point = catalogue.dataPoints.get(fact.code);
    if (point?.kind !== 'sum' || point.local || levelOf(fact.territory) === 'ZONE') continue;
    const key = `${fact.code} ${fact.year}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  for (const group of groups.values()) checkGroup(group, campaign, catalogue, remarks);
}

function checkGroup(
  group: readonly Fact[],
  campaign: string,
  catalogue: Catalogue,
  remarks: RemarkList,
): void {
  const byTerritory = new Map<string, Fact[]>();
  for (const fact of group) {
    const sofar = byTerritory.get(fact.territory);
    if (sofar) sofar.push(fact);
    else byTerritory.set(fact.territory, [fact]);
  }
  if (byTerritory.size === 1) return;
  const parts = [...byTerritory].map(([territory, some]): Part => ({
    territory,
    facts: some,
    figure: addUp(some),
  }));
  const point = catalogue.dataPoints.get(group[0]?.code ?? '');
  const year = group[0]?.year;
  const tell = (whole: string, total: Sum, level: PartLevel, sum: Sum, kept: string) => {
    const source = total.sources[0];
    if (!source || !point || same(total.value, sum.value, 1e-6)) return;
    const message = `${titleOf(point)}, ${year} : ${whole} vaut ${showNumber(total.value)} (${cellNames(total.sources)}), la somme par ${partWords[level]} vaut ${showNumber(sum.value)} (${cellNames(sum.sources)}). ${kept} Corrigez l’une des deux, ou complétez les parties.`;
    remarks.warning('total_differs', message, source, point.code);
  };
  for (const { territory, figure } of parts) {
    if (figure.kind !== 'number') continue;
    const inside = parts.filter((part) => isInside(part.territory, territory));
    for (const [level, sum] of sumsByLevel(inside))
      tell(`le total ${territory}`, figure, level, sum, 'Le total est retenu.');
  }
  if (byTerritory.has(campaign)) return;
  const inside = parts.filter((part) => isInside(part.territory, campaign));
  const [coarsest, ...finer] = sumsByLevel(inside);
  if (!coarsest) return;
  const whole = `la somme par ${partWords[coarsest[0]]}`;
  for (const [level, sum] of finer) tell(whole, coarsest[1], level, sum, 'La première est retenue.');
}

interface Sum {
  readonly value: number;
  readonly sources: readonly Source[];
}

/** The sum of the parts of each level, coarsest first, where all are known and not all lie in a coarser part. */
function sumsByLevel(parts: readonly Part[]): readonly (readonly [PartLevel, Sum])[] {
  const levels = nestedLevels.filter((level) => level !== 'FR');
  return levels.flatMap((level) => {
    const ofLevel = parts.filter((part) => levelOf(part.territory) === level);
    const alone = ofLevel.some(
      (part) =>
        !parts.some((other) => other.figure.kind === 'number' && isInside(part.territory, other.territory)),
    );
    if (!alone) return [];
    const sum = addUp(ofLevel.flatMap((part) => part.facts));
    return sum.kind === 'number' ? [[level, sum] as const] : [];
  });
}
