import { MEASURES } from './measures';

/** The numbers added up for each commune code as written, in one growing block. */
export class CommuneSums {
  /** Row of each key (`LineValues.commune`), in order of first appearance. */
  private readonly rows = new Map<number, number>();
  private readonly codes: string[] = [];
  private readonly firstLines: number[] = [];
  private lastKey = 0;
  private lastRow = 0;
  sums = new Float64Array(64 * MEASURES);

  /** Where the numbers of this commune start; files being sorted, the last one is most often meant again. */
  rowOf(key: number, line: number): number {
    if (key === this.lastKey) return this.lastRow;
    let row = this.rows.get(key);
    if (row === undefined) {
      row = this.codes.length * MEASURES;
      this.rows.set(key, row);
      this.codes.push(codeOf(key));
      this.firstLines.push(line);
      if (row + MEASURES > this.sums.length) {
        const larger = new Float64Array(this.sums.length * 2);
        larger.set(this.sums);
        this.sums = larger;
      }
    }
    this.lastKey = key;
    this.lastRow = row;
    return row;
  }

  /** Each commune code as written, with its numbers and the line where it appeared. */
  *[Symbol.iterator](): Generator<{ code: string; sums: Float64Array; firstLine: number }> {
    for (const [at, code] of this.codes.entries()) {
      const sums = this.sums.subarray(at * MEASURES, (at + 1) * MEASURES);
      yield { code, sums, firstLine: this.firstLines[at] ?? 0 };
    }
  }
}

/** `2A004` again, from the six bits kept of each character. */
function codeOf(key: number): string {
  return [24, 18, 12, 6, 0]
    .map((shift) => (key >> shift) & 63)
    .map((bits) => String.fromCharCode(bits < 48 ? bits + 64 : bits))
    .join('');
}
