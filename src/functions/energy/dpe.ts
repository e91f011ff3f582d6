import type { Catalogue } from '../../catalogue';

export const ratings = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type Rating = (typeof ratings)[number];

/** Which limits apply to a dwelling. */
export interface RatingCase {
  /** `dpe_2021`, or `dpe_ancien` for ratings older than 1 July 2021, which have no limits of emissions. */
  readonly scale: 'dpe_2021' | 'dpe_ancien';
  /** Reference area in m², for ratings since 1 July 2024; small areas have their own limits. */
  readonly area?: number | undefined;
  /** Zones H1b, H1c and H2d above 800 m. */
  readonly mountain: boolean;
}

/** Upper limits, excluded, of classes A to F; undefined where the scale has none. */
export interface Limits {
  readonly energy: readonly number[];
  readonly emissions: readonly number[] | undefined;
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** From this area up the general limits hold (order of 25 March 2024). */
const GENERAL_AREA = 40;
const LEAST_AREA = 8;

const known = new WeakMap<Catalogue, Map<string, Limits>>();

/** The limits of a case, from the catalogue's thresholds. */
export function limitsOf({ scale, area, mountain }: RatingCase, catalogue: Catalogue): Limits {
  const rounded = Math.max(LEAST_AREA, Math.round(area ?? GENERAL_AREA));
  const small = scale === 'dpe_2021' && rounded < GENERAL_AREA;
  const set = small ? `dpe_2024_${rounded}m2` : scale;
  const key = `${set} ${mountain}`;
  const byKey = known.get(catalogue) ?? new Map<string, Limits>();
  known.set(catalogue, byKey);
  const limits = byKey.get(key) ?? readLimits(set, mountain, catalogue);
  byKey.set(key, limits);
  return limits;
}

function readLimits(set: string, mountain: boolean, catalogue: Catalogue): Limits {
  const axis = (name: 'ep' | 'ges'): number[] =>
    letters.flatMap((letter) => {
      const code = `dpe_${name}_${letter}_max`;
      const high = mountain ? catalogue.coefficient(code, `${set}_altitude`) : undefined;
      return (high ?? catalogue.coefficient(code, set))?.value ?? [];
    });
  const emissions = axis('ges');
  return { energy: axis('ep'), emissions: emissions.length > 0 ? emissions : undefined };
}

/** The worst of the two classes. Consumption in kWhEP/m²/year, emissions in kgCO2e/m²/year. */
export function ratingOf(consumption: number, emissions: number | undefined, limits: Limits): Rating {
  const energy = rankIn(limits.energy, consumption);
  const climate = limits.emissions && emissions !== undefined ? rankIn(limits.emissions, emissions) : 0;
  return ratings[Math.max(energy, climate)] ?? 'G';
}

function rankIn(limits: readonly number[], value: number): number {
  const rank = limits.findIndex((limit) => value < limit);
  return rank < 0 ? limits.length : rank;
}
