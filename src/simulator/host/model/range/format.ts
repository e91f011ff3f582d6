import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { SetColWidthCommand, SetRowHeightCommand } from '@univerjs/sheets';
import { cellReader } from '../../core/cells';
import { invalidArgument } from '../../richapi/errors';
import { hostObject, type ObjectType, type Property } from '../../richapi/objects';
import type { Json } from '../../richapi/protocol';
import type { Session } from '../../session';
import { displayText, numberFormatAt } from '../number-format';
import { assertSheetWritable } from '../protection';
import { bordersObject } from './borders';
import { formatProtectionType } from './lock';
import { changeStyle, existingPart, shared, type StyleChange } from './style';
import { liveArea, type RangeTarget } from './target';

/** A member of a format: how a cell's style says it, and what setting it changes. */
function styled<T extends Json>(
  read: (style: IStyleData) => T,
  change: (value: Json) => StyleChange,
): Property<RangeTarget> {
  return {
    get: (range, session) => shared(range, session, read),
    set: (range, value, session) => changeStyle(range, session, change(value)),
  };
}

const flag = (value: Json): BooleanNumber => {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
};

const number = (value: Json): number => {
  if (typeof value !== 'number' || value < 0) throw invalidArgument();
  return value;
};

/** Colours that Excel accepts by name; the others are written `#RRGGBB`. */
const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  lightgray: '#D3D3D3',
};

export function color(value: Json): string {
  if (typeof value !== 'string') throw invalidArgument();
  const text = named[value.toLowerCase()] ?? value;
  const hex = /^#?([0-9a-f]{6})$/iu.exec(text)?.[1];
  if (!hex) throw invalidArgument();
  return `#${hex.toUpperCase()}`;
}

const shownColor = (rgb: Nullable<string>, byDefault: string): string =>
  rgb ? rgb.toUpperCase() : byDefault;

const fillType: ObjectType<RangeTarget> = {
  name: 'RangeFill',
  properties: {
    Color: styled(
      (style) => shownColor(style.bg?.rgb, '#FFFFFF'),
      (value) => ({ bg: { rgb: color(value) } }),
    ),
  },
  methods: { Clear: { run: (range, _args, session) => changeStyle(range, session, { bg: null }) } },
};

const fontType: ObjectType<RangeTarget> = {
  name: 'RangeFont',
  properties: {
    Bold: styled(
      (style) => style.bl === BooleanNumber.TRUE,
      (value) => ({ bl: flag(value) }),
    ),
    Italic: styled(
      (style) => style.it === BooleanNumber.TRUE,
      (value) => ({ it: flag(value) }),
    ),
    Name: styled(
      (style) => style.ff ?? 'Calibri',
      (value) => ({ ff: String(value) }),
    ),
    Size: styled(
      (style) => style.fs ?? 11,
      (value) => ({ fs: number(value) }),
    ),
    Color: styled(
      (style) => shownColor(style.cl?.rgb, '#000000'),
      (value) => ({ cl: { rgb: color(value) } }),
    ),
    Underline: styled(
      (style) => (style.ul?.s === BooleanNumber.TRUE ? 'Single' : 'None'),
      (value) => ({ ul: { s: value === 'None' ? BooleanNumber.FALSE : BooleanNumber.TRUE } }),
    ),
    Strikethrough: styled(
      (style) => style.st?.s === BooleanNumber.TRUE,
      (value) => ({ st: { s: flag(value) } }),
    ),
  },
};

const horizontal: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const vertical: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const nameOf = <T>(
  table: Readonly<Record<string, T>>,
  value: T | null | undefined,
  byDefault: string,
): string => Object.keys(table).find((name) => table[name] === value) ?? byDefault;

function choice<T>(table: Readonly<Record<string, T>>, value: Json): T {
  const found = table[String(value)];
  if (found === undefined) throw invalidArgument();
  return found;
}

