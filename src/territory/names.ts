import { allTerritories, depthOf, todaysCommune } from './registry';

/**
 * The official name of a territory (`REG:28` → Normandie), the same in every language; `ZONE:abc/B2` is
 * named « B2 (abc) ». A code that is not one is given back as it is.
 */
export function territoryName(code: string): string {
  const zone = /^ZONE:([^/]+)\/(.+)$/.exec(code);
  if (zone) return `${zone[2]} (${zone[1]})`;
  return allTerritories().get(code)?.name ?? code;
}

/** Letters and digits only, so that `saint etienne` finds Saint-Étienne. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/**
 * Codes that someone may have meant by a text that is not one, coarsest first: `14` → `DEP:14`, `28` →
 * `REG:28` and `DEP:28`, `Caen` → `COM:14118`. To be shown to a person, never applied.
 */
export function suggestTerritories(text: string, most = 3): string[] {
  const number = text.replace(/\s+/gu, '').toUpperCase().replace(/^.*:/, '');
  const candidates = ['REG', 'DEP', 'EPCI', 'COM'].map((level) => `${level}:${number}`);
  const byCode = candidates.filter((code) => allTerritories().has(code));
  if (byCode.length === 0 && todaysCommune(number) !== undefined) byCode.push(`COM:${number}`);
  if (byCode.length > 0) return byCode.slice(0, most);
  const name = plain(text);
  if (name === '') return [];
  const byName = [...allTerritories().values()].filter((one) => plain(one.name) === name);
  return byName
    .map((one) => one.code)
    .sort((one, other) => depthOf(one) - depthOf(other) || one.localeCompare(other))
    .slice(0, most);
}
