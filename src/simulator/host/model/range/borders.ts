import { BorderStyleTypes, type IBorderData } from '@univerjs/core';
import { invalidArgument } from '../../richapi/errors';
import { hostObject, type HostObject, type ObjectType } from '../../richapi/objects';
import type { Json } from '../../richapi/protocol';
import type { Session } from '../../session';
import { color } from './format';
import { changeStyle, existingPart, stylesIn } from './style';
import { liveArea, RangeTarget } from './target';

/** The sides that a border object stands for, and which cells of the range bear it. */
type Edge = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

interface BorderTarget {
  readonly range: RangeTarget;
  readonly edge: Edge;
}

const sideOf: Readonly<Record<Edge, keyof IBorderData>> = {
  EdgeTop: 't',
  EdgeBottom: 'b',
  EdgeLeft: 'l',
  EdgeRight: 'r',
  InsideHorizontal: 'b',
  InsideVertical: 'r',
};
const edges = Object.keys(sideOf) as Edge[];

const styleNames: Readonly<Record<string, BorderStyleTypes>> = {
  None: BorderStyleTypes.NONE,
  Continuous: BorderStyleTypes.THIN,
  Dash: BorderStyleTypes.DASHED,
  DashDot: BorderStyleTypes.DASH_DOT,
  Dot: BorderStyleTypes.DOTTED,
  Double: BorderStyleTypes.DOUBLE,
};
const weights: Readonly<Record<string, BorderStyleTypes>> = {
  Hairline: BorderStyleTypes.HAIR,
  Thin: BorderStyleTypes.THIN,
  Medium: BorderStyleTypes.MEDIUM,
  Thick: BorderStyleTypes.THICK,
};

function bears(edge: Edge, range: RangeTarget, session: Session) {
  const area = existingPart(liveArea(range, session), range.sheetId, session);
  return (row: number, column: number): boolean =>
    ({
      EdgeTop: row === area.startRow,
      EdgeBottom: row === area.endRow,
      EdgeLeft: column === area.startColumn,
      EdgeRight: column === area.endColumn,
      InsideHorizontal: row < area.endRow,
      InsideVertical: column < area.endColumn,
    })[edge];
}

/** The cell that tells the state of a border: the first that bears it. */
function current({ range, edge }: BorderTarget, session: Session) {
  const area = existingPart(liveArea(range, session), range.sheetId, session);
  const atEnd = { row: edge === 'EdgeBottom', column: edge === 'EdgeRight' };
  const row = atEnd.row ? area.endRow : area.startRow;
  const column = atEnd.column ? area.endColumn : area.startColumn;
  const cell = new RangeTarget(range.sheetId, {
    startRow: row,
    endRow: row,
    startColumn: column,
    endColumn: column,
  });
  const [style] = stylesIn(cell, session);
  return style?.bd?.[sideOf[edge]] ?? undefined;
}

function change(target: BorderTarget, session: Session, part: { s?: BorderStyleTypes; rgb?: string }): void {
  const before = current(target, session);
  const style = part.s ?? before?.s ?? BorderStyleTypes.THIN;
  const border = { s: style, cl: { rgb: part.rgb ?? before?.cl?.rgb ?? '#000000' } };
  const applies = bears(target.edge, target.range, session);
  const side = sideOf[target.edge];
  changeStyle(target.range, session, (row, column) =>
    applies(row, column) ? { bd: { [side]: style === BorderStyleTypes.NONE ? null : border } } : {},
  );
}

const nameOf = (table: Readonly<Record<string, BorderStyleTypes>>, value: BorderStyleTypes, other: string) =>
  Object.keys(table).find((name) => table[name] === value) ?? other;

function choice(table: Readonly<Record<string, BorderStyleTypes>>, value: Json): BorderStyleTypes {
  const found = table[String(value)];
  if (found === undefined) throw invalidArgument();
  return found;
}

const borderType: ObjectType<BorderTarget> = {
  name: 'RangeBorder',
  properties: {
    SideIndex: { get: ({ edge }) => edge },
    Style: {
      get: (target, session) => {
        const found = current(target, session);
        return found ? nameOf(styleNames, found.s, 'Continuous') : 'None';
      },
      set: (target, value, session) => change(target, session, { s: choice(styleNames, value) }),
    },
    Weight: {
      get: (target, session) => nameOf(weights, current(target, session)?.s ?? BorderStyleTypes.THIN, 'Thin'),
      set: (target, value, session) => change(target, session, { s: choice(weights, value) }),
    },
    Color: {
      get: (target, session) => current(target, session)?.cl?.rgb ?? '#000000',
      set: (target, value, session) => change(target, session, { rgb: color(value) }),
    },
  },
};

const bordersType: ObjectType<RangeTarget> = {
  name: 'RangeBorderCollection',
  properties: { Count: { get: () => edges.length } },
  item: (range, key) => borderAt(range, key),
  items: (range) => edges.map((edge) => hostObject(borderType, { range, edge })),
  methods: {
    GetItem: { run: (range, [key]) => borderAt(range, key as Json) },
    GetItemAt: { run: (range, [index]) => borderAt(range, edges[Number(index)] ?? '') },
  },
};

function borderAt(range: RangeTarget, key: Json): HostObject {
  const edge = edges.find((one) => one === key);
  if (!edge) throw invalidArgument();
  return hostObject(borderType, { range, edge });
}

export const bordersObject = (range: RangeTarget): HostObject => hostObject(bordersType, range);
