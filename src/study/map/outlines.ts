import { StudyError } from '../data';

export type Point = readonly [number, number];
/** The closed lines of a territory; holes are rings like the others. */
export type Rings = readonly (readonly Point[])[];

/** Outlines of territories, as the file gives them, by the code they bear. */
export interface Outlines {
  readonly file: string;
  /** For each property of the file that may hold a code: code → rings. */
  readonly byProperty: ReadonlyMap<string, ReadonlyMap<string, Rings>>;
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly rings: Rings;
}

/**
 * Reads a GeoJSON file (RFC 7946) of polygons, in degrees or in metres.
 * @throws {StudyError} for a text that is not one, or holds no polygon
 */
export function readOutlines(text: string, file: string): Outlines {
  const features = featuresOf(parsed(text, file)).flatMap(featureOf);
  if (features.length === 0)
    throw new StudyError(
      `« ${file} » ne contient aucun contour : donnez un fichier GeoJSON de polygones, un par département ou par EPCI.`,
    );
  const byProperty = new Map<string, Map<string, Rings>>();
  for (const { properties, rings } of features) {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      const codes = byProperty.get(name) ?? new Map<string, Rings>();
      byProperty.set(name, codes);
      const code = String(value).trim().toUpperCase();
      // A territory in several features: an island beside its mainland.
      codes.set(code, [...(codes.get(code) ?? []), ...rings]);
    }
  }
  return { file, byProperty };
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new StudyError(
      `« ${file} » n’est pas un fichier GeoJSON lisible : exportez de nouveau les contours en GeoJSON, en UTF-8.`,
    );
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function featuresOf(value: unknown): readonly unknown[] {
  if (!isRecord(value)) return [];
  return Array.isArray(value['features']) ? value['features'] : [value];
}

function featureOf(value: unknown): Feature[] {
  if (!isRecord(value)) return [];
  const { geometry, properties, id } = value;
  if (!isRecord(geometry)) return [];
  const polygons =
    geometry['type'] === 'Polygon'
      ? [geometry['coordinates']]
      : geometry['type'] === 'MultiPolygon'
        ? geometry['coordinates']
        : [];
  const rings = (Array.isArray(polygons) ? polygons : []).flatMap((polygon: unknown) =>
    Array.isArray(polygon) ? polygon.flatMap(ringOf) : [],
  );
  if (rings.length === 0) return [];
  return [{ properties: { ...(isRecord(properties) ? properties : {}), id }, rings }];
}

function ringOf(value: unknown): (readonly Point[])[] {
  if (!Array.isArray(value)) return [];
  const points = value.flatMap((one: unknown): Point[] => {
    if (!Array.isArray(one)) return [];
    const [x, y] = one as readonly unknown[];
    return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x + y) ? [[x, y]] : [];
  });
  return points.length >= 4 ? [points] : [];
}

/**
 * The outlines of the territories asked for (`DEP:14`), found by the property that knows most of them.
 * @throws {StudyError} when the file knows none
 */
export function outlinesOf(
  territories: readonly string[],
  { file, byProperty }: Outlines,
): ReadonlyMap<string, Rings> {
  const numberOf = (territory: string): string => territory.slice(territory.indexOf(':') + 1).toUpperCase();
  let best: ReadonlyMap<string, Rings> = new Map();
  let bestScore = 0;
  for (const [property, codes] of byProperty) {
    const found = new Map<string, Rings>();
    for (const territory of territories) {
      const rings = codes.get(numberOf(territory)) ?? codes.get(territory.toUpperCase());
      if (rings) found.set(territory, rings);
    }
    // `28` is a région and a département: between equals, the property named after the level wins.
    const level = territories[0]?.split(':')[0]?.toLowerCase() ?? '';
    const score = found.size + (property.toLowerCase().includes(level) ? 0.5 : 0);
    if (found.size > 0 && score > bestScore) [best, bestScore] = [found, score];
  }
  if (best.size > 0) return best;
  throw new StudyError(
    `« ${file} » n’a le contour d’aucun des territoires de l’étude (${territories.slice(0, 3).join(', ')}…) : donnez un fichier dont une propriété porte leurs codes Insee (${territories.slice(0, 3).map(numberOf).join(', ')}).`,
  );
}
