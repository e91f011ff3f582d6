import type { FieldSplitter } from '../text';
import { field, headerPositions, HEADER_FIELDS } from './fields';
import type { RplsLayout } from './layout';
import { UNREADABLE, type LineValues } from './values';

export type LineKind = 'dwelling' | 'blank' | 'headings' | 'broken';

const QUOTE = 34;

/** Tells what a line is that has not the usual number of fields, or no commune. */
export class LineKinds {
  constructor(
    private readonly values: LineValues,
    private readonly splitter: FieldSplitter,
    private readonly layout: RplsLayout,
  ) {}

  of(bytes: Uint8Array, from: number): LineKind {
    const { count } = this.splitter;
    const { fields, kind } = this.layout;
    if (this.isBlank(bytes, from, this.splitter.end(count - 1))) return 'blank';
    if (this.values.is(field.DEPCOM, 'DEPCOM')) return 'headings';
    if (kind === 'declaration' && this.isHeader(bytes)) return 'headings';
    if (count === fields) return 'dwelling';
    // Trailing separators more or less change nothing; a separator inside an address shifts what follows.
    const surplus = count > fields ? this.splitter.start(fields) : this.splitter.end(count - 1);
    if (!this.isBlank(bytes, surplus, this.splitter.end(count - 1))) return 'broken';
    return this.isPlausible() ? 'dwelling' : 'broken';
  }

  private isBlank(bytes: Uint8Array, from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte > 32 && byte !== QUOTE && byte !== this.layout.separator) return false;
    }
    return true;
  }

  /** The header line of another sending, in files put end to end. */
  private isHeader(bytes: Uint8Array): boolean {
    const { splitter } = this;
    if (splitter.count < headerPositions.lines + 1 || splitter.count > HEADER_FIELDS + 2) return false;
    const year = splitter.end(headerPositions.year) - splitter.start(headerPositions.year);
    const digit = bytes[splitter.start(headerPositions.year)] as number;
    return year === 4 && digit === 50;
  }

  /**
   * Spreadsheets leave out empty fields at the end of a line; a field lost in the middle shows by what then
   * stands in the others.
   */
  private isPlausible(): boolean {
    const { values } = this;
    const type = values.code(field.TYPECONST);
    const classified = values.code(field.DPEENERGIE);
    return (
      values.commune(field.DEPCOM) !== 0 &&
      (type === 67 || type === 69 || type === 73) &&
      values.number(field.SURFHAB) >= 0 &&
      (classified === 0 || (classified >= 65 && classified <= 71)) &&
      [field.CONSTRUCT, field.LOCAT, field.PATRIMOINE].every((one) => values.year(one) !== UNREADABLE) &&
      [field.DROIT, field.ORIGINE, field.CONV].every((one) => values.code(one) !== UNREADABLE)
    );
  }
}
