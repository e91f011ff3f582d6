import type { IWorkbookData } from '@univerjs/core';
import { EXTRAS_KEY, noExtras, type StoredRule, type WorkbookExtras } from '../../host/model/extras';
import type { Block } from '../../../xlsx';

export type { StoredRule, WorkbookExtras };

/** A value as the host keeps it. */
export type Json = WorkbookExtras['properties'][string];

/** What a snapshot holds that Univer has no place for. */
export function extrasOf(snapshot: Pick<IWorkbookData, 'custom'>): WorkbookExtras {
  const kept = (snapshot.custom as Record<string, unknown> | null | undefined)?.[EXTRAS_KEY];
  return { ...noExtras, ...(kept as Partial<WorkbookExtras> | undefined) };
}

/** The `custom` field of a snapshot that holds them. */
export const customWith = (extras: WorkbookExtras): NonNullable<IWorkbookData['custom']> => ({
  [EXTRAS_KEY]: extras,
});

/** A rule for each block of cells that it applies to; the id says from which element of the file. */
export function rulesFor(
  kind: string,
  sheetId: string,
  element: number,
  blocks: readonly Block[],
  members: Readonly<Record<string, Json>>,
): StoredRule[] {
  return blocks.map((block, index) => ({
    id: `${kind}-${sheetId}-${element}-${index}`,
    sheetId,
    startRow: block.firstRow,
    startColumn: block.firstColumn,
    endRow: block.lastRow,
    endColumn: block.lastColumn,
    members,
  }));
}

/** What became of the rules of a sheet: those of the file by element, as block numbers; and the new ones. */
export interface RuleChanges {
  /** Undefined for an element none of whose blocks changed. */
  readonly keptBlocks: (element: number) => readonly number[] | undefined;
  readonly added: readonly StoredRule[];
  readonly isSame: boolean;
}

/** Compares the rules of a sheet with those read from the file. */
export function compareRules(
  kind: string,
  sheetId: string,
  before: readonly StoredRule[],
  now: readonly StoredRule[],
): RuleChanges {
  const own = now.filter((one) => one.sheetId === sheetId);
  const known = new Map(before.filter((one) => one.sheetId === sheetId).map((one) => [one.id, one]));
  const same = new Set(
    own.filter((one) => JSON.stringify(one) === JSON.stringify(known.get(one.id))).map((one) => one.id),
  );
  const blocksOf = (element: number, ids: Iterable<string>): number[] => {
    const start = `${kind}-${sheetId}-${element}-`;
    return [...ids].filter((id) => id.startsWith(start)).map((id) => Number(id.slice(start.length)));
  };
  return {
    keptBlocks: (element) => {
      const all = blocksOf(element, known.keys());
      const left = blocksOf(element, same);
      return all.length === left.length ? undefined : left;
    },
    added: own.filter((one) => !same.has(one.id)),
    isSame: same.size === known.size && own.length === same.size,
  };
}

/** A formula as the host holds it (with its `=`), or a plain value, as a file holds it. */
export function ruleFormula(value: Json | undefined, toFile: (formula: string) => string): string {
  if (value === null || value === undefined) return '';
  const text = String(value);
  if (text.startsWith('=')) return toFile(text);
  return typeof value === 'number' || /^-?\d+(?:\.\d+)?$/.test(text)
    ? text
    : `"${text.replaceAll('"', '""')}"`;
}

export const textIn = (object: Json | undefined, key: string): string => {
  const value = memberOf(object, key);
  return typeof value === 'string' ? value : '';
};

export function memberOf(object: Json | undefined, key: string): Json | undefined {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
  return (object as Readonly<Record<string, Json>>)[key];
}
