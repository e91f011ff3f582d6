import { type Cell, writeXlsx } from 'hucre';
import { bytesSource } from '../../src/xlsx';

type Value = string | number | boolean | Date | null;

export interface TableGiven {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Rows and columns left blank above and to the left of it. */
  readonly offset?: readonly [rows: number, columns: number];
  /** Cells that hold more than a value, by `row,column` from 0. */
  readonly cells?: ReadonlyMap<string, Partial<Cell>>;
}

export const identityTable = (rows: readonly (readonly Value[])[]): TableGiven => ({
  name: 'IMPACT_IDENTITE',
  headings: ['champ', 'valeur'],
  rows,
});

export const usualIdentity = identityTable([
  ['siren', '552081317'],
  ['raison_sociale', 'Office du Calvados'],
  ['exercice', 2019],
]);

export const factsTable = (rows: readonly (readonly Value[])[]): TableGiven => ({
  name: 'IMPACT_DONNEES',
  headings: ['code', 'annee', 'territoire', 'valeur'],
  rows,
});

/** A workbook written by a library that knows nothing of ours: a table a sheet. */
export async function workbook(
  tables: readonly TableGiven[],
  options: { modified?: Date; dateSystem?: '1900' | '1904' } = {},
): Promise<ReturnType<typeof bytesSource>> {
  const bytes = await writeXlsx({
    ...(options.dateSystem && { dateSystem: options.dateSystem }),
    ...(options.modified && { properties: { modified: options.modified } }),
    sheets: tables.map(({ name, headings, rows, cells: special, offset: [down, right] = [0, 0] }, index) => {
      const indent = Array<null>(right).fill(null);
      const cells = [headings, ...rows].map((row) => [...indent, ...row]);
      const letter = (column: number) => String.fromCharCode(65 + column);
      const range = `${letter(right)}${down + 1}:${letter(right + headings.length - 1)}${down + 1 + Math.max(rows.length, 1)}`;
      return {
        name: `Feuille ${index + 1}`,
        ...(special && { cells: new Map(special) }),
        rows: [...Array.from({ length: down }, () => []), ...cells],
        tables: [{ name, displayName: name, range, columns: headings.map((heading) => ({ name: heading })) }],
      };
    }),
  });
  return bytesSource(bytes);
}
