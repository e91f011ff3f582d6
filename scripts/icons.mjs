import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { encodePng, decodePng } from './drawing/png.mjs';
import { arc, box, disc, frame, line, paint, ring, without } from './drawing/shapes.mjs';

const folder = join(import.meta.dirname, '../assets');

// One mid tone, legible on Office's white, grey and black ribbons.
const teal = [14, 124, 123];
const white = [255, 255, 255];
const amber = [217, 119, 6];

/** A sheet with its header row and two columns: what the questionnaire and the contribution start from. */
const sheet = [
  [teal, frame(4, 4, 24, 24, 2, 2)],
  [teal, box(4, 4, 24, 8, 2)],
  [teal, box(16, 10, 2, 18)],
  [teal, box(4, 18, 24, 2)],
];

/** Every icon, by name; a name is what its file and its manifest resources begin with. */
export const drawings = {
  // A house whose walls are a bar chart.
  impact: [
    [teal, box(0, 0, 32, 32, 6)],
    [white, line(3, [5, 16], [16, 6], [27, 16])],
    [white, box(8, 21, 4, 5)],
    [white, box(14, 18, 4, 8)],
    [white, box(20, 15, 4, 11)],
  ],
  pane: [
    [teal, frame(2, 4, 28, 24, 2, 2)],
    [teal, box(18, 4, 12, 24, 2)],
    [teal, box(6, 10, 8, 2)],
    [teal, box(6, 16, 8, 2)],
  ],
  // The house alone: whose workbook it is.
  start: [
    [teal, line(3, [3, 16], [16, 4], [29, 16])],
    [teal, line(3, [7, 14], [7, 28], [25, 28], [25, 14])],
    [teal, box(13, 19, 6, 9)],
  ],
  indicators: [
    [teal, box(2, 28, 26, 2)],
    [teal, box(4, 18, 6, 8)],
    [amber, box(12, 12, 6, 14)],
    [teal, box(20, 4, 6, 22)],
  ],
  // Two sheets joined by a thread.
  connect: [
    [teal, frame(2, 4, 12, 14, 2, 2)],
    [teal, box(2, 4, 12, 5, 2)],
    [teal, frame(18, 14, 12, 14, 2, 2)],
    [teal, box(18, 14, 12, 5, 2)],
    [amber, line(3, [8, 18], [8, 24], [18, 24])],
  ],
  questionnaire: sheet,
  contribution: [
    ...sheet.map(([colour, shape]) => [colour, without(shape, disc(24, 24, 9))]),
    [amber, disc(24, 24, 8)],
    [white, line(2, [24, 28], [24, 20], [21, 23])],
    [white, line(2, [24, 20], [27, 23])],
  ],
  check: [
    [teal, ring(16, 16, 14, 2)],
    [teal, line(3, [9, 16], [14, 21], [23, 11])],
  ],
  // A number and the numbers it is made of.
  explain: [
    [teal, box(10, 2, 12, 8, 2)],
    [teal, line(2, [16, 10], [16, 15])],
    [teal, line(2, [7, 22], [7, 15], [25, 15], [25, 22])],
    [teal, frame(2, 22, 11, 8, 2, 2)],
    [teal, frame(19, 22, 11, 8, 2, 2)],
  ],
  function: [
    [teal, frame(2, 6, 28, 20, 2, 2)],
    [teal, box(8, 12, 10, 2)],
    [teal, box(8, 18, 10, 2)],
    [amber, box(22, 11, 2, 10)],
  ],
  freeze: [0, 60, 120].flatMap((angle) => {
    const at = (radius, turn) => arc(16, 16, radius, angle + turn, angle + turn, 1)[0];
    return [
      [teal, line(2.4, at(14, 0), at(14, 180))],
      [teal, line(2, at(13, 20), at(9, 0), at(13, -20))],
      [teal, line(2, at(13, 200), at(9, 180), at(13, 160))],
    ];
  }),
  repair: [
    [teal, line(3, ...arc(16, 16, 11, 30, 333))],
    [teal, line(3, [26, 4], [26, 11], [19, 11])],
    [amber, disc(16, 16, 4)],
  ],
  help: [
    [teal, ring(16, 16, 14, 2)],
    [teal, line(2.6, ...arc(16, 13, 4.4, -180, 60), [16, 18.6])],
    [teal, disc(16, 23.2, 1.9)],
  ],
};

/** 16, 32 and 80 are required by Office; 64 and 128 present the add-in itself. */
const sizesOf = (name) => (name === 'impact' ? [16, 32, 64, 80, 128] : [16, 32, 80]);

/** Every icon file: its name and its content. */
export function icons() {
  return Object.entries(drawings).flatMap(([name, drawing]) =>
    sizesOf(name).map((size) => ({
      file: `${name}-${size}.png`,
      content: encodePng(paint(drawing, size), size),
    })),
  );
}

/** Writes those that look different from what is there: another zlib may compress the same picture otherwise. */
async function writeIcons() {
  await mkdir(folder, { recursive: true });
  for (const { file, content } of icons()) {
    const path = join(folder, file);
    const current = await readFile(path).catch(() => undefined);
    const same =
      current && Buffer.from(decodePng(current).pixels).equals(Buffer.from(decodePng(content).pixels));
    if (!same) await writeFile(path, content);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeIcons();
