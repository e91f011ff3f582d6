import type { Coefficient } from './model';
import type { CoefficientsFile, ThresholdsFile } from './schema';

/** Gives the full reference of a source's key. */
type Cite = (key: string, code: string) => string;

/** The coefficients of a file of `coefficients/`, one a value. */
export function coefficientsOf(file: CoefficientsFile, cite: Cite): Coefficient[] {
  return Object.entries(file).flatMap(([code, { label, unit, default: chosen, values }]) =>
    values.map((value) => ({
      ...value,
      code,
      label,
      unit,
      source: cite(value.source, code),
      confidence: value.confidence ?? 'sourced',
      isDefault: value.set === chosen,
    })),
  );
}

const classes = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
type Class = (typeof classes)[number];
const mountainClasses: readonly Class[] = ['e', 'f'];
const mountain = {
  fr: 'zones H1b, H1c et H2d au-dessus de 800 m',
  en: 'zones H1b, H1c and H2d above 800 m',
} as const;
const axes = {
  ep: { fr: 'Énergie\u00a0: limite de la classe', en: 'Energy: limit of class', unit: 'kWhEP/m²/an' },
  ges: { fr: 'Émissions\u00a0: limite de la classe', en: 'Emissions: limit of class', unit: 'kgCO2e/m²/an' },
} as const;

type Common = Pick<Coefficient, 'set' | 'year' | 'scope' | 'source' | 'isDefault'>;

function limits(
  axis: keyof typeof axes,
  of: readonly Class[],
  values: readonly number[] | undefined,
  common: Common,
  toConfirm: readonly Class[] = [],
): Coefficient[] {
  const { fr, en, unit } = axes[axis];
  return of.flatMap((letter, position) => {
    const value = values?.[position];
    if (value === undefined) return [];
    const name = letter.toUpperCase();
    return {
      ...common,
      code: `dpe_${axis}_${letter}_max`,
      label: { fr: `${fr} ${name}`, en: `${en} ${name}` },
      unit,
      value,
      confidence: toConfirm.includes(letter) ? ('to_confirm' as const) : ('sourced' as const),
    };
  });
}

/**
 * The limits of the energy rating, unfolded from their compact table: `dpe_ep_a_max`, `dpe_ges_f_max` … in
 * sets `dpe_2021`, `dpe_2021_altitude`, `dpe_2024_12m2`, `dpe_2024_12m2_altitude` …
 */
export function thresholdsOf(file: ThresholdsFile, cite: (key: string) => string): Coefficient[] {
  const scales = file.scales.flatMap((scale) => {
    const { set, year, scope, isDefault = false } = scale;
    const general: Common = { set, year, scope, source: cite(scale.source), isDefault };
    const high: Common = { ...general, set: `${set}_altitude`, scope: mountain, isDefault: false };
    return [
      ...limits('ep', classes, scale.energy, general, scale.toConfirm),
      ...limits('ges', classes, scale.emissions, general, scale.toConfirm),
      ...limits('ep', mountainClasses, scale.mountainEnergy, high),
      ...limits('ges', mountainClasses, scale.mountainEmissions, high),
    ];
  });
  const { year, scope, source, bySurface } = file.smallAreas;
  const small = Object.entries(bySurface).flatMap(([surface, row]) => {
    const where = { fr: `${scope.fr} ${surface} m²`, en: `${scope.en} ${surface} m²` };
    const low: Common = {
      set: `dpe_2024_${surface}m2`,
      year,
      scope: where,
      source: cite(source),
      isDefault: false,
    };
    const high: Common = {
      ...low,
      set: `${low.set}_altitude`,
      scope: { fr: `${where.fr}, ${mountain.fr}`, en: `${where.en}, ${mountain.en}` },
    };
    return [
      ...limits('ep', classes, row.energy, low),
      ...limits('ges', classes, row.emissions, low),
      ...limits('ep', mountainClasses, row.mountainEnergy, high, mountainClasses),
      ...limits('ges', mountainClasses, row.mountainEmissions, high, mountainClasses),
    ];
  });
  return [...scales, ...small];
}
