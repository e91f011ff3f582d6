import type { Contribution } from '../contribution';
import type { Question } from '../contribution';

/**
 * The part of a questionnaire that is filled, from 0 to 1: questions with a number, `ND` or `SO` for the year, at
 * any territory, or with rows in their own table. A blank or a refused value is not an answer. 1 when nothing is asked.
 */
export function filledShare(
  contribution: Contribution,
  questions: readonly Question[],
  year: number,
): number {
  const answered = new Set<string>();
  for (const { code, year: of, answer } of contribution.facts) {
    if (of === year && answer.kind !== 'blank' && answer.kind !== 'refused') answered.add(code);
  }
  for (const one of contribution.members) if (one.year === year) answered.add(one.list);
  for (const one of contribution.rows)
    if (one.year === year) answered.add(`IMPACT_${one.table.toUpperCase()}`);
  if (questions.length === 0) return 1;
  return questions.filter(({ code }) => answered.has(code)).length / questions.length;
}
