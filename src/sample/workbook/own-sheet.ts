import {
  type CellModel,
  type CellStyle,
  type RowModel,
  type SheetModel,
  cellAddress,
  columnName,
  quoteSheetName,
} from '../../xlsx';
import type { LedgerName, LedgerRow } from '../ledger';
import { amount } from '../ledger';
import type { Profile } from '../profile';
import { type Condition, type Rule, type Term, holds } from '../rules';
import { type ColumnWords, sheetWords } from './words';

/** A landlord's own sheet: how it looks, and how a formula points into it. */
export interface OwnSheet {
  readonly ledger: LedgerName;
  readonly sheet: SheetModel;
  /** What a formula names: a range of the column, or a column of the Excel table. */
  range(column: string): string;
  /** The cell of a column on the one line that meets the conditions. */
  cell(column: string, where: readonly Condition[]): string | undefined;
}

const HEADING = {
  bold: true,
  fill: 'D9E2EC',
  wrap: true,
  verticalAlign: 'center',
  border: 'bottom',
} as const;
const TITLE = { bold: true, size: 14 } as const;
const TOTAL = { bold: true, border: 'all', format: '#,##0' } as const;

/** Lays out a ledger in the landlord's manner: its words, a title or not, a total line or not. */
export function layOut(
  ledger: LedgerName,
  rows: readonly LedgerRow[],
  landlord: Profile,
  year: number,
): OwnSheet {
  const words = sheetWords[ledger];
  const structured = landlord.habits.has('structured');
  const vocabulary = structured ? 2 : landlord.manner % 2;
  const name = words.names[vocabulary] ?? words.names[0];
  const top = structured ? 0 : (landlord.manner % 3) + (landlord.manner % 3 > 0 ? 1 : 0);
  const last = top + rows.length;
  const table = `T_${name}`;
  const columnOf = (key: string): number => {
    const column = words.columns.findIndex((one) => one.key === key);
    if (column < 0) throw new RangeError(`No column ${key} in ${name}.`);
    return column;
  };
  const range = (key: string): string => {
    const column = columnOf(key);
    if (structured) return `${table}[${words.columns[column]?.headings[2] ?? ''}]`;
    const letter = columnName(column);
    return `${quoteSheetName(name)}!$${letter}$${top + 2}:$${letter}$${last + 1}`;
  };
  const headings = words.columns.map((column) => column.headings[vocabulary] ?? column.key);
  const styles = stylesOf(rows, words.columns);
  return {
    ledger,
    range,
    cell(key, where) {
      const at = rows.findIndex((row) => where.every((condition) => holds(row, condition)));
      return at < 0 ? undefined : `${quoteSheetName(name)}!${cellAddress(top + 1 + at, columnOf(key))}`;
    },
    sheet: {
      name,
      columns: words.columns.map(({ key }) => ({
        width: /^(nom|libelle|metier|agence)$/.test(key) ? 34 : 13,
      })),
      rows: [
        ...titleRows(top, words.title, landlord, year),
        { cells: headings.map((value) => ({ value, style: HEADING })), height: 32 },
        ...rows.map((row) => lineOf(row, words.columns, styles)),
        ...(structured || landlord.manner % 2 === 0 ? [] : [totals(words.columns, rows, range)]),
      ],
      print: { landscape: true, fitToWidth: true },
      freeze: { rows: top + 1, columns: Math.min(2, headings.length) },
      ...(structured
        ? {
            tables: [
              {
                name: table,
                ref: `A1:${cellAddress(rows.length, headings.length - 1)}`,
                columns: headings,
              },
            ],
          }
        : {}),
    },
  };
}

function titleRows(count: number, title: string, landlord: Profile, year: number): RowModel[] {
  const texts = [
    { value: `${title} ${year}`, style: TITLE },
    { value: `${landlord.name} (exemple fictif)`, style: { italic: true } },
  ];
  return Array.from({ length: count }, (_, index) => {
    const text = index < count - 1 ? texts[index] : undefined;
    return { cells: text === undefined ? [] : [text] };
  });
}

/** The number format of each column whose numbers are read as such: whole, unless some are not. */
function stylesOf(
  rows: readonly LedgerRow[],
  columns: readonly ColumnWords[],
): ReadonlyMap<string, CellStyle> {
  const numeric = columns.filter(({ key, adds }) => adds || key === 'quantite' || key === 'valeur');
  return new Map(
    numeric.map(({ key }) => {
      const whole = rows.every((row) => typeof row[key] !== 'number' || Number.isInteger(row[key]));
      return [key, { format: whole ? '#,##0' : '#,##0.00' }];
    }),
  );
}

function lineOf(
  row: LedgerRow,
  columns: readonly ColumnWords[],
  styles: ReadonlyMap<string, CellStyle>,
): RowModel {
  return {
    cells: columns.map(({ key }): CellModel | undefined => {
      const value = row[key];
      // What a line has nothing to say of stays blank.
      if (value === undefined || value === '') return undefined;
      const style = styles.get(key);
      return style === undefined ? { value } : { value, style };
    }),
  };
}

function totals(
  columns: readonly ColumnWords[],
  rows: readonly LedgerRow[],
  range: (key: string) => string,
): RowModel {
  return {
    cells: columns.map(({ key, adds }, index): CellModel | undefined => {
      if (index === 0) return { value: 'Total', style: TOTAL };
      if (!adds) return undefined;
      // Within its own sheet a range needs no name.
      const formula = `SUM(${range(key).replace(/^.*!/, '').replaceAll('$', '')})`;
      return { formula, value: rows.reduce((all, row) => all + amount(row, key), 0), style: TOTAL };
    }),
  };
}

/** The formula of a data point over a sheet; the lines narrowed to one place if given. */
export function formulaOf(rule: Rule, sheet: OwnSheet, place?: Condition): string {
  const part = ({ column, where }: Term): string => {
    const conditions = place === undefined ? where : [...where, place];
    const cell = rule.ledger === 'dashboard' ? sheet.cell(column, conditions) : undefined;
    if (cell !== undefined) return cell;
    if (conditions.length === 0) return `SUM(${sheet.range(column)})`;
    const criteria = conditions.map((one) => `${sheet.range(one.column)},${criterion(one)}`);
    return `SUMIFS(${sheet.range(column)},${criteria.join(',')})`;
  };
  return rule.terms.map(part).join('+');
}

function criterion({ relation, value }: Condition): string {
  if (relation === '>') return `">${value}"`;
  return typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
}
