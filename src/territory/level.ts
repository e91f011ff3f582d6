/** The levels of territory codes; `ZONE` is a grouping of communes, not a level between others. */
export type Level = 'FR' | 'REG' | 'DEP' | 'EPCI' | 'COM' | 'ZONE';

/** Levels that lie inside one another, coarsest first. */
export const nestedLevels = ['FR', 'REG', 'DEP', 'EPCI', 'COM'] as const satisfies readonly Level[];

const levels: ReadonlySet<string> = new Set<Level>([...nestedLevels, 'ZONE']);

/** The level of a code as `parseTerritory` gives it (`DEP:14` → `DEP`); undefined for anything else. */
export function levelOf(code: string): Level | undefined {
  const colon = code.indexOf(':');
  const prefix = colon < 0 ? code : code.slice(0, colon);
  if (colon < 0 !== (prefix === 'FR')) return undefined;
  return levels.has(prefix) ? (prefix as Level) : undefined;
}
