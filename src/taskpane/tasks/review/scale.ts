import type { Peers } from '../../../campaign';

/** Beyond so many times what is usual, the others would be one dot on a plain axis. */
const FAR = 6;

/**
 * Where a ratio stands, from 0 to 1, between the lowest and the highest point or fence. In equal steps of a factor
 * where one point is far from all others: a slip of unit is a thousand times away.
 */
export function scaleOf({
  points,
  low,
  high,
  q3,
}: Pick<Peers, 'points' | 'low' | 'high' | 'q3'>): (ratio: number) => number {
  const ratios = points.map(({ ratio }) => ratio);
  const shown = [...ratios, low, high].filter((one) => Number.isFinite(one));
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const usual = Math.max(q3, Number.isFinite(high) ? high : q3);
  const far = least >= 0 && usual > 0 && most > FAR * usual;
  // Zero has no logarithm: what is below a hundredth of the usual stands at the left end.
  const axis = (ratio: number) => (far ? Math.log10(Math.max(ratio, usual / 100)) : ratio);
  const [from, to] = [axis(least), axis(most)];
  return (ratio) => (to > from ? Math.min(1, Math.max(0, (axis(ratio) - from) / (to - from))) : 0.5);
}
