import { field } from './fields';
import type { LineValues } from './values';

const FIRST = 1990;
const LAST = 2060;
/** Fewer leases tell nothing. */
const LEASES = 20;

/** Counts what dates a file without saying its year: entries into the stock, leases, energy ratings. */
export class YearCounts {
  private readonly entries = new Int32Array(LAST - FIRST + 1);
  private readonly leases = new Int32Array(LAST - FIRST + 1);
  private lines = 0;

  add(values: LineValues): void {
    this.lines += 1;
    count(this.entries, values.year(field.PATRIMOINE));
    count(this.entries, values.year(field.DPEDATE));
    count(this.leases, values.year(field.BAIL));
  }

  /**
   * The reporting year that the dates suggest, undefined when there are none. Leases of the January of the survey
   * are few beside those of a whole year; year of first letting is left aside, it may lie ahead.
   */
  get latest(): number | undefined {
    const leases = this.leases.reduce((sum, one) => sum + one, 0);
    if (leases >= LEASES) {
      for (let at = LAST - FIRST; at > 0; at -= 1) {
        const here = this.leases[at] ?? 0;
        if (here > 1 && here * 3 >= (this.leases[at - 1] ?? 0)) return FIRST + at;
      }
    }
    const enough = this.lines < 500 ? 1 : 2;
    const latest = this.entries.findLastIndex((entries) => entries >= enough);
    return latest < 0 ? undefined : FIRST + latest;
  }
}

function count(counts: Int32Array, year: number): void {
  if (year >= FIRST && year <= LAST) counts[year - FIRST] = (counts[year - FIRST] ?? 0) + 1;
}
