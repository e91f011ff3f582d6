import type { Profile } from './profile';
import { chanceOf } from './random';

/** Places drawn once a subject and family: asked for every residence. */
const drawn = new Map<string, readonly number[]>();

/**
 * A landlord's own leaning on a subject: a factor within `1 ± spread`, the same wherever it is asked. The
 * landlords of a family stand at even distances from one another, so that none is far from its peers.
 */
export function taste({ family, peer }: Profile, subject: string, spread = 0.3): number {
  const key = `${family} ${subject}`;
  let places = drawn.get(key);
  if (places === undefined) {
    places = chanceOf(key).shuffled(Array.from({ length: peer.of }, (_, index) => index));
    drawn.set(key, places);
  }
  const place = places[peer.rank] ?? 0;
  return 1 + spread * ((2 * (place + 0.5)) / peer.of - 1);
}
