import {
  communesOfPostalCode,
  isInside,
  parseTerritory,
  suggestTerritories,
  territoriesInside,
  territoryName,
  territoryOfCedex,
} from '../../territory';
import type { ListedSupplier } from './supplier-list';

/** Where a supplier is. */
export type Location =
  /** One of these communes (a postal code may serve several). */
  | { readonly kind: 'communes'; readonly communes: readonly string[] }
  /** Somewhere in a territory: a CEDEX. */
  | { readonly kind: 'within'; readonly code: string }
  | { readonly kind: 'abroad'; readonly country: string };

const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\bcedex\b.*$/iu, '')
    .replace(/\bst(e?)\b/giu, 'saint$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\s\d+\s*$/u, '')
    .trim()
    .toLowerCase();

const inFrance =
  /^(fr|fra|france|france metropolitaine|gp|mq|gf|re|yt|guadeloupe|martinique|guyane|la reunion|reunion|mayotte)$/;

/**
 * Where a listed supplier is, by its INSEE code, else its postal code narrowed by the name of its town; undefined
 * when the list does not say. Needs the postal codes (`provideTable`).
 */
export function locate(supplier: ListedSupplier): Location | undefined {
  const country = plainName(supplier.country);
  if (country !== '' && !inFrance.test(country)) return { kind: 'abroad', country: supplier.country };
  const insee = supplier.commune.toUpperCase();
  const commune =
    insee === '' ? undefined : parseTerritory(`COM:${/^\d{4}$/.test(insee) ? `0${insee}` : insee}`);
  if (commune) return { kind: 'communes', communes: [commune.code] };
  const postal = postalCode(supplier.postalCode);
  return postal === undefined ? undefined : ofPostalCode(postal, plainName(supplier.city));
}

/** Five digits; Excel drops the zero in front. */
function postalCode(text: string): string | undefined {
  const digits = text.replace(/^F-?\s*/i, '').replace(/\s/gu, '');
  return /^\d{4,5}$/.test(digits) ? digits.padStart(5, '0') : undefined;
}

function ofPostalCode(postal: string, city: string): Location | undefined {
  const communes = communesOfPostalCode(postal);
  if (communes.length > 0) {
    const named = city === '' ? [] : communes.filter((one) => plainName(territoryName(one)) === city);
    return { kind: 'communes', communes: named.length > 0 ? named : communes };
  }
  const around = territoryOfCedex(postal);
  if (around === undefined) return undefined;
  const named =
    city === ''
      ? []
      : suggestTerritories(city, 50).filter((one) => one.startsWith('COM:') && isInside(one, around));
  return named.length === 1 ? { kind: 'communes', communes: named } : { kind: 'within', code: around };
}

/** Whether a location is in a territory; undefined when only a part of it is, or may be. */
export function isIn(location: Location, territory: string): boolean | undefined {
  if (location.kind === 'abroad') return false;
  if (location.kind === 'within') {
    const { code } = location;
    if (code === territory || isInside(code, territory)) return true;
    const overlaps =
      isInside(territory, code) ||
      (territory.startsWith('EPCI:') &&
        territoriesInside(territory, 'COM').some((one) => isInside(one, code)));
    return overlaps ? undefined : false;
  }
  const inside = location.communes.filter((one) => one === territory || isInside(one, territory));
  if (inside.length === 0) return false;
  return inside.length === location.communes.length ? true : undefined;
}

/** A location in French. */
export function placeName(location: Location): string {
  if (location.kind === 'abroad') return location.country;
  if (location.kind === 'within') return territoryName(location.code);
  const names = location.communes.map(territoryName);
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}… (${names.length} communes)` : names.join(', ');
}
