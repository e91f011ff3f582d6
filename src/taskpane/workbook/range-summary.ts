import type { CellContent } from '../../excel';

/** What a block of cells holds, counted. */
export interface RangeSummary {
  readonly cells: number;
  readonly numbers: number;
  readonly texts: number;
  readonly blanks: number;
  readonly errors: number;
  /** Of one column or one row; a table adds up euros, dwellings and years. */
  readonly sum?: number;
}

export function summaryOf(values: readonly (readonly CellContent[])[]): RangeSummary {
  const all = values.flat();
  const numbers = all.filter((cell) => typeof cell === 'number');
  const isLine = values.length === 1 || values.every((row) => row.length === 1);
  return {
    cells: all.length,
    numbers: numbers.length,
    texts: all.filter((cell) => (typeof cell === 'string' && cell !== '') || typeof cell === 'boolean')
      .length,
    blanks: all.filter((cell) => cell === null || cell === '').length,
    errors: all.filter((cell) => typeof cell === 'object' && cell !== null).length,
    ...(isLine && numbers.length > 0 && { sum: numbers.reduce((sum, number) => sum + number, 0) }),
  };
}
