import type { CellValue } from '../xlsx';
import { type TableName, headings, optionalHeadings } from './format';
import type { Source } from './model';
import type { RemarkList } from './remarks';
import { headingKey, looseKey } from './words';

/** What is needed of a table of a workbook; rows and columns from 0, headings and totals aside. */
export interface Table {
  readonly name: string;
  readonly sheet: string;
  /** Headings, as written. */
  readonly columns: readonly string[];
  readonly rowCount: number;
  cell(row: number, column: number): CellValue;
  address(row: number, column: number): string;
  /** True when the cell shows its number as a date or a time. */
  isDate(row: number, column: number): boolean;
}

/** A table of the format, its cells found by heading. */
export class TableView {
  private constructor(
    private readonly table: Table,
    private readonly file: string,
    private readonly positions: ReadonlyMap<string, number>,
  ) {}

  /** Undefined, with a blocking remark, when a column that is required is missing. */
  static open(table: Table, name: TableName, file: string, remarks: RemarkList): TableView | undefined {
    const source: Source = { file, sheet: table.sheet, cell: '' };
    const positions = new Map<string, number>();
    const missing: string[] = [];
    for (const heading of headings[name]) {
      const found = columnsNamed(heading, table.columns);
      const [first, second] = found;
      if (first === undefined) {
        if (!optionalHeadings.has(heading)) missing.push(heading);
        continue;
      }
      positions.set(heading, first);
      if (second !== undefined) {
        const message = `La table ${name} a deux colonnes « ${heading} » : seule la première est lue. Renommez ou supprimez l’autre.`;
        remarks.warning('duplicate_column', message, source);
      }
    }
    if (missing.length === 0) return new TableView(table, file, positions);
    const names = missing.map((one) => `« ${one} »`).join(', ');
    const message = `Il manque dans la table ${name} la colonne ${names} : ajoutez-la, ou reprenez le modèle de classeur.`;
    remarks.blocking('missing_column', message, source);
    return undefined;
  }

  get rowCount(): number {
    return this.table.rowCount;
  }

  /** The cell under a heading; undefined too when the column is not there. */
  cell(row: number, heading: string): CellValue {
    const column = this.positions.get(heading);
    return column === undefined ? undefined : this.table.cell(row, column);
  }

  source(row: number, heading: string): Source {
    const column = this.positions.get(heading) ?? 0;
    return { file: this.file, sheet: this.table.sheet, cell: this.table.address(row, column) };
  }

  /** Whether the cell shows a date, which Excel makes of `1/2` or `3-4` by itself. */
  isDate(row: number, heading: string): boolean {
    const column = this.positions.get(heading);
    return column !== undefined && this.table.isDate(row, column);
  }

  /** Whether nothing is written under any of these headings. */
  isBlank(row: number, under: readonly string[]): boolean {
    return under.every((heading) => isBlank(this.cell(row, heading)));
  }
}

/** Nothing, or spaces only: what a formula that returns `""` leaves. */
export function isBlank(cell: CellValue): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Positions of the columns of a heading; those that differ by their punctuation only if there is no other. */
function columnsNamed(heading: string, columns: readonly string[]): number[] {
  const by = (key: (text: string) => string) => {
    const wanted = key(heading);
    return columns.flatMap((column, index) => (key(column) === wanted ? [index] : []));
  };
  const same = by(headingKey);
  return same.length > 0 ? same : by(looseKey);
}
