import { FieldSplitter, type BlockVisitor } from '../text';
import { CommuneSums } from './communes';
import { DwellingSums } from './dwelling';
import { field, fieldNames } from './fields';
import { LineKinds } from './line-kinds';
import type { RplsLayout } from './layout';
import { Outcomes } from './outcomes';
import { LineValues } from './values';
import { YearCounts } from './years';

export interface TallyOptions {
  /** The reporting year; 0 while it is not known (then nothing that depends on it is right). */
  readonly year: number;
  /** The year is a guess: count what dates the file, to check it. */
  readonly dated?: boolean;
  /** Only the dwellings of this landlord are taken, where lines name theirs. */
  readonly siren?: string;
}

const ONE = 49;
const FIVE = 53;

/** Adds up the lines of one file, commune by commune; nothing of a line is kept beyond its numbers. */
export class RplsTally {
  readonly outcomes = new Outcomes();
  readonly communes = new CommuneSums();
  readonly years = new YearCounts();
  /** SIREN found on the lines, as numbers; the first few are enough to say so. */
  readonly landlords = new Set<number>();
  readonly dwellings: DwellingSums;
  private readonly splitter: FieldSplitter;
  private readonly values: LineValues;
  private readonly kinds: LineKinds;
  private readonly siren: number;
  private readonly namesLandlord: boolean;
  private readonly dated: boolean;

  constructor(
    private readonly layout: RplsLayout,
    lineEnd: number,
    options: TallyOptions,
  ) {
    const columns = Int32Array.from(fieldNames, (name) => layout.columns[name] ?? -1);
    this.splitter = new FieldSplitter(layout.separator, lineEnd, layout.fields);
    this.values = new LineValues(this.splitter, columns);
    this.kinds = new LineKinds(this.values, this.splitter, layout);
    this.dwellings = new DwellingSums(this.values, layout, options.year);
    this.dated = options.dated === true;
    this.siren = Number(options.siren ?? 0);
    this.namesLandlord = layout.columns.SIRET !== undefined;
  }

  /** Takes a block of whole lines. */
  readonly take: BlockVisitor = (bytes, start, end) => {
    const { splitter, values, outcomes } = this;
    values.on(bytes);
    let from = start;
    while (from < end) {
      splitter.split(bytes, from, end);
      outcomes.lines += 1;
      if (outcomes.lines <= this.layout.headingLines) outcomes.headings += 1;
      else this.takeLine(bytes, from, outcomes.lines);
      from = splitter.next;
    }
  };

  private takeLine(bytes: Uint8Array, from: number, line: number): void {
    const { values, outcomes } = this;
    const key = values.commune(field.DEPCOM);
    const odd = this.splitter.count !== this.layout.fields;
    if (odd || key === 0) {
      const kind = this.kinds.of(bytes, from);
      if (kind === 'blank') outcomes.blank += 1;
      else if (kind === 'headings') outcomes.headings += 1;
      else if (kind === 'broken') outcomes.note('columns', line);
      else if (key === 0) outcomes.note('no_commune', line);
      if (kind !== 'dwelling' || key === 0) return;
    }
    if (this.namesLandlord) {
      const siren = values.siren(field.SIRET);
      if (siren !== 0 && this.landlords.size < 50) this.landlords.add(siren);
      if (this.siren !== 0 && siren !== this.siren) return outcomes.note('other_landlord', line);
    }
    const right = values.code(field.DROIT);
    if (right !== 0 && (right < ONE || right > FIVE)) return outcomes.note('no_right', line);
    const row = this.communes.rowOf(key, line);
    if (!this.dwellings.add(this.communes.sums, row)) outcomes.note('unknown_exit', line);
    else if (this.dated) this.years.add(values);
  }
}
