import type { ICellData, IRange, IWorksheetData, Nullable } from '@univerjs/core';
import { cellAddress } from '../../../xlsx';
import type { SourceSheet } from '../model';
import { pixelPoints } from '../styles/sizes';
import { withAttributes } from '../xml/edit';
import type { XmlElement } from '../xml/element';
import type { Axis } from './axis';
import { type CellPair, type CellSaving, isSame, reuse, write } from './cells';
import { sortedKeys } from './grid';
import { pairCells } from './pairs';

/** What formulas fill beside their own cell, on one sheet; undefined when the caller cannot tell. */
export interface SheetSpill {
  readonly ranges: Nullable<Record<number, Nullable<Record<number, Nullable<IRange>>>>>;
  readonly cells: Nullable<Record<number, Nullable<Record<number, Nullable<ICellData>>>>>;
}

export interface SheetDataSaving extends CellSaving {
  readonly data: Partial<IWorksheetData>;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly spill: SheetSpill | undefined;
  /** Texts that cells must hold whatever the grid says: headings of tables. By `row,column`. */
  readonly headings: ReadonlyMap<string, string>;
}

/** The rows of the file by number, and the markup of `<sheetData>` as it is now. */
export interface SheetDataResult {
  /** The content of `<sheetData>`; undefined when nothing has changed. */
  readonly markup: string | undefined;
  /** Cells in use, as `A1:D20`. */
  readonly dimension: string;
}

/** Writes the rows: those where nothing changed as they were, in the others only the cells that changed. */
export function writeSheetData(saving: SheetDataSaving, sheetData: XmlElement | undefined): SheetDataResult {
  const lines = rowElements(sheetData);
  const pairs = pairCells(saving);
  const broken = brokenGroups(pairs, saving);
  const numbers = new Set([...pairs.keys(), ...rowNumbers(saving, lines)]);
  const used = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  let changed = !saving.rows.isSame || !saving.columns.isSame;
  let markup = '';
  for (const row of [...numbers].sort((a, b) => a - b)) {
    const old = saving.rows.oldOf(row);
    const line = old === undefined ? undefined : lines.get(old);
    const written = writeRow(row, line, pairs.get(row) ?? [], broken, saving);
    if (written.markup !== line?.source) changed = true;
    if (written.columns.length > 0) {
      used.top = Math.min(used.top, row);
      used.bottom = row;
      used.left = Math.min(used.left, ...written.columns);
      used.right = Math.max(used.right, ...written.columns);
    }
    markup += written.markup;
  }
  // A row that lost everything leaves no trace above.
  if ([...lines.keys()].some((old) => !numbers.has(saving.rows.newOf(old) ?? -1))) changed = true;
  const dimension =
    used.bottom < 0
      ? 'A1'
      : `${cellAddress(used.top, used.left)}:${cellAddress(used.bottom, used.right)}`.replace(
          /^(.*):\1$/,
          '$1',
        );
  return { markup: changed ? markup : undefined, dimension };
}

/** Cells of a sheet that use the table of shared texts. */
export function sharedUses(source: SourceSheet): number {
  let uses = 0;
  for (const line of source.cells.values()) for (const cell of line.values()) if (cell.sharedText) uses++;
  return uses;
}

function rowElements(sheetData: XmlElement | undefined): Map<number, XmlElement> {
  const lines = new Map<number, XmlElement>();
  let row = -1;
  for (const element of sheetData?.all('row') ?? []) {
    row = Number(element.plain('r') ?? row + 2) - 1;
    if (!lines.has(row)) lines.set(row, element);
  }
  return lines;
}

/** Rows without any cell that still have a height or are hidden. */
function rowNumbers({ data, rows }: SheetDataSaving, lines: ReadonlyMap<number, XmlElement>): number[] {
  const stated = sortedKeys(data.rowData).filter((row) => {
    const line = data.rowData?.[row];
    return line?.h !== undefined || line?.hd === 1;
  });
  const old = [...lines.keys()].flatMap((one) => rows.newOf(one) ?? []);
  return [...stated, ...old];
}

/** Shared formulas one of whose cells changed or moved: each of the others then gets its own. */
function brokenGroups(pairs: ReadonlyMap<number, CellPair[]>, saving: SheetDataSaving): ReadonlySet<string> {
  const moved = !saving.rows.isSame || !saving.columns.isSame;
  const broken = new Set<string>();
  for (const line of pairs.values()) {
    for (const pair of line) {
      const group = pair.before?.shared;
      if (group !== undefined && (moved || !isSame(pair, saving))) broken.add(group);
    }
  }
  return broken;
}

function writeRow(
  row: number,
  line: XmlElement | undefined,
  pairs: readonly CellPair[],
  broken: ReadonlySet<string>,
  saving: SheetDataSaving,
): { markup: string; columns: number[] } {
  const stays = saving.rows.oldOf(row) === row && saving.columns.isSame;
  const same = pairs.map(
    (pair) =>
      isSame(pair, saving) &&
      !(pair.before?.shared !== undefined && broken.has(pair.before.shared)) &&
      (stays || pair.before?.fills === undefined),
  );
  const tag = rowTag(row, line, saving);
  const columns = pairs
    .filter((one) => one.before !== undefined || one.now !== undefined)
    .map((one) => one.column);
  if (line !== undefined && stays && same.every(Boolean) && tag === openingTag(line)) {
    for (const { before } of pairs) if (before?.sharedText === true) saving.strings.uses++;
    return { markup: line.source, columns };
  }
  const cells = pairs.map((pair, index) =>
    same[index] === true ? reuse(pair, saving) : write(pair, saving),
  );
  const content = cells.join('');
  const plain = tag.replace(/\s+spans="[^"]*"/, '');
  if (content === '' && line === undefined && plain === `<${saving.prefix}row r="${row + 1}">`) {
    return { markup: '', columns: [] };
  }
  const name = `${saving.prefix}row`;
  return {
    markup: content === '' ? plain.replace(/>$/, '/>') : `${plain}${content}</${name}>`,
    columns: content === '' ? [] : columns,
  };
}

const openingTag = (line: XmlElement): string =>
  line.xml.slice(line.start, line.tagEnd).replace(/\s*\/>$/, '>');

/** The opening tag of a row: as it was, but for its number, and its height when it has changed. */
function rowTag(
  row: number,
  line: XmlElement | undefined,
  { data, source, rows, prefix }: SheetDataSaving,
): string {
  const old = rows.oldOf(row);
  const stated = data.rowData?.[row];
  const tag = line === undefined ? `<${prefix}row r="${row + 1}">` : openingTag(line);
  const values: Record<string, string | number | undefined> = {};
  const number = line?.plain('r');
  // Rows without a number follow one another: they get one only when something moved.
  if (line !== undefined && number !== String(row + 1) && (number !== undefined || old !== row))
    values.r = row + 1;
  const heightBefore = old === undefined ? undefined : source.layout.heights.get(old);
  // A row fitted to its text has its height computed by whoever shows it.
  const fitted = stated?.ia === 1;
  if (stated?.h !== undefined && stated.h !== heightBefore && !(fitted && heightBefore === undefined)) {
    values.ht = pixelPoints(stated.h);
    values.customHeight = fitted ? undefined : 1;
  }
  const hiddenBefore = old !== undefined && source.layout.hiddenRows.has(old);
  if ((stated?.hd === 1) !== hiddenBefore) values.hidden = stated?.hd === 1 ? 1 : undefined;
  return Object.keys(values).length === 0 ? tag : withAttributes(tag, values);
}