/** A point is 4/3 of the pixels that the grid counts in. */
const toPoints = (pixels: number): number => pixels * 0.75;
const toPixels = (points: Json): number => number(points) / 0.75;

function sizes(range: RangeTarget, session: Session, side: 'row' | 'column'): number | null {
  const sheet = session.grid.sheet(range.sheetId);
  const area = existingPart(liveArea(range, session), range.sheetId, session);
  const [from, to] = side === 'row' ? [area.startRow, area.endRow] : [area.startColumn, area.endColumn];
  const found = new Set<number>();
  for (let line = from; line <= to; line++)
    found.add(side === 'row' ? sheet.getRowHeight(line) : sheet.getColumnWidth(line));
  const [one] = found;
  return found.size === 1 && one !== undefined ? toPoints(one) : null;
}

function resize(range: RangeTarget, session: Session, side: 'row' | 'column', pixels: number): void {
  assertSheetWritable(range.sheetId, session, side === 'row' ? 'allowFormatRows' : 'allowFormatColumns');
  const area = existingPart(liveArea(range, session), range.sheetId, session);
  const id = side === 'row' ? SetRowHeightCommand.id : SetColWidthCommand.id;
  session.grid.run(id, { subUnitId: range.sheetId, ranges: [area], value: pixels });
}

const PIXELS_BY_CHARACTER = 7;
const MARGIN = 5;

/** Widens each column to its longest text, by an average width of characters. */
function fitColumns(range: RangeTarget, session: Session): void {
  const area = existingPart(liveArea(range, session), range.sheetId, session);
  const cells = cellReader(session.grid, range.sheetId);
  for (let column = area.startColumn; column <= area.endColumn; column++) {
    let longest = 0;
    for (let row = area.startRow; row <= area.endRow; row++) {
      const format = numberFormatAt(session.grid, range.sheetId, row, column);
      const text = displayText(cells.value(row, column), format, session.options.locale);
      longest = Math.max(longest, ...text.split('\n').map((line) => line.length));
    }
    if (longest === 0) continue;
    session.grid.run(SetColWidthCommand.id, {
      subUnitId: range.sheetId,
      ranges: [{ ...area, startColumn: column, endColumn: column }],
      value: longest * PIXELS_BY_CHARACTER + MARGIN,
    });
  }
}

export const formatType: ObjectType<RangeTarget> = {
  name: 'RangeFormat',
  links: {
    Fill: { to: (range) => hostObject(fillType, range) },
    Font: { to: (range) => hostObject(fontType, range) },
    Borders: { to: (range) => bordersObject(range) },
    Protection: { to: (range) => hostObject(formatProtectionType, range) },
  },
  properties: {
    ColumnWidth: {
      get: (range, session) => sizes(range, session, 'column'),
      set: (range, value, session) => resize(range, session, 'column', toPixels(value)),
    },
    RowHeight: {
      get: (range, session) => sizes(range, session, 'row'),
      set: (range, value, session) => resize(range, session, 'row', toPixels(value)),
    },
    WrapText: styled(
      (style) => style.tb === WrapStrategy.WRAP,
      (value) => ({ tb: value === true ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ),
    HorizontalAlignment: styled(
      (style) => nameOf(horizontal, style.ht, 'General'),
      (value) => ({ ht: choice(horizontal, value) }),
    ),
    VerticalAlignment: styled(
      (style) => nameOf(vertical, style.vt, 'Bottom'),
      (value) => ({ vt: choice(vertical, value) }),
    ),
    IndentLevel: styled(
      (style) => Math.round((style.pd?.l ?? 0) / 9),
      (value) => ({ pd: { l: number(value) * 9 } }),
    ),
  },
  methods: {
    AutofitColumns: { calculated: true, run: (range, _args, session) => fitColumns(range, session) },
    // The grid fits the height of rows by itself.
    AutofitRows: { run: () => undefined },
  },
};
