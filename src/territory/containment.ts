import { type Level, levelOf } from './level';
import { allTerritories } from './registry';

/**
 * Whether `inner` lies strictly inside `outer` (codes of today). An EPCI across départements lies inside
 * none of them, only inside the région if it is entirely there. Zones lie nowhere.
 */
export function isInside(inner: string, outer: string): boolean {
  return allTerritories().get(inner)?.containers.includes(outer) ?? false;
}

/** The territories that contain a code, coarsest first: `COM:14118` → FR, REG:28, DEP:14, EPCI:200065597. */
export function territoriesAround(code: string): readonly string[] {
  return allTerritories().get(code)?.containers ?? [];
}

/** The territories of a level strictly inside a code, in the order of their codes. */
export function territoriesInside(code: string, level: Level): string[] {
  const inside: string[] = [];
  for (const one of allTerritories().values()) {
    if (levelOf(one.code) === level && one.containers.includes(code)) inside.push(one.code);
  }
  return inside.sort();
}
