import type { Locale } from '../../formula';
import { formatNumber } from '../../formula';
import { errorCodeOf } from '../../contribution';
import { type FunctionFailure, wrong } from '../failure';
import { isBlank } from './cell';

/** A range given to a function: its values as they came, and how messages call its cells. */
export class Grid {
  private constructor(
    readonly name: string,
    readonly values: readonly (readonly unknown[])[],
  ) {}

  /** Whatever a host gives: a table of values, or a single value. */
  static of(name: string, value: unknown): Grid {
    if (!Array.isArray(value)) return new Grid(name, [[value]]);
    return new Grid(name, value.length > 0 && Array.isArray(value[0]) ? value : [value]);
  }

  get rowCount(): number {
    return this.values.length;
  }

  get columnCount(): number {
    return this.values[0]?.length ?? 0;
  }

  get isSingle(): boolean {
    return this.rowCount === 1 && this.columnCount === 1;
  }

  at(row: number, column: number): unknown {
    return this.values[row]?.[column];
  }

  /** Rows up to the last one that holds anything: a whole column counts for what is filled. */
  get usedRows(): number {
    let rows = this.values.length;
    while (rows > 0 && isBlankRow(this.values[rows - 1])) rows--;
    return rows;
  }

  /** `100 × 1`, rows first. */
  size(locale: Locale): string {
    return `${formatNumber(this.rowCount, { locale, decimals: 0 })} × ${formatNumber(this.columnCount, { locale, decimals: 0 })}`;
  }

  /** `« loyers », ligne 12`: a cell by its place in the range. */
  place(row: number, column: number): { readonly fr: string; readonly en: string } {
    if (this.isSingle) return { fr: `« ${this.name} »`, en: `"${this.name}"` };
    const line = formatNumber(row + 1, { locale: 'fr', decimals: 0 });
    const across = this.columnCount > 1;
    return {
      fr: `« ${this.name} », ligne ${line}${across ? `, colonne ${column + 1}` : ''}`,
      en: `"${this.name}", row ${row + 1}${across ? `, column ${column + 1}` : ''}`,
    };
  }

  /** The failure of a cell that holds an error; undefined for any other cell. */
  errorAt(row: number, column: number): FunctionFailure | undefined {
    const error = errorCodeOf(this.at(row, column));
    if (error === undefined) return undefined;
    const { fr, en } = this.place(row, column);
    return wrong(
      `${fr} : la cellule contient l’erreur ${error}. Corrigez-la, ou remplacez-la par ND.`,
      `${en}: the cell holds the error ${error}. Correct it, or write ND instead.`,
    );
  }
}

/** A loop rather than `every`: a whole column has a million rows. */
function isBlankRow(cells: readonly unknown[] = []): boolean {
  for (const cell of cells) if (cell !== null && !isBlank(cell)) return false;
  return true;
}

/** The first row on which one of the ranges holds anything; 0 when none does. */
export function firstUsedRow(grids: readonly Grid[]): number {
  const rows = Math.max(0, ...grids.map((grid) => grid.rowCount));
  for (let row = 0; row < rows; row++) if (grids.some((grid) => !isBlankRow(grid.values[row]))) return row;
  return 0;
}

/** Throws unless all ranges have the size of the first. */
export function requireSameSize(first: Grid, ...others: readonly Grid[]): void {
  for (const other of others) {
    if (other.rowCount === first.rowCount && other.columnCount === first.columnCount) continue;
    // `1/0`, or a name that is not there: the error says more than its size.
    const single = [first, other].find((grid) => grid.isSingle);
    throw (
      single?.errorAt(0, 0) ??
      wrong(
        `« ${first.name} » (${first.size('fr')}) et « ${other.name} » (${other.size('fr')}) n’ont pas la même taille : sélectionnez les mêmes lignes.`,
        `"${first.name}" (${first.size('en')}) and "${other.name}" (${other.size('en')}) are not of the same size: select the same rows.`,
      )
    );
  }
}
