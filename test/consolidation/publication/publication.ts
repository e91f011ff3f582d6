import type { Family } from '../../../src/contribution';
import { type EarlierEdition, publish, type PublishedCell } from '../../../src/consolidation';
import type { ConsolidationInput } from '../../../src/consolidation';
import { parseFormula } from '../../../src/formula';
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
  works?: [string, number, number, number, number, number][];
}

const sirenOf = (name: string): string =>
  String(100_000_000 + [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0));

/** Publishes a region of landlords by name, at REG:28 in 2019. */
export function published(
  landlords: Record<string, Expected | undefined>,
  input: Partial<ConsolidationInput> = {},
  previous: readonly EarlierEdition[] = [],
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
    .filter(([, { data, at, rents, works }]) => data ?? at ?? rents ?? works)
    .map(([name, { data, at, rents, works }]) =>
      contribution({ siren: sirenOf(name), name, data, at, rents, works }),
    );
  const result = publish(
    { catalogue: smallCatalogue(), contributions, perimeter, year: 2019, ...input },
    previous,
  );
  const cell = (code: string, at = 'REG:28'): PublishedCell => {
    const found = result.cells.find((one) => one.code === code && one.territory === at);
    if (!found) throw new Error(`no cell ${code} at ${at}`);
    return found;
  };
  return { result, cell };
}

/** The small catalogue with formulas of its own, or with these alone. */
export function withFormulas(formulas: Record<string, string>, alone = false) {
  const catalogue = smallCatalogue();
  const model = catalogue.indicators.get('CTX-01');
  if (!model) throw new Error('the small catalogue lacks CTX-01');
  const added = Object.entries(formulas).map(([code, formula]) => {
    const inlined = parseFormula(formula);
    return [code, { ...model, code, formula, expression: inlined, inlined }] as const;
  });
  return { ...catalogue, indicators: new Map([...(alone ? [] : catalogue.indicators), ...added]) };
}
