import type { CellContent } from '../../excel';

/** What a block of cells holds, counted. */
export interface RangeSummary {
  readonly cells: number;
  readonly numbers: number;
  readonly texts: number;
  readonly blanks: number;
  readonly errors: number;
  readonly sum: number;
}

export function summaryOf(values: readonly (readonly CellContent[])[]): RangeSummary {
  const all = values.flat();
  const numbers = all.filter((cell) => typeof cell === 'number');
  return {
    cells: all.length,
    numbers: numbers.length,
    texts: all.filter((cell) => (typeof cell === 'string' && cell !== '') || typeof cell === 'boolean')
      .length,
    blanks: all.filter((cell) => cell === null || cell === '').length,
    errors: all.filter((cell) => typeof cell === 'object' && cell !== null).length,
    sum: numbers.reduce((sum, number) => sum + number, 0),
  };
}
