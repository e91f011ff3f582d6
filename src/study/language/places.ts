import type { Locale } from '../../formula';
import { territoryName } from '../../territory';

/**
 * Régions as French says “in” and “of” them; the names of the Official Geographic Code need an article that the code
 * does not give. `in`, then `of`.
 */
const regions: Readonly<Record<string, readonly [string, string]>> = {
  FR: ['en France', 'de la France'],
  'REG:01': ['en Guadeloupe', 'de la Guadeloupe'],
  'REG:02': ['en Martinique', 'de la Martinique'],
  'REG:03': ['en Guyane', 'de la Guyane'],
  'REG:04': ['à La Réunion', 'de La Réunion'],
  'REG:06': ['à Mayotte', 'de Mayotte'],
  'REG:11': ['en Île-de-France', 'd’Île-de-France'],
  'REG:24': ['en Centre-Val de Loire', 'du Centre-Val de Loire'],
  'REG:27': ['en Bourgogne-Franche-Comté', 'de Bourgogne-Franche-Comté'],
  'REG:28': ['en Normandie', 'de Normandie'],
  'REG:32': ['dans les Hauts-de-France', 'des Hauts-de-France'],
  'REG:44': ['dans le Grand Est', 'du Grand Est'],
  'REG:52': ['dans les Pays de la Loire', 'des Pays de la Loire'],
  'REG:53': ['en Bretagne', 'de Bretagne'],
  'REG:75': ['en Nouvelle-Aquitaine', 'de Nouvelle-Aquitaine'],
  'REG:76': ['en Occitanie', 'd’Occitanie'],
  'REG:84': ['en Auvergne-Rhône-Alpes', 'd’Auvergne-Rhône-Alpes'],
  'REG:93': ['en Provence-Alpes-Côte d’Azur', 'de Provence-Alpes-Côte d’Azur'],
  'REG:94': ['en Corse', 'de Corse'],
};

/** `en Normandie`, `dans les Hauts-de-France`; for other territories `sur le territoire « Calvados »`. */
export function inTerritory(code: string, locale: Locale): string {
  const name = placeName(code);
  if (locale === 'en') return `in ${name}`;
  if (isZone(code)) return `en ${name}`;
  return regions[code]?.[0] ?? `sur le territoire « ${name} »`;
}

/** `de Normandie`, `des Pays de la Loire`; for other territories `du territoire « Calvados »`. */
export function ofTerritory(code: string, locale: Locale): string {
  const name = placeName(code);
  if (locale === 'en') return `of ${name}`;
  if (isZone(code)) return `de la ${name}`;
  return regions[code]?.[1] ?? `du territoire « ${name} »`;
}

/** Zones of housing tension are known by their letter; those of other tables keep the name of their table. */
const isZone = (code: string): boolean => code.startsWith('ZONE:abc/');

/** The name alone, with a typographic apostrophe: `Calvados`, `zone B2`. */
export function placeName(code: string): string {
  if (isZone(code)) return `zone ${code.slice('ZONE:abc/'.length)}`;
  return territoryName(code).replaceAll("'", '’');
}
