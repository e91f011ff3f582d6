import type { CellContent, CellWrite, TableContent, Writable } from '../../excel';
import type { Engine } from '../engine';

/** A table as it was just read, its cells found by heading whatever the case, accents and spaces of that heading. */
export class TableCells {
  readonly #positions: ReadonlyMap<string, number>;

  constructor(
    readonly content: TableContent,
    private readonly engine: Engine,
  ) {
    this.#positions = new Map(
      content.headings.map((heading, column) => [engine.headingKey(heading), column] as const).reverse(),
    );
  }

  /** The heading as it is written in the workbook; undefined when there is no such column. */
  written(heading: string): string | undefined {
    return this.content.headings[this.#column(heading)];
  }

  at(row: number, heading: string): CellContent {
    return this.content.rows[row]?.[this.#column(heading)] ?? null;
  }

  address(row: number, heading: string): string | undefined {
    return this.content.cells[row]?.[this.#column(heading)];
  }

  /** What a person reads in a cell, tidied: numbers as plain digits, errors as their code. */
  text(row: number, heading: string): string {
    return textOf(this.at(row, heading));
  }

  /** The first row, from 0, for which this holds. */
  findRow(test: (row: number) => boolean): number | undefined {
    const found = this.content.rows.findIndex((_, row) => test(row));
    return found < 0 ? undefined : found;
  }

  /** What to write to change a cell, refused if it holds something else than `expected` by then. */
  write(row: number, heading: string, value: Writable, expected: CellContent): CellWrite | undefined {
    const address = this.address(row, heading);
    return address === undefined ? undefined : { sheet: this.content.sheet, address, value, expected };
  }

  #column(heading: string): number {
    return this.#positions.get(this.engine.headingKey(heading)) ?? -1;
  }
}

/** The text of a cell, on one line. */
export function textOf(content: CellContent): string {
  if (content === null) return '';
  if (typeof content === 'object') return content.error;
  return String(content).replace(/\s+/gu, ' ').trim();
}
