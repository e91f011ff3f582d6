import type { Point, Rings } from './outlines';

/** Outlines brought into a plane from 0 to 1 across, y downwards. */
export interface Plane {
  readonly shapes: ReadonlyMap<string, Rings>;
  /** Height over width. */
  readonly ratio: number;
}

/** Details smaller than that part of the width are not drawn: a page shows no more. */
const FINEST = 0.0015;

/**
 * Lays outlines on a page. Degrees are shrunk from east to west as the parallel of the middle is; metres
 * (Lambert-93) are taken as they are.
 */
export function planeOf(outlines: ReadonlyMap<string, Rings>): Plane {
  const all = [...outlines.values()].flat(2);
  const [minX, maxX] = extent(all.map(([x]) => x));
  const [minY, maxY] = extent(all.map(([, y]) => y));
  const inDegrees = minX >= -180 && maxX <= 180 && minY >= -90 && maxY <= 90;
  const squeeze = inDegrees ? Math.cos((((minY + maxY) / 2) * Math.PI) / 180) : 1;
  const width = Math.max((maxX - minX) * squeeze, Number.MIN_VALUE);
  const place = ([x, y]: Point): Point => [((x - minX) * squeeze) / width, (maxY - y) / width];
  const shapes = new Map<string, Rings>();
  for (const [territory, rings] of outlines)
    shapes.set(territory, drawn(rings.map((ring) => ring.map(place))));
  return { shapes, ratio: (maxY - minY) / width };
}

function extent(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const one of values) {
    if (one < least) least = one;
    if (one > most) most = one;
  }
  return [least, most];
}

/** Simplified rings; islets too small to be seen are left out, unless there is nothing else. */
function drawn(rings: Rings): Rings {
  const simple = rings.map((ring) => simplified(ring));
  const sorted = [...simple].sort((one, other) => Math.abs(areaOf(other)) - Math.abs(areaOf(one)));
  return sorted.filter(
    (ring, at) => at === 0 || (ring.length >= 4 && Math.abs(areaOf(ring)) > 2 * FINEST ** 2),
  );
}

/** Douglas and Peucker (1973), without recursion. */
function simplified(ring: readonly Point[]): readonly Point[] {
  const kept = new Set([0, ring.length - 1]);
  // A closed ring begins where it ends: its farthest point splits it.
  const far = farthest(ring, 0, ring.length - 1);
  kept.add(far.at);
  const pending: (readonly [number, number])[] = [
    [0, far.at],
    [far.at, ring.length - 1],
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [from, to] = next;
    const { at, distance } = farthest(ring, from, to);
    if (distance <= FINEST) continue;
    kept.add(at);
    pending.push([from, at], [at, to]);
  }
  return ring.filter((_, at) => kept.has(at));
}

function farthest(ring: readonly Point[], from: number, to: number): { at: number; distance: number } {
  let found = { at: from, distance: 0 };
  const [start, end] = [ring[from], ring[to]];
  if (!start || !end) return found;
  for (let at = from + 1; at < to; at += 1) {
    const point = ring[at];
    if (!point) continue;
    const distance = distanceTo(point, start, end);
    if (distance > found.distance) found = { at, distance };
  }
  return found;
}

function distanceTo([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  return Math.abs(dy * (x - fromX) - dx * (y - fromY)) / length;
}

function areaOf(ring: readonly Point[]): number {
  let twice = 0;
  ring.forEach(([x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return twice / 2;
}

/** A point well inside the largest ring: the widest span of the line across its middle. */
export function middleOf(rings: Rings): Point {
  const [largest = []] = rings;
  const [top, bottom] = extent(largest.map(([, y]) => y));
  const y = (top + bottom) / 2;
  const crossings = largest
    .flatMap(([x, yHere], at): number[] => {
      const [nextX, nextY] = largest[(at + 1) % largest.length] ?? [x, yHere];
      return yHere > y === nextY > y ? [] : [x + ((y - yHere) / (nextY - yHere)) * (nextX - x)];
    })
    .sort((one, other) => one - other);
  let best: readonly [number, number] = [crossings[0] ?? 0, crossings[1] ?? 0];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const span: readonly [number, number] = [crossings[at] ?? 0, crossings[at + 1] ?? 0];
    if (span[1] - span[0] > best[1] - best[0]) best = span;
  }
  return [(best[0] + best[1]) / 2, y];
}

/** Tiles of one size in rows, where no outlines are given: an order, not places. */
export function tilesOf(territories: readonly string[]): Plane {
  const across = territories.length <= 6 ? 3 : territories.length <= 20 ? 5 : 8;
  const down = Math.ceil(territories.length / across);
  const [gap, tall] = [0.008, 0.5 / across];
  const shapes = new Map<string, Rings>();
  territories.forEach((territory, at) => {
    const [left, top] = [(at % across) / across, Math.floor(at / across) * tall];
    const [right, bottom] = [left + 1 / across - gap, top + tall - gap];
    shapes.set(territory, [
      [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
        [left, top],
      ],
    ]);
  });
  return { shapes, ratio: down * tall };
}
