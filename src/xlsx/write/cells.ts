import type { CellModel, CellStyle, RowModel } from '../model';
import { cellAddress } from './address';
import type { SharedStrings } from './strings';
import type { Styles } from './styles';
import { UnwritableWorkbook } from './unwritable';
import { MAX_TEXT, cutText, escapeFormula, escapeText } from './xml';

const MAX_FORMULA = 8192;
const MAX_HEIGHT = 409; // points
const DAY = 86_400_000;
const PLAIN: CellStyle = {};

/**
 * Excel's number for a date (its UTC calendar day and time; 1900 system). Excel believes that
 * 29 February 1900 existed: before it the count is one less. Undefined before 1900.
 */
export function dateSerial(date: Date): number | undefined {
  const days = (date.getTime() - Date.UTC(1899, 11, 30)) / DAY;
  const serial = days < 61 ? days - 1 : days;
  return serial >= 1 ? serial : undefined;
}

/** Writes rows as XML; texts and styles are registered on the way. */
export class CellWriter {
  constructor(
    private readonly sheet: string,
    private readonly strings: SharedStrings,
    private readonly styles: Styles,
  ) {}

  row(model: RowModel, row: number): string {
    let cells = '';
    model.cells.forEach((cell, column) => {
      if (cell !== undefined) cells += this.cell(cell, cellAddress(row, column));
    });
    const points = Math.min(MAX_HEIGHT, model.height ?? 0);
    const height = model.height === undefined ? '' : ` ht="${points}" customHeight="1"`;
    if (cells === '') return height === '' ? '' : `<row r="${row + 1}"${height}/>`;
    return `<row r="${row + 1}"${height}>${cells}</row>`;
  }

  private cell(cell: CellModel, address: string): string {
    const style = this.style(cell);
    const start = style === 0 ? `<c r="${address}"` : `<c r="${address}" s="${style}"`;
    if (cell.formula !== undefined) return start + this.formula(cell, cell.formula, address);
    if (cell.error !== undefined) return `${start} t="e"><v>${cell.error}</v></c>`;
    const { value } = cell;
    if (value === undefined || value === '') return style === 0 ? '' : `${start}/>`;
    if (typeof value === 'string') {
      return `${start} t="s"><v>${this.strings.numberOf(cutText(value, MAX_TEXT))}</v></c>`;
    }
    if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    const number = typeof value === 'number' ? value : dateSerial(value);
    if (number === undefined || !Number.isFinite(number)) {
      throw this.refusal(address, 'la valeur n’est ni un nombre fini ni une date à partir de 1900');
    }
    return `${start}><v>${number}</v></c>`;
  }

  /** The stored result is what programs that do not calculate show. */
  private formula({ value, error }: CellModel, formula: string, address: string): string {
    if (formula === '' || formula.startsWith('=') || formula.length > MAX_FORMULA) {
      throw this.refusal(
        address,
        `la formule doit avoir de 1 à ${MAX_FORMULA} caractères, sans signe = au début`,
      );
    }
    const code = `<f>${escapeFormula(formula)}</f>`;
    if (error !== undefined) return ` t="e">${code}<v>${error}</v></c>`;
    if (typeof value === 'string')
      return ` t="str">${code}<v>${escapeText(cutText(value, MAX_TEXT))}</v></c>`;
    if (typeof value === 'boolean') return ` t="b">${code}<v>${value ? 1 : 0}</v></c>`;
    const number = value instanceof Date ? dateSerial(value) : value;
    // A result that is no number is left out: Excel calculates it when it opens the file.
    if (number === undefined || !Number.isFinite(number)) return `>${code}</c>`;
    return `>${code}<v>${number}</v></c>`;
  }

  private style({ value, formula, style, link }: CellModel): number {
    const date = value instanceof Date;
    const quoted = formula === undefined && typeof value === 'string' && /^[=+\-@]/.test(value);
    if (date || quoted || link !== undefined) {
      return this.styles.numberOf(style ?? PLAIN, { date, quoted, link: link !== undefined });
    }
    return style === undefined ? 0 : this.styles.numberOf(style);
  }

  private refusal(address: string, reason: string): UnwritableWorkbook {
    return new UnwritableWorkbook(`Feuille « ${this.sheet} », cellule ${address} : ${reason}.`);
  }
}
