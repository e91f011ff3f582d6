/**
 * Shapes on a 32 × 32 grid, y downwards. Each is a function that says whether a point is inside; a drawing is a
 * list of `[colour, shape]`, painted in order.
 */

export const disc = (cx, cy, radius) => (x, y) => Math.hypot(x - cx, y - cy) <= radius;

/** A rectangle with rounded corners. */
export const box =
  (left, top, width, height, radius = 0) =>
  (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (left + width - radius));
    const dy = Math.max(top + radius - y, 0, y - (top + height - radius));
    return radius === 0 ? dx === 0 && dy === 0 : Math.hypot(dx, dy) <= radius;
  };

/** A line through the points, with round ends and joints. */
export const line = (width, ...points) => {
  const segments = points.slice(1).map((end, at) => [points[at], end]);
  return (x, y) => segments.some(([a, b]) => distance(x, y, a, b) <= width / 2);
};

function distance(x, y, [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Points along an arc, angles in degrees, 0 to the right, clockwise on the screen. */
export function arc(cx, cy, radius, from, to, steps = 24) {
  return Array.from({ length: steps + 1 }, (_, at) => {
    const angle = ((from + ((to - from) * at) / steps) * Math.PI) / 180;
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)];
  });
}

/** What is in the first shape and not in the second. */
export const without = (shape, hole) => (x, y) => shape(x, y) && !hole(x, y);

/** The outline of a box, drawn inside it. */
export const frame = (left, top, width, height, radius, thickness) =>
  without(
    box(left, top, width, height, radius),
    box(
      left + thickness,
      top + thickness,
      width - 2 * thickness,
      height - 2 * thickness,
      Math.max(0, radius - thickness),
    ),
  );

/** The outline of a disc, drawn inside it. */
export const ring = (cx, cy, radius, thickness) =>
  without(disc(cx, cy, radius), disc(cx, cy, radius - thickness));

const grid = 32;
const samples = 5;

/**
 * Paints a drawing at `size` pixels; edges are smoothed by 25 samples a pixel.
 * @param {readonly [readonly [number, number, number], (x: number, y: number) => boolean][]} drawing
 * @returns {Uint8Array} RGBA
 */
export function paint(drawing, size) {
  const pixels = new Uint8Array(size * size * 4);
  const step = grid / size / samples;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let at = 0; at < samples * samples; at++) {
        const x = (column * samples + (at % samples) + 0.5) * step;
        const y = (row * samples + Math.floor(at / samples) + 0.5) * step;
        const top = drawing.findLast(([, inside]) => inside(x, y));
        if (!top) continue;
        covered++;
        top[0].forEach((channel, index) => (sum[index] += channel));
      }
      if (covered === 0) continue;
      const mean = sum.map((channel) => Math.round(channel / covered));
      pixels.set([...mean, Math.round((covered * 255) / samples ** 2)], (row * size + column) * 4);
    }
  }
  return pixels;
}
