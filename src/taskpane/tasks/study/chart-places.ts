/** The part of the track that a bar takes, from nothing to 1. */
export function barShare(value: number | null, greatest: number): number {
  return value === null || greatest <= 0 ? 0 : Math.abs(value) / greatest;
}

/**
 * Where the marks of a line stand, y downwards, years without a value left out; a margin of a tenth at the top and the
 * foot. All at mid-height when they are the same.
 */
export function linePoints(
  values: readonly (number | null)[],
  [least, most]: readonly [number, number],
  { width, height }: { readonly width: number; readonly height: number },
): { readonly x: number; readonly y: number }[] {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values.flatMap((value, at) => {
    if (value === null) return [];
    const share = most === least ? 0.5 : (value - least) / (most - least);
    return [{ x: at * step, y: (height * (9 - 8 * share)) / 10 }];
  });
}

/** The outline of a territory as SVG draws it, in a square of 100 across. */
export function outlineOf(rings: readonly (readonly (readonly [number, number])[])[]): string {
  const number = (one: number): string => (one * 100).toFixed(2);
  return rings.map((ring) => `M${ring.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}Z`).join('');
}
