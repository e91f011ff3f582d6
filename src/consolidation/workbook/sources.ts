import type { Contribution, Fact, ListMember, Source, TableRow } from '../../contribution';
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

/** Where a source cell is shown in this workbook. */
export type Places = ReadonlyMap<string, { readonly sheet: string; readonly row: number }>;

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
