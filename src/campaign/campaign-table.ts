import {
  looseKey,
  parseDate,
  parseFrenchNumber,
  type Remark,
  type RemarkLevel,
  type Source,
  type Table,
} from '../contribution';
import { CellError, type CellValue, UNCALCULATED } from '../xlsx';
import { LONGEST_TEXT } from './format';
import { tidy } from './words';

/** What is needed of a table, read from a file or from the workbook that is open. */
export type CampaignTableData = Omit<Table, 'isDate'>;

/** A table of a campaign workbook: cells by heading, as people's texts, with what must be said about them. */
export class CampaignTable {
  readonly remarks: Remark[] = [];
  private readonly positions: ReadonlyMap<string, number>;

  constructor(
    private readonly table: CampaignTableData,
    private readonly file: string,
    private readonly date1904: boolean,
  ) {
    const positions = new Map<string, number>();
    table.columns.forEach((name, index) => {
      if (!positions.has(looseKey(name))) positions.set(looseKey(name), index);
    });
    this.positions = positions;
  }

  /** Says of each heading that is not there that it must be added; true when all are. */
  requires(headings: readonly string[]): boolean {
    const missing = headings.filter((one) => !this.positions.has(looseKey(one)));
    if (missing.length === 0) return true;
    const names = missing.map((one) => `« ${one} »`).join(', ');
    const message = `Il manque dans la table ${this.table.name} la colonne ${names} : ajoutez-la, ou repartez d’un classeur de campagne neuf.`;
    const source = { file: this.file, sheet: this.table.sheet, cell: '' };
    this.remarks.push({ level: 'blocking', code: 'missing_column', message, source });
    return false;
  }

  /** Columns that are not of the format. */
  additions(headings: readonly string[]): string[] {
    const known = new Set(headings.map(looseKey));
    return this.table.columns.filter((one) => !known.has(looseKey(one)));
  }

  /** The rows where something is written under one of the headings. */
  rows(under: readonly string[]): number[] {
    const all = Array.from({ length: this.table.rowCount }, (_, row) => row);
    return all.filter((row) => under.some((heading) => this.text(row, heading) !== ''));
  }

  value(row: number, heading: string): CellValue {
    const column = this.positions.get(looseKey(heading));
    return column === undefined ? undefined : this.table.cell(row, column);
  }

  /** What a person sees, on one line, cut where it is longer than anyone writes. */
  text(row: number, heading: string): string {
    return textOf(this.value(row, heading));
  }

  /** Undefined, with a remark, for something that is no date. */
  date(row: number, heading: string): Date | undefined {
    const value = this.value(row, heading);
    if (textOf(value) === '') return undefined;
    const date = parseDate(value, this.date1904);
    if (!date) {
      const message = `« ${shortened(textOf(value))} » n’est pas une date : écrivez-la comme 15/03/2026. Elle est laissée de côté.`;
      this.say('warning', 'invalid_date', row, heading, message);
    }
    return date;
  }

  /** A number as stored, or typed as text in French style. */
  number(row: number, heading: string): number | undefined {
    const value = this.value(row, heading);
    return typeof value === 'number' ? value : parseFrenchNumber(textOf(value));
  }

  source(row: number, heading: string): Source {
    const column = this.positions.get(looseKey(heading)) ?? 0;
    return { file: this.file, sheet: this.table.sheet, cell: this.table.address(row, column) };
  }

  say(level: RemarkLevel, code: string, row: number, heading: string, message: string): void {
    this.remarks.push({ level, code, message, source: this.source(row, heading) });
  }
}

/** A cell as text; a formula never calculated has none. */
function textOf(cell: CellValue): string {
  if (cell === undefined || cell === UNCALCULATED) return '';
  if (cell instanceof CellError) return cell.code;
  if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX';
  return tidy(String(cell)).slice(0, LONGEST_TEXT);
}

/** A text short enough to be quoted in a message. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
