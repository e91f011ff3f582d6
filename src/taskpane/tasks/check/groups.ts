import type { Remark } from '../../../contribution';

/** The remarks of one kind, in the order they were found. */
export interface RemarkGroup {
  readonly code: string;
  readonly remarks: readonly Remark[];
}

/** Remarks of a level gathered by kind, the kinds in the order of their first remark. */
export function groupsOf(remarks: readonly Remark[], level: Remark['level']): readonly RemarkGroup[] {
  const byCode = new Map<string, Remark[]>();
  for (const remark of remarks) {
    if (remark.level !== level) continue;
    const sofar = byCode.get(remark.code);
    if (sofar) sofar.push(remark);
    else byCode.set(remark.code, [remark]);
  }
  return [...byCode].map(([code, some]) => ({ code, remarks: some }));
}
