import type { Contribution, Fact, ListMember, Source, TableRow } from '../../contribution';
import { cellAddress, inside } from '../../xlsx';
import type { Landlord } from '../model';
import { byName, type Plan } from './plan';

/** A thing a landlord gave, with who gave it. */
export interface Given<Item> {
  readonly landlord: Landlord;
  readonly item: Item;
}

/** Everything of the year from the contributions counted, landlord by landlord. */
export interface Givens {
  readonly facts: readonly Given<Fact>[];
  readonly rents: readonly Given<TableRow>[];
  readonly works: readonly Given<TableRow>[];
  readonly members: readonly Given<ListMember>[];
}

interface Place {
  readonly sheet: string;
  readonly row: number;
}

/** Where each source cell is shown in this workbook. Half a million of them must stay small: no key is made. */
export class Places {
  private readonly files = new Map<string, Map<string, Map<string, number>>>();
  private readonly sheets: string[] = [];

  /** `row` counts from 0. */
  add({ file, sheet, cell }: Source, shownOn: string, row: number): void {
    if (!this.sheets.includes(shownOn)) this.sheets.push(shownOn);
    const inFile = this.files.get(file) ?? new Map<string, Map<string, number>>();
    this.files.set(file, inFile);
    const inSheet = inFile.get(sheet) ?? new Map<string, number>();
    inFile.set(sheet, inSheet);
    // One number for both: the sheet in the last digit.
    inSheet.set(cell, row * MOST_SHEETS + this.sheets.indexOf(shownOn));
  }

  of({ file, sheet, cell }: Source): Place | undefined {
    const place = this.files.get(file)?.get(sheet)?.get(cell);
    if (place === undefined) return undefined;
    return { sheet: this.sheets[place % MOST_SHEETS] ?? '', row: Math.floor(place / MOST_SHEETS) };
  }

  /** Leads to where these are shown: to all of them where they stand one after the other, else to the first. */
  linkTo(sources: readonly Source[]): string | undefined {
    const places = sources.flatMap((one) => this.of(one) ?? []).sort((one, other) => one.row - other.row);
    const [first] = places;
    if (!first) return undefined;
    let last = first.row;
    for (const { sheet, row } of places) if (sheet === first.sheet && row === last + 1) last = row;
    const to = inside(first.sheet, first.row, 0);
    return last === first.row ? to : `${to}:${cellAddress(last, 0)}`;
  }
}

const MOST_SHEETS = 10;

/** Identifies a cell of a landlord's workbook. */
export function sourceKey({ file, sheet, cell }: Source): string {
  return `${file}\n${sheet}\n${cell}`;
}

/** Collects what was given for the year; ordered by landlord, then code or list, then territory. */
export function collectGivens({ consolidation }: Plan): Givens {
  const { year, landlords, catalogue } = consolidation;
  const order = new Map([...catalogue.dataPoints.keys()].map((code, index) => [code, index]));
  const rank = (code: string): number => order.get(code) ?? order.size;
  const byFile = new Map(consolidation.contributions.map((one) => [one.file, one]));
  const sorted = [...landlords].sort(byName);
  const each = <Item>(pick: (contribution: Contribution) => readonly Item[]): readonly Given<Item>[] =>
    sorted.flatMap((landlord) =>
      landlord.files
        .flatMap((file) => byFile.get(file) ?? [])
        .flatMap(pick)
        .map((item) => ({ landlord, item })),
    );
  const rows = (table: TableRow['table']): readonly Given<TableRow>[] =>
    each((one) => one.rows.filter((row) => row.table === table && row.year === year));
  return {
    facts: each((one) =>
      one.facts
        .filter((fact) => fact.year === year && fact.answer.kind !== 'blank')
        .sort((a, b) => rank(a.code) - rank(b.code) || a.territory.localeCompare(b.territory)),
    ),
    rents: rows('loyers'),
    works: rows('travaux'),
    members: each((one) => one.members.filter((member) => member.year === year)),
  };
}
