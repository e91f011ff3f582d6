import type { CellContent, CellWrite, TableContent, Writable } from '../../excel';
import type { Engine } from '../engine';

/** A table as it was just read, its cells found by heading as the readers of the format find them. */
export class TableCells {
  readonly #positions: ReadonlyMap<string, number>;
  /** For headings that differ by their punctuation, where there is no other. */
  readonly #loosePositions: ReadonlyMap<string, number>;

  constructor(
    readonly content: TableContent,
    private readonly engine: Engine,
  ) {
    const by = (key: (text: string) => string) =>
      new Map(content.headings.map((heading, column) => [key(heading), column] as const).reverse());
    this.#positions = by(engine.headingKey);
    this.#loosePositions = by(engine.looseKey);
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

  /** The row of a table of fields (`champ`, `valeur`), whatever the writing of the field: `Transmis le`. */
  rowOfField(field: string): number | undefined {
    const { looseKey } = this.engine;
    return this.findRow((row) => looseKey(this.text(row, 'champ')) === looseKey(field));
  }

  /** What to write to change a cell, refused if it holds something else than `expected` by then. */
  write(row: number, heading: string, value: Writable, expected: CellContent): CellWrite | undefined {
    const address = this.address(row, heading);
    return address === undefined ? undefined : { sheet: this.content.sheet, address, value, expected };
  }

  #column(heading: string): number {
    const { headingKey, looseKey } = this.engine;
    return this.#positions.get(headingKey(heading)) ?? this.#loosePositions.get(looseKey(heading)) ?? -1;
  }
}

/** The text of a cell, on one line. */
export function textOf(content: CellContent): string {
  if (content === null) return '';
  if (typeof content === 'object') return content.error;
  return String(content).replace(/\s+/gu, ' ').trim();
}
