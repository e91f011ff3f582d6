import type { Remark, RemarkLevel, Source } from './model';

/** Remarks of one kind kept for one sheet; the others are counted, so that a wrong column stays readable. */
const mostOfAKind = 200;

/** Gathers remarks while a workbook is read. */
export class RemarkList {
  readonly #remarks: Remark[] = [];
  readonly #counts = new Map<string, { count: number; readonly last: Remark }>();

  /** What prevents a figure from being used: a person has to correct it. */
  blocking(code: string, message: string, source: Source, subject?: string): void {
    this.#add('blocking', code, message, source, subject);
  }

  /** What was understood but should be looked at. */
  warning(code: string, message: string, source: Source, subject?: string): void {
    this.#add('warning', code, message, source, subject);
  }

  /** All of them, in the order found; beyond 200 of a kind on a sheet, one more says how many. */
  list(): readonly Remark[] {
    const more = [...this.#counts.values()].flatMap(({ count, last }) => {
      const others = count - mostOfAKind;
      if (others <= 0) return [];
      const message = `${others} autre(s) remarque(s) du même genre sur cette feuille, non détaillée(s). Exemple : ${last.message}`;
      return [{ ...last, message, source: { ...last.source, cell: '' } }];
    });
    return [...this.#remarks, ...more];
  }

  #add(level: RemarkLevel, code: string, message: string, source: Source, subject?: string): void {
    const remark: Remark = { level, code, message, source, ...(subject !== undefined && { subject }) };
    const kind = `${level} ${code} ${source.sheet}`;
    const seen = this.#counts.get(kind);
    if (seen) seen.count++;
    else this.#counts.set(kind, { count: 1, last: remark });
    if ((seen?.count ?? 1) <= mostOfAKind) this.#remarks.push(remark);
  }
}
