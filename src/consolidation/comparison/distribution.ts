import { spreadOf } from '../aggregate';
import type { Consolidation, Spread } from '../model';

/** The own value of a landlord that agreed to be shown by name. */
export interface NamedValue {
  readonly siren: string;
  readonly name: string;
  readonly value: number;
}

/** How the landlords' own values of an indicator lie around the whole. */
export interface Distribution extends Spread {
  readonly code: string;
  readonly territory: string;
  /** Only those whose identity says `accord_nominatif`, from the highest to the lowest. */
  readonly named: readonly NamedValue[];
}

/** Median and quartiles of an indicator, from 10 answers up; undefined below. Quartiles as Excel's QUARTILE.INC. */
export function distributionOf(
  consolidation: Consolidation,
  code: string,
  territory: string,
): Distribution | undefined {
  const own = consolidation.ownValues(code, territory);
  const spread = spreadOf(own.map(({ value }) => value));
  if (!spread) return undefined;
  const mayBeNamed = new Map(
    consolidation.landlords.filter((one) => one.mayBeNamed).map(({ siren, name }) => [siren, name]),
  );
  const named = own.flatMap(({ siren, value }): NamedValue[] => {
    const name = mayBeNamed.get(siren);
    return name === undefined ? [] : [{ siren, name, value }];
  });
  return { code, territory, ...spread, named: named.sort((one, other) => other.value - one.value) };
}
