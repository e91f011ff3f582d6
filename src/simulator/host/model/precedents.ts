import { FormulaDataModel, LexerTreeBuilder, sequenceNodeType } from '@univerjs/engine-formula';
import type { Session } from '../session';
import { cellReader } from '../core/cells';
import { intersection, parseAddress, sameArea, splitSheet, type Area } from './address';
import { decode } from './engine-names';
import { nameNamed, rangeOfName } from './names';
import { liveArea, RangeTarget } from './range/target';
import { existingPart } from './range/style';
import { headings, partsOf, tableNamed } from './tables';
import { usedArea } from './used-area';

interface Place {
  readonly sheetId: string;
  readonly row: number;
}

const READS: readonly sequenceNodeType[] = [
  sequenceNodeType.FUNCTION,
  sequenceNodeType.REFERENCE,
  sequenceNodeType.DEFINED_NAME,
  sequenceNodeType.TABLE,
];

/** The ranges that a formula reads, through names and structured references. */
function referencesIn(formula: string, from: Place, session: Session): RangeTarget[] {
  const nodes = session.grid.injector.get(LexerTreeBuilder).sequenceNodesBuilder(formula) ?? [];
  const found: RangeTarget[] = [];
  for (const [index, node] of nodes.entries()) {
    if (typeof node === 'string' || !READS.includes(node.nodeType)) continue;
    const next = nodes[index + 1];
    // The lexer calls every word a function; it leaves out the last bracket of a structured reference.
    if (next === '(') continue;
    const range = referenceOf(next === ']' ? `${node.token}]` : node.token, from, session);
    if (range) found.push(range);
  }
  return found;
}

function referenceOf(token: string, from: Place, session: Session): RangeTarget | undefined {
  const text = token.trim().replace(/#$/u, '');
  if (text.includes('[')) return structured(text, from, session);
  const parsed = parseAddress(text);
  if (parsed) {
    const sheetId =
      parsed.sheet === undefined ? from.sheetId : session.grid.sheetNamed(parsed.sheet)?.getSheetId();
    return sheetId === undefined ? undefined : new RangeTarget(sheetId, parsed.area);
  }
  const table = tableNamed(decode(text), session, null);
  if (table) {
    const { sheetId, body } = partsOf(table, session);
    return new RangeTarget(sheetId, body);
  }
  const name = nameNamed(splitSheet(text).reference, session, from.sheetId);
  return name && rangeOfName(name, session);
}

/** `T[Col]`, `T[[A]:[B]]`, `T[[#This Row],[Col]]`, `T[#Headers]`… */
function structured(text: string, from: Place, session: Session): RangeTarget | undefined {
  const open = text.indexOf('[');
  const table = tableNamed(decode(text.slice(0, open)), session, null);
  if (!table) return undefined;
  const parts = partsOf(table, session);
  const inside = text.slice(open + 1, text.lastIndexOf(']'));
  const pieces = inside.startsWith('[')
    ? [...inside.matchAll(/\[([^\]]*)\]/gu)].map((one) => one[1] ?? '')
    : [inside];
  const items = pieces.filter((one) => one.startsWith('#')).map((one) => one.toLowerCase());
  const columns = pieces.filter((one) => one !== '' && !one.startsWith('#'));
  const rows = rowsOf(items, parts, from);
  if (!rows) return undefined;
  const names = headings(table, session).map((one) => one.toLowerCase());
  const indexes = columns.map((one) => names.indexOf(decode(one).toLowerCase()));
  if (indexes.some((one) => one < 0)) return undefined;
  if (indexes.length === 0) return new RangeTarget(parts.sheetId, rows);
  return new RangeTarget(parts.sheetId, {
    ...rows,
    startColumn: parts.area.startColumn + Math.min(...indexes),
    endColumn: parts.area.startColumn + Math.max(...indexes),
  });
}

function rowsOf(items: readonly string[], parts: ReturnType<typeof partsOf>, from: Place): Area | undefined {
  if (items.includes('#this row')) return { ...parts.body, startRow: from.row, endRow: from.row };
  if (items.includes('#all')) return parts.whole;
  if (items.includes('#headers')) return parts.header;
  if (items.includes('#totals')) return parts.totals;
  return parts.body;
}

/** Adds the ranges not yet met. */
function addNew(found: RangeTarget[], more: readonly RangeTarget[]): RangeTarget[] {
  return more.filter((range) => {
    const known = found.some((one) => one.sheetId === range.sheetId && sameArea(one.area, range.area));
    if (!known) found.push(range);
    return !known;
  });
}

/** The cells that the formulas of a range read: directly, or all the way back. */
export function precedents(range: RangeTarget, deep: boolean, session: Session): RangeTarget[] {
  const found: RangeTarget[] = [];
  let front = [range];
  do {
    const read = front.flatMap((one) => formulasIn(one, session));
    front = addNew(
      found,
      read.flatMap(({ formula, sheetId, row }) => referencesIn(formula, { sheetId, row }, session)),
    );
  } while (deep && front.length > 0);
  return found;
}

interface Formula extends Place {
  readonly column: number;
  readonly formula: string;
}

function formulasIn(range: RangeTarget, session: Session): Formula[] {
  const used = usedArea(session.grid, range.sheetId, true);
  const area = used && intersection(used, existingPart(liveArea(range, session), range.sheetId, session));
  if (!area) return [];
  const { sheetId } = range;
  const cells = cellReader(session.grid, sheetId);
  const found: Formula[] = [];
  for (let row = area.startRow; row <= area.endRow; row++)
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const formula = cells.formula(row, column);
      if (formula !== undefined) found.push({ sheetId, row, column, formula });
    }
  return found;
}

/** The cells whose formulas read a range: directly, or all the way on. */
export function dependents(range: RangeTarget, deep: boolean, session: Session): RangeTarget[] {
  const model = session.grid.injector.get(FormulaDataModel);
  const all = session.grid.sheets.flatMap((sheet) => {
    const sheetId = sheet.getSheetId();
    const cells = model.getSheetFormulaData(session.grid.unitId, sheetId) ?? {};
    return Object.entries(cells).flatMap(([row, line]) =>
      Object.keys(line ?? {}).map((column) => ({ sheetId, row: Number(row), column: Number(column) })),
    );
  });
  const edges = all.flatMap(({ sheetId, row, column }) => {
    const formula = cellReader(session.grid, sheetId).formula(row, column);
    if (formula === undefined) return [];
    const cell = new RangeTarget(sheetId, {
      startRow: row,
      endRow: row,
      startColumn: column,
      endColumn: column,
    });
    return [{ cell, reads: referencesIn(formula, { sheetId, row }, session) }];
  });
  const found: RangeTarget[] = [];
  let front = [range];
  do {
    const met = edges.filter(({ reads }) =>
      reads.some((read) =>
        front.some((one) => one.sheetId === read.sheetId && intersection(one.area, read.area)),
      ),
    );
    front = addNew(
      found,
      met.map(({ cell }) => cell),
    );
  } while (deep && front.length > 0);
  return found;
}
