import { parseFrenchNumber } from '../../contribution';
import type { Catalogue } from '../../catalogue';
import { parseTerritory } from '../../territory';
import { CellError, type TableData, type WorkbookReader } from '../../xlsx';
import { StudyError } from '../data';

/** What a study is read from: a closed workbook, or the tables of an open one. */
export interface StudyWorkbook extends Pick<WorkbookReader, 'properties' | 'readTable'> {
  readonly tables: readonly { readonly name: string }[];
}

/** A filled line of the form: asked by heading, it says by cell what is wrong. */
export class FormRow {
  constructor(
    private readonly table: TableData,
    private readonly row: number,
    private readonly file: string,
    private readonly problems: string[],
  ) {}

  get number(): number {
    return Number(/\d+$/.exec(this.table.address(this.row, 0))?.[0] ?? 0);
  }

  text(heading: string): string {
    const value = this.raw(heading);
    if (!(value instanceof CellError)) return typeof value === 'symbol' ? '' : String(value ?? '').trim();
    this.report(heading, `la cellule contient l’erreur ${value.code}`, 'corrigez-la ou videz-la');
    return '';
  }

  /** Null where nothing is written. */
  amount(heading: string): number | null {
    const value = this.raw(heading);
    if (typeof value === 'number') return value;
    const text = this.text(heading);
    if (text === '') return null;
    const percent = /^(.*?)\s*%$/.exec(text);
    const number = parseFrenchNumber(percent?.[1] ?? text);
    if (number !== undefined) return percent ? number / 100 : number;
    this.report(heading, `« ${text} » n’est pas un nombre`, 'écrivez un nombre');
    return null;
  }

  year(heading: string): number {
    const value = this.amount(heading);
    if (value !== null && Number.isInteger(value) && value >= 1990 && value <= 2100) return value;
    this.report(
      heading,
      value === null ? 'l’année manque' : `« ${value} » n’est pas une année`,
      'écrivez-la, par exemple 2024',
    );
    return 0;
  }

  /** Undefined where nothing is written. */
  territory(heading: string): string | undefined {
    const text = this.text(heading);
    if (text === '') return undefined;
    const found = parseTerritory(text)?.code;
    if (found === undefined)
      this.report(heading, `« ${text} » n’est pas un territoire`, 'écrivez par exemple DEP:14 ou REG:28');
    return found;
  }

  indicator(heading: string, catalogue: Catalogue): string {
    const code = this.text(heading).toUpperCase();
    if (code === '' || code === '-' || code === '–' || catalogue.indicators.has(code)) return code;
    this.report(
      heading,
      `l’indicateur « ${code} » n’existe pas dans le catalogue`,
      'la feuille « Codes » les donne tous',
    );
    return '';
  }

  report(heading: string, problem: string, remedy: string): void {
    const column = Math.max(0, this.columnOf(heading));
    const cell = this.table.address(this.row, column);
    this.problems.push(
      `« ${this.file} », feuille ${this.table.sheet}, cellule ${cell} : ${problem} ; ${remedy}.`,
    );
  }

  private raw(heading: string): ReturnType<TableData['cell']> {
    const column = this.columnOf(heading);
    return column < 0 ? undefined : this.table.cell(this.row, column);
  }

  private columnOf(heading: string): number {
    return this.table.columns.findIndex((one) => one.normalize('NFC').trim() === heading);
  }
}

/** The filled lines of a table of the form; none where the workbook has no such table. */
export async function filledRows(
  workbook: StudyWorkbook,
  name: string,
  file: string,
  problems: string[],
): Promise<FormRow[]> {
  if (!hasTable(workbook, name)) return [];
  const table = await workbook.readTable(name);
  const rows: FormRow[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const blank = table.columns.every((_, column) => String(table.cell(row, column) ?? '').trim() === '');
    if (!blank) rows.push(new FormRow(table, row, file, problems));
  }
  return rows;
}

export const hasTable = (workbook: StudyWorkbook, name: string): boolean =>
  workbook.tables.some((one) => one.name.toUpperCase() === name);

/** @throws {StudyError} with all that is wrong, a problem a line */
export function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new StudyError(problems.join('\n'));
}
