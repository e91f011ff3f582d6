import type { IStyleData, Nullable } from '@univerjs/core';
import type { XmlElement } from '../xml/element';

const HORIZONTAL: Readonly<Record<string, number>> = {
  left: 1,
  center: 2,
  centerContinuous: 2,
  right: 3,
  justify: 4,
  fill: 1,
  distributed: 6,
};
const VERTICAL: Readonly<Record<string, number>> = {
  top: 1,
  center: 2,
  bottom: 3,
  justify: 2,
  distributed: 2,
};

/** Width of one level of indent, in pixels. */
const INDENT = 9;
const VERTICAL_TEXT = 255;
const WRAP = 3;

/** An `<alignment>` as the grid shows it. Text goes down by default, as in Excel. */
export function alignmentOf(alignment: XmlElement | undefined): IStyleData {
  const horizontal = HORIZONTAL[alignment?.attribute('horizontal') ?? ''];
  const vertical = VERTICAL[alignment?.attribute('vertical') ?? 'bottom'] ?? 3;
  const rotation = alignment?.number('textRotation', 0) ?? 0;
  const indent = alignment?.number('indent', 0) ?? 0;
  return {
    ...(horizontal !== undefined && { ht: horizontal }),
    vt: vertical,
    ...(alignment?.flag('wrapText') === true && { tb: WRAP }),
    ...(rotation !== 0 && { tr: rotationOf(rotation) }),
    ...(indent > 0 && (horizontal === 3 ? { pd: { r: indent * INDENT } } : { pd: { l: indent * INDENT } })),
  };
}

/** A file counts up to 90 upwards, then from 91 to 180 downwards; the grid counts downwards. */
function rotationOf(angle: number): { a: number; v?: number } {
  if (angle === VERTICAL_TEXT) return { a: 0, v: 1 };
  return { a: angle > 90 ? angle - 90 : -angle };
}

/** The attributes of `<alignment>` that show the same; the others of the original are kept by the caller. */
export function alignmentAttributes(look: IStyleData): Record<string, string | number | undefined> {
  const name = (names: Readonly<Record<string, number>>, value: Nullable<number>): string | undefined =>
    Object.keys(names).find((one) => names[one] === value);
  const indent = Math.round((look.pd?.l ?? look.pd?.r ?? 0) / INDENT);
  return {
    horizontal: name(HORIZONTAL, look.ht) ?? (indent > 0 ? 'left' : undefined),
    vertical: look.vt === 3 ? undefined : name(VERTICAL, look.vt),
    wrapText: look.tb === WRAP ? 1 : undefined,
    textRotation: look.tr === null || look.tr === undefined ? undefined : fileRotation(look.tr),
    indent: indent > 0 ? indent : undefined,
  };
}

function fileRotation({ a, v }: { a: number; v?: number }): number | undefined {
  if (v === 1) return VERTICAL_TEXT;
  if (a === 0) return undefined;
  return a > 0 ? 90 + a : -a;
}
