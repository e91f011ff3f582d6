import type { Catalogue, Coefficient } from '../../catalogue';
import { unknown, wrong } from '../failure';

/** `valeur` is the one retained; `bas` and `haut` are the ends of the published values. */
export const measures = ['valeur', 'bas', 'haut'] as const;
export type Measure = (typeof measures)[number];

const published = new WeakMap<Catalogue, ReadonlyMap<string, readonly Coefficient[]>>();

/** The published values of a catalogue by code, arranged once: there are hundreds. */
function publishedOf(catalogue: Catalogue): ReadonlyMap<string, readonly Coefficient[]> {
  const known = published.get(catalogue);
  if (known) return known;
  const byCode = new Map<string, Coefficient[]>();
  for (const one of catalogue.coefficients) byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  published.set(catalogue, byCode);
  return byCode;
}

export interface Wanted {
  readonly code: string;
  readonly set?: string | undefined;
  readonly year?: number | undefined;
  /** For figures that describe a territory. */
  readonly territory?: string | undefined;
}

/**
 * The one published value that a request names. Without a set: the default one; where the catalogue has no default,
 * the latest that was published by the year asked, or the only one. Several left is a failure that lists them:
 * published values disagree, and a study retains one.
 */
export function pickCoefficient({ code, set, year, territory }: Wanted, catalogue: Catalogue): Coefficient {
  const all = publishedOf(catalogue).get(code) ?? [];
  if (all.length === 0)
    throw wrong(
      `Coefficient inconnu, « ${code} » : vérifiez le code dans le catalogue, par exemple heures_etp.`,
      `Unknown coefficient, "${code}": check the code in the catalogue, for example heures_etp.`,
    );
  const here = ofTerritory(all, code, territory);
  const ofSet = set === undefined ? here : here.filter((one) => one.set === set.toLowerCase());
  if (ofSet.length === 0)
    throw wrong(
      `« ${code} » n’a pas de jeu « ${set} » : les jeux sont ${sets(here)}.`,
      `"${code}" has no set "${set}": the sets are ${sets(here)}.`,
    );
  const fallback = set === undefined ? ofSet.filter((one) => one.isDefault) : [];
  const candidates = fallback.length > 0 ? fallback : ofSet;
  const dated = year === undefined ? candidates : candidates.filter((one) => one.year <= year);
  if (dated.length === 0)
    throw unknown(
      `« ${code} » : la valeur retenue est de ${Math.min(...candidates.map((one) => one.year))}, après ${year}. Choisissez un jeu : ${sets(here)}.`,
      `"${code}": the value retained is of ${Math.min(...candidates.map((one) => one.year))}, after ${year}. Choose a set: ${sets(here)}.`,
    );
  const latest = Math.max(...dated.map((one) => one.year));
  const kept = year === undefined ? dated : dated.filter((one) => one.year === latest);
  const [only] = kept;
  if (only && kept.length === 1) return only;
  throw wrong(
    `« ${code} » a plusieurs valeurs publiées : donnez l’année ou le jeu, parmi ${sets(kept)}.`,
    `"${code}" has several published values: give the year or the set, among ${sets(kept)}.`,
  );
}

function ofTerritory(
  all: readonly Coefficient[],
  code: string,
  territory: string | undefined,
): readonly Coefficient[] {
  const places = [...new Set(all.flatMap((one) => one.territory ?? []))];
  if (territory === undefined) {
    if (places.length < 2) return all;
    throw wrong(
      `« ${code} » décrit un territoire : donnez-le, parmi ${places.join(', ')}.`,
      `"${code}" describes a territory: give it, among ${places.join(', ')}.`,
    );
  }
  // A value that names no territory (a European mean) holds for all of them.
  const here = all.filter((one) => (one.territory ?? territory) === territory);
  if (here.length > 0) return here;
  throw unknown(
    `« ${code} » n’a pas de valeur publiée pour ${territory} : il y en a pour ${places.join(', ')}.`,
    `"${code}" has no published value for ${territory}: there are some for ${places.join(', ')}.`,
  );
}

const sets = (some: readonly Coefficient[]): string =>
  [...new Set(some.map((one) => `${one.set} (${one.year})`))].join(', ');

/** A value, or an end of its published range; #N/A when nobody published a range. */
export function measured(one: Coefficient, measure: Measure): number {
  const value = measure === 'valeur' ? one.value : measure === 'bas' ? one.low : one.high;
  if (value !== undefined) return value;
  throw unknown(
    `« ${one.code} » (${one.set}) n’a pas de fourchette publiée : demandez « valeur ».`,
    `"${one.code}" (${one.set}) has no published range: ask for "valeur".`,
  );
}
