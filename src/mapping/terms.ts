import type { SheetBlock } from './blocks';
import type { CommunesOf } from './places';
import type { RecognisedColumn } from './recognise';
import type { ColumnRange, Condition, Source, Term } from './source';
import { contentOf } from './view';

/** Lines are picked where `column` is one of `values`. */
export interface Pick {
  readonly column: RecognisedColumn;
  readonly equals: Condition['equals'];
}

/** The cells of a column over some lines of its block. */
export function rangeOf(
  block: SheetBlock,
  column: RecognisedColumn,
  run: { first: number; last: number },
): ColumnRange {
  return {
    sheet: block.view.name,
    column: column.column,
    run,
    ...(block.table === undefined ? {} : { table: { name: block.table.name, column: column.heading } }),
  };
}

/**
 * What adds up a column (or counts lines, without one) over the data lines of a block. With picks, totals in
 * between are stepped over when they say nothing in the columns of the picks.
 */
export function termsOf(
  block: SheetBlock,
  of: RecognisedColumn,
  how: 'sum' | 'count',
  picks: readonly Pick[],
): Term[] {
  const { runs, totals } = block;
  const span = { first: runs[0]?.first ?? 0, last: runs.at(-1)?.last ?? 0 };
  const inside = totals.filter((row) => row > span.first && row < span.last);
  const quiet = inside.every((row) =>
    picks.some(({ column }) => contentOf(block.view, row, column.column).kind === 'blank'),
  );
  const some = picks.length > 0 && quiet ? [span] : runs;
  if (how === 'sum' && picks.length === 0) {
    return [{ kind: 'sum', ranges: some.map((run) => rangeOf(block, of, run)), where: [] }];
  }
  return some.map((run): Term => {
    const where = picks.map(({ column, equals }) => ({ range: rangeOf(block, column, run), equals }));
    const range = rangeOf(block, of, run);
    return how === 'sum' ? { kind: 'sum', ranges: [range], where } : { kind: 'count', of: range, where };
  });
}

const mostParts = 12;

/** A source for each commune: `make` gives the terms that add the picks of the commune to others. */
export function byCommune(
  communes: CommunesOf | undefined,
  factor: number,
  make: (more: readonly Pick[]) => readonly Term[],
): { readonly territory: string; readonly source: Source }[] {
  if (communes === undefined) return [];
  const { column, values } = communes;
  return [...values].flatMap(([territory, some]) => {
    const terms = some.flatMap((equals) => make([{ column, equals }]));
    return terms.length > mostParts ? [] : [{ territory, source: { terms, factor } }];
  });
}
