import type { FieldSplitter } from '../text';

/** What `number`, `year` and `month` give for nothing, and for what cannot be read. */
const BLANK = -1;
export const UNREADABLE = -2;

const QUOTE = 34;
const SLASH = 47;
const DASH = 45;
const ZERO = 48;

/** French month abbreviations as Excel writes them (`nov-08`), by their first letters. */
const months: readonly (readonly [start: string, month: number])[] = [
  ['jan', 1],
  ['f', 2],
  ['mar', 3],
  ['av', 4],
  ['mai', 5],
  ['juin', 6],
  ['jui', 7],
  ['ao', 8],
  ['s', 9],
  ['o', 10],
  ['n', 11],
  ['d', 12],
];

/** Reads the values of one line at a time, from its bytes: no text is made of the usual ones. */
export class LineValues {
  private bytes: Uint8Array = new Uint8Array(0);
  private from = 0;
  private to = 0;

  /** `columns`: where each field (by number) stands on the line; -1 where the layout lacks it. */
  constructor(
    private readonly splitter: FieldSplitter,
    private readonly columns: Int32Array,
  ) {}

  on(bytes: Uint8Array): void {
    this.bytes = bytes;
  }

  /** Points at a field, spaces and quotes around it left out; false when it is blank or `NA`. */
  point(one: number): boolean {
    const column = this.columns[one] as number;
    if (column < 0 || column >= this.splitter.count) return false;
    const { starts } = this.splitter;
    const { bytes } = this;
    let from = starts[column] as number;
    let to = (starts[column + 1] as number) - 1;
    if (from >= to) return false;
    if ((bytes[from] as number) <= QUOTE || (bytes[to - 1] as number) <= QUOTE) {
      while (from < to && isPadding(bytes[from] as number)) from += 1;
      while (to > from && isPadding(bytes[to - 1] as number)) to -= 1;
    }
    this.from = from;
    this.to = to;
    return from < to && !(to - from === 2 && bytes[from] === 78 && bytes[from + 1] === 65);
  }

  /** A code of one character (its byte, letters in capitals); 0 when blank, -2 when longer. */
  code(one: number): number {
    if (!this.point(one)) return 0;
    const byte = this.bytes[this.from] as number;
    if (this.to - this.from === 1) return byte > 96 ? byte - 32 : byte;
    // `01` for `1`, or a label that begins with its code letter.
    if (this.to - this.from === 2 && byte === ZERO) return this.bytes[this.from + 1] as number;
    return UNREADABLE;
  }

  /** A number with a comma or a point for decimals; BLANK or UNREADABLE. Never negative in an RPLS. */
  number(one: number): number {
    if (!this.point(one)) return BLANK;
    let value = 0;
    let decimals = 0;
    for (let at = this.from; at < this.to; at += 1) {
      const digit = (this.bytes[at] as number) - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        decimals *= 10;
      } else if ((digit === -2 || digit === -4) && decimals === 0) decimals = 1;
      else return UNREADABLE;
    }
    return decimals > 1 ? value / decimals : value;
  }

  /** A year of four digits, alone or at the end or start of a date; BLANK or UNREADABLE. */
  year(one: number): number {
    if (!this.point(one)) return BLANK;
    if (this.to - this.from === 4) return this.digits(this.from, 4);
    const month = this.pointedMonth();
    return month < 0 ? month : Math.floor(month / 12);
  }

  /** A month, as year × 12 + month from 0, of `mm/aaaa` or of what Excel made of it; BLANK or UNREADABLE. */
  month(one: number): number {
    return this.point(one) ? this.pointedMonth() : BLANK;
  }

  /** A key of the five characters of a commune's code (four when a spreadsheet lost the zero); 0 when it is none. */
  commune(one: number): number {
    if (!this.point(one)) return 0;
    const length = this.to - this.from;
    if (length !== 5 && length !== 4) return 0;
    let key = length === 4 ? ZERO & 63 : 0;
    for (let at = this.from; at < this.to; at += 1) {
      const byte = this.bytes[at] as number;
      const digit = byte >= ZERO && byte <= 57;
      if (!digit && !(at - this.from === 1 && length === 5 && isCorsica(byte))) return 0;
      // Six bits tell digits, A and B apart; thirty make a small integer.
      key = (key << 6) | ((byte > 96 ? byte - 32 : byte) & 63);
    }
    return key;
  }

  /** The nine first digits of a field as a number (a SIRET's SIREN); 0 when there are not as many. */
  siren(one: number): number {
    if (!this.point(one) || this.to - this.from < 9) return 0;
    const siren = this.digits(this.from, 9);
    return siren < 0 ? 0 : siren;
  }

  /** Whether a field begins with this byte. */
  startsWith(one: number, byte: number): boolean {
    return this.point(one) && this.bytes[this.from] === byte;
  }

  /** Whether a field is exactly this text in ASCII. */
  is(one: number, text: string): boolean {
    if (!this.point(one) || this.to - this.from !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) {
      if (this.bytes[this.from + at] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private digits(from: number, count: number): number {
    let value = 0;
    for (let at = from; at < from + count; at += 1) {
      const digit = (this.bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return UNREADABLE;
      value = value * 10 + digit;
    }
    return value;
  }

  private pointedMonth(): number {
    const { bytes, from, to } = this;
    const length = to - from;
    if ((bytes[from] as number) > 57) {
      return ofAbbreviation(String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 12))));
    }
    if (length === 7 && bytes[from + 2] === SLASH)
      return asMonth(this.digits(from + 3, 4), this.digits(from, 2));
    if (length >= 10 && bytes[from + 2] === SLASH && bytes[from + 5] === SLASH) {
      return asMonth(this.digits(from + 6, 4), this.digits(from + 3, 2));
    }
    if (length >= 7 && (bytes[from + 4] === DASH || bytes[from + 4] === SLASH)) {
      return asMonth(this.digits(from, 4), this.digits(from + 5, 2));
    }
    if (length === 6 && bytes[from + 1] === SLASH)
      return asMonth(this.digits(from + 2, 4), this.digits(from, 1));
    if (length === 5 && this.digits(from, 5) > 0) return ofSerial(this.digits(from, 5));
    return UNREADABLE;
  }
}

function isPadding(byte: number): boolean {
  return byte <= 32 || byte === QUOTE;
}

function isCorsica(byte: number): boolean {
  return byte === 65 || byte === 66 || byte === 97 || byte === 98;
}

function asMonth(year: number, month: number): number {
  return year < 0 || month < 1 || month > 12 ? UNREADABLE : year * 12 + month - 1;
}

/** Days since 1900 as Excel counts them; from 1954 to 2063, so that no other number is taken for one. */
function ofSerial(serial: number): number {
  if (serial < 20_000 || serial > 60_000) return UNREADABLE;
  const date = new Date(Date.UTC(1899, 11, 30 + serial));
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** `nov-08`, `nov.-08`, `déc-2019`; two digits are of this century up to 49. `janv-00` is Excel's own 01/1900. */
function ofAbbreviation(text: string): number {
  const [, word = '', digits = ''] =
    /^([a-z.\u0080-\u00ff]{3,7})[- /](\d{2}|\d{4})$/.exec(text.toLowerCase()) ?? [];
  const month = months.find(([start]) => word.startsWith(start))?.[1];
  if (month === undefined) return UNREADABLE;
  if (digits === '00' && month === 1) return 1900 * 12;
  const year = Number(digits);
  return (digits.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year) * 12 + month - 1;
}
