import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from '@univerjs/core';
import type { XmlElement } from '../xml/element';
import { colorOf } from './colors';

/** Kinds of lines, in the order of the grid's numbers (`BorderStyleTypes`). */
const LINES =
  'none thin hair dotted dashed dashDot dashDotDot double medium mediumDashed mediumDashDot mediumDashDotDot slantDashDot thick'.split(
    ' ',
  );

const SIDES = [
  ['left', 'l'],
  ['right', 'r'],
  ['top', 't'],
  ['bottom', 'b'],
] as const;

function lineOf(side: XmlElement | undefined, theme: readonly string[]): IBorderStyleData | undefined {
  const kind = LINES.indexOf(side?.attribute('style') ?? 'none');
  if (kind < 1) return undefined;
  return { s: kind, cl: { rgb: colorOf(side?.child('color'), theme) ?? '#000000' } };
}

/** A `<border>` as the grid shows it. */
export function borderOf(border: XmlElement, theme: readonly string[]): IStyleData {
  const data: IBorderData = {};
  for (const [name, key] of SIDES) {
    // Strict files call left and right by where text starts and ends.
    const other = name === 'left' ? 'start' : name === 'right' ? 'end' : name;
    const line = lineOf(border.child(name) ?? border.child(other), theme);
    if (line !== undefined) data[key] = line;
  }
  const diagonal = lineOf(border.child('diagonal'), theme);
  if (diagonal !== undefined && border.flag('diagonalDown')) data.tl_br = diagonal;
  if (diagonal !== undefined && border.flag('diagonalUp')) data.bl_tr = diagonal;
  return Object.keys(data).length === 0 ? {} : { bd: data };
}

/** The markup of a border of the grid. */
export function borderMarkup(border: Nullable<IBorderData>, prefix: string): string {
  const line = (name: string, side: Nullable<IBorderStyleData>): string => {
    const kind = LINES[side?.s ?? 0];
    if (side === null || side === undefined || kind === undefined || kind === 'none')
      return `<${prefix}${name}/>`;
    return `<${prefix}${name} style="${kind}"><${prefix}color rgb="${argb(side.cl?.rgb)}"/></${prefix}${name}>`;
  };
  const diagonal = border?.tl_br ?? border?.bl_tr;
  const marks = `${border?.bl_tr ? ' diagonalUp="1"' : ''}${border?.tl_br ? ' diagonalDown="1"' : ''}`;
  const sides = SIDES.map(([name, key]) => line(name, border?.[key])).join('');
  return `<${prefix}border${marks}>${sides}${line('diagonal', diagonal)}</${prefix}border>`;
}

/** A colour of the grid (`#RRGGBB`, `#RGB` or `rgb(r, g, b)`) with its opacity first, as Excel wants it. */
export function argb(color: Nullable<string>): string {
  const text = (color ?? '').trim();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short !== null)
    return `FF${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toUpperCase();
  if (/^#[0-9a-f]{6}/i.test(text)) return `FF${text.slice(1, 7)}`.toUpperCase();
  const decimal = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(text);
  if (decimal === null) return 'FF000000';
  return `FF${decimal
    .slice(1)
    .map((one) => Math.min(255, Number(one)).toString(16).padStart(2, '0'))
    .join('')}`.toUpperCase();
}
