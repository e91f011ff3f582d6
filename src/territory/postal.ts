import { allTerritories } from './registry';
import { tableNamed } from './tables';

let communes: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The communes of today that a postal code serves (`14000` → `COM:14118`), none if it is not one of the post
 * (a CEDEX, another country's). Throws TableNotLoaded before the postal codes are provided.
 */
export function communesOfPostalCode(postalCode: string): readonly string[] {
  communes ??= new Map(
    tableNamed('postalCodes').communes.map(([code, some]) => [code, some.map((one) => `COM:${one}`)]),
  );
  return communes.get(postalCode) ?? [];
}

/** Codes of 20: Corse-du-Sud and Haute-Corse, as the table of the post has them; other ones may be of either. */
const corsica: readonly (readonly [RegExp, string])[] = [
  [/^20[01]/, 'DEP:2A'],
  [/^20[26]/, 'DEP:2B'],
  [/^20/, 'REG:94'],
];

/**
 * What the first digits of a postal code tell where no commune has it: a CEDEX belongs to its département, whatever
 * office sorts it. Corsica where they do not tell which of its two; undefined for what is not France.
 */
export function territoryOfCedex(postalCode: string): string | undefined {
  if (!/^\d{5}$/.test(postalCode)) return undefined;
  const island = corsica.find(([start]) => start.test(postalCode))?.[1];
  const overseas = /^9[78]/.test(postalCode);
  const code = island ?? `DEP:${postalCode.slice(0, overseas ? 3 : 2)}`;
  return allTerritories().has(code) ? code : undefined;
}
