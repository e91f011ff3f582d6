import { isInside, territoriesInside } from './containment';

/** A table that puts communes in zones: ABC, density, programmes … A commune it does not name has no zone. */
export interface Zoning {
  /** The table in `ZONE:table/value`: lower case, no space. */
  readonly name: string;
  readonly label: string;
  /** Who published it, and the file it was read from. */
  readonly source: string;
  /** `2025-09-05`, or what is known of it (`2023`). */
  readonly date?: string;
  /** The zone of each commune of today (`COM:14118` → `B1`). */
  readonly zoneOf: ReadonlyMap<string, string>;
}

/** `ZONE:abc/B2` */
export function zoneCode(zoning: string, value: string): string {
  return `ZONE:${zoning}/${value}`;
}

const zonePattern = /^ZONE:([^/]+)\/(.+)$/;

/** Two writings of one zone: `A bis`, `abis`. */
const loose = (value: string): string =>
  value
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Zoning tables, asked by zone; none is ever guessed. */
export class Zonings {
  readonly #byName: ReadonlyMap<string, Zoning>;
  readonly #values = new Map<string, readonly string[]>();

  constructor(readonly all: readonly Zoning[]) {
    this.#byName = new Map(all.map((one) => [one.name, one]));
  }

  named(name: string): Zoning | undefined {
    return this.#byName.get(name.trim().toLowerCase());
  }

  /** The values of a table, sorted as a person reads them. */
  valuesOf(name: string): readonly string[] {
    const known = this.#values.get(name);
    if (known) return known;
    const values = [...new Set(this.named(name)?.zoneOf.values())];
    values.sort((one, other) => one.localeCompare(other, 'fr', { numeric: true }));
    this.#values.set(name, values);
    return values;
  }

  /** A zone's code as its table writes it (`ZONE:abc/A bis` → `ZONE:abc/Abis`); any other code as it is. */
  tidy(code: string): string {
    const [, name = '', written = ''] = zonePattern.exec(code) ?? [];
    if (!this.#byName.has(name)) return code;
    const value = this.valuesOf(name).find((one) => loose(one) === loose(written));
    return value === undefined ? code : zoneCode(name, value);
  }

  /** The zone of a commune in a table, as a code; undefined when the table gives it none. */
  zoneOf(name: string, commune: string): string | undefined {
    const value = this.named(name)?.zoneOf.get(commune);
    return value === undefined ? undefined : zoneCode(this.named(name)?.name ?? name, value);
  }

  /** Whether a commune is in a zone; false for a zone of a table that is not here. */
  isIn(commune: string, zone: string): boolean {
    const [, name = '', value] = zonePattern.exec(zone) ?? [];
    return value !== undefined && this.#byName.get(name)?.zoneOf.get(commune) === value;
  }

  /** The zones of a table that have a commune inside a territory (or that is it), as codes. */
  zonesInside(name: string, territory: string): string[] {
    const zoning = this.named(name);
    if (!zoning) return [];
    const present = new Set<string>();
    for (const [commune, value] of zoning.zoneOf) {
      if (!present.has(value) && (commune === territory || isInside(commune, territory))) present.add(value);
    }
    return this.valuesOf(zoning.name)
      .filter((value) => present.has(value))
      .map((value) => zoneCode(zoning.name, value));
  }

  /** The communes of a zone inside a territory, sorted. */
  communesOf(zone: string, territory: string): string[] {
    const communes = territory.startsWith('COM:') ? [territory] : territoriesInside(territory, 'COM');
    return communes.filter((one) => this.isIn(one, zone));
  }
}
