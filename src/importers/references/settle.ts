import type { Account } from './account';
import type { LineFate } from './model';

/** What a line says of a commune, for one column and year. */
export type Slot =
  | { readonly kind: 'zone'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'figure';
      readonly name: string;
      readonly year: number;
      readonly value: number;
      readonly additive: boolean;
    };

/** A line and a commune of today it speaks of. */
export interface Claim {
  /** From 0. */
  readonly row: number;
  readonly commune: string;
  readonly written: string;
  /** Written under the code of a former commune or of an arrondissement. */
  readonly carried: boolean;
  readonly slots: readonly Slot[];
}

interface Said {
  readonly claim: Claim;
  readonly slot: Slot;
}

interface Settled {
  readonly zones: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly figures: ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<string, number>>>;
}

/** Which fate of a line wins when its columns differ: what was taken first. */
const rank: readonly LineFate[] = ['read', 'carried', 'duplicate', 'superseded', 'contradicted'];

const arrondissement = /^(?:751(?:0[1-9]|1\d|20)|6938[1-9]|132(?:0[1-9]|1[0-6]))$/;

/**
 * Settles what lines say of each commune. Twice the same: once. Twice different: neither. Former communes that
 * meet on one of today are added where the figure may be (with its own line too, arrondissements excepted: their
 * commune's line is the total); a zone or a rate is taken from the own line, else only if all parts agree.
 */
export function settleClaims(claims: readonly Claim[], account: Account): Settled {
  const zones = new Map<string, Map<string, string>>();
  const figures = new Map<string, Map<number, Map<string, number>>>();
  const fates = new Map<number, LineFate>();
  const settle = (row: number, fate: LineFate): void => {
    const known = fates.get(row);
    if (known === undefined || rank.indexOf(fate) < rank.indexOf(known)) fates.set(row, fate);
  };
  for (const said of grouped(claims)) {
    const [first] = said;
    if (!first) continue;
    const { commune } = first.claim;
    const { slot } = first;
    const value = slot.kind === 'figure' && slot.additive ? added(said, settle) : agreed(said, settle);
    if (value === undefined) continue;
    if (slot.kind === 'zone')
      at(zones, slot.name, () => new Map<string, string>()).set(commune, String(value));
    else {
      const years = at(figures, slot.name, () => new Map<number, Map<string, number>>());
      at(years, slot.year, () => new Map<string, number>()).set(commune, Number(value));
    }
  }
  for (const { row, written } of claims) account.settle(row, fates.get(row) ?? 'no_value', written);
  return { zones, figures };
}

function grouped(claims: readonly Claim[]): Iterable<readonly Said[]> {
  const groups = new Map<string, Said[]>();
  for (const claim of claims) {
    for (const slot of claim.slots) {
      const key = `${claim.commune} ${slot.name} ${slot.kind === 'figure' ? slot.year : ''}`;
      at(groups, key, () => []).push({ claim, slot });
    }
  }
  return groups.values();
}

type Settle = (row: number, fate: LineFate) => void;

/** One value for what several lines say alike; undefined, and all lines said contradicted, when they differ. */
function same(said: readonly Said[], settle: Settle, fate: LineFate): string | number | undefined {
  const [first, ...others] = said;
  if (!first) return undefined;
  if (others.some((one) => one.slot.value !== first.slot.value)) {
    for (const { claim } of said) settle(claim.row, 'contradicted');
    return undefined;
  }
  settle(first.claim.row, fate);
  // A line that names the commune twice is no duplicate of itself.
  for (const { claim } of others) if (claim.row !== first.claim.row) settle(claim.row, 'duplicate');
  return first.slot.value;
}

/** A zone or a rate: the commune's own line, else former ones if they agree. */
function agreed(said: readonly Said[], settle: Settle): string | number | undefined {
  const own = said.filter(({ claim }) => !claim.carried);
  const parts = said.filter(({ claim }) => claim.carried);
  if (own.length > 0) {
    for (const { claim } of parts) settle(claim.row, 'superseded');
    return same(own, settle, 'read');
  }
  const [first] = parts;
  if (parts.some((one) => one.slot.value !== first?.slot.value)) {
    for (const { claim } of parts) settle(claim.row, 'contradicted');
    return undefined;
  }
  const seen = new Set<string>();
  for (const { claim } of parts) {
    settle(claim.row, seen.has(claim.written) ? 'duplicate' : 'carried');
    seen.add(claim.written);
  }
  return first?.slot.value;
}

/** A figure that may be added: the codes as written, each once. */
function added(said: readonly Said[], settle: Settle): number | undefined {
  const byCode = new Map<string, Said[]>();
  const ownLine = said.some(({ claim }) => !claim.carried);
  for (const one of said) {
    if (ownLine && arrondissement.test(one.claim.written)) settle(one.claim.row, 'superseded');
    else at(byCode, one.claim.written, () => []).push(one);
  }
  let sum = 0;
  for (const some of byCode.values()) {
    const value = same(some, settle, some[0]?.claim.carried ? 'carried' : 'read');
    if (value === undefined) return undefined;
    sum += Number(value);
  }
  return sum;
}

function at<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}
