import type { Family } from '../../../src/contribution';
import { publish, type PublishedCell } from '../../../src/consolidation';
import type { ConsolidationInput } from '../../../src/consolidation';
import { contribution, type Given } from '../campaign';
import { smallCatalogue } from '../indicators';

/** An expected landlord: dwellings by territory, and what it answers (nothing: it did not). */
export interface Expected {
  family?: Family;
  group?: string;
  dwellings: number | Record<string, number>;
  data?: Record<string, Given>;
  at?: Record<string, Record<string, Given>>;
  rents?: [string, number, number, number][];
}

const sirenOf = (name: string): string =>
  String(100_000_000 + [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0));

/** Publishes a region of landlords by name, at REG:28 in 2019. */
export function published(
  landlords: Record<string, Expected | undefined>,
  input: Partial<ConsolidationInput> = {},
) {
  const entries = Object.entries(landlords).flatMap(([name, one]) => (one ? [[name, one] as const] : []));
  const perimeter = entries.flatMap(([name, { dwellings, family, group }]) =>
    Object.entries(typeof dwellings === 'number' ? { 'REG:28': dwellings } : dwellings).map(
      ([territory, count]) => ({
        siren: sirenOf(name),
        name,
        territory,
        dwellings: count,
        ...(family ? { family } : {}),
        ...(group ? { group } : {}),
      }),
    ),
  );
  const contributions = entries
    .filter(([, { data, at, rents }]) => data ?? at ?? rents)
    .map(([name, { data, at, rents }]) => contribution({ siren: sirenOf(name), name, data, at, rents }));
  const result = publish({ catalogue: smallCatalogue(), contributions, perimeter, year: 2019, ...input });
  const cell = (code: string, at = 'REG:28'): PublishedCell => {
    const found = result.cells.find((one) => one.code === code && one.territory === at);
    if (!found) throw new Error(`no cell ${code} at ${at}`);
    return found;
  };
  return { result, cell };
}
