/** Why a line of a dwelling gives no figure at all. */
export type SetAside = 'other_landlord' | 'no_right';
export type Rejection = 'columns' | 'no_commune' | 'unknown_commune' | 'unknown_exit';

/** Line numbers kept as examples of each reason. */
const EXAMPLES = 5;

export interface Lines {
  count: number;
  readonly examples: number[];
}

/** What became of every line of a file. */
export class Outcomes {
  /** Lines of the file, of whatever kind. */
  lines = 0;
  headings = 0;
  blank = 0;
  readonly reasons = new Map<SetAside | Rejection, Lines>();

  note(reason: SetAside | Rejection, line: number, count = 1): void {
    let lines = this.reasons.get(reason);
    if (!lines) this.reasons.set(reason, (lines = { count: 0, examples: [] }));
    lines.count += count;
    if (lines.examples.length < EXAMPLES) lines.examples.push(line);
  }
}
