import type { Answer, Contribution } from '../../contribution';
import type { Engine } from '../engine';

/** Where a question stands; `blank` as long as one of its rows has no answer. */
export type QuestionState = Answer['kind'];

/** Whether a question so standing was answered: a number, `ND` or `SO`. */
export const isAnswer = (state: QuestionState | undefined): boolean =>
  state === 'number' || state === 'unavailable' || state === 'not_applicable';

/** The worst first: one row to correct leaves the question to correct, one blank row leaves it to answer. */
const gravest = ['refused', 'blank', 'unavailable', 'number', 'not_applicable'] as const;

/**
 * Where the questions stand that a settled contribution says something of, by code (a table answered row by row by
 * the name of that table: a data point may be called like it). Facts of other years say nothing.
 */
export function statesOf(
  { facts, members, rows }: Contribution,
  year: number,
  { rowTables }: Engine,
): ReadonlyMap<string, QuestionState> {
  const states = new Map<string, QuestionState>();
  const byCommune = new Set(
    facts
      .filter((one) => one.year === year && isCommune(one) && one.answer.kind !== 'blank')
      .map(({ code }) => code),
  );
  for (const fact of facts) {
    const { code, year: of, answer } = fact;
    // A total left blank asks nothing of who has answered for each commune.
    if (of !== year || (answer.kind === 'blank' && !isCommune(fact) && byCommune.has(code))) continue;
    const sofar = states.get(code) ?? answer.kind;
    states.set(code, gravest.indexOf(answer.kind) < gravest.indexOf(sofar) ? answer.kind : sofar);
  }
  for (const { list, year: of } of members) if (of === year) states.set(list, 'number');
  for (const { table, year: of } of rows) if (of === year) states.set(rowTables[table].table, 'number');
  return states;
}

const isCommune = ({ territory }: Contribution['facts'][number]): boolean => territory.startsWith('COM:');

/** How many questions of the questionnaire a settled contribution answers, for the year of its identity. */
export function countAnswers(contribution: Contribution, engine: Engine): number {
  const { identity } = contribution;
  if (!identity) return 0;
  const states = statesOf(contribution, identity.year, engine);
  return questionCodes(engine).filter((code) => isAnswer(states.get(code))).length;
}

/** What is asked: the data points that are given, and the tables answered row by row. */
function questionCodes({ catalogue, tableNames }: Engine): readonly string[] {
  const points = [...catalogue.dataPoints.values()].filter(({ kind }) => kind === 'sum' || kind === 'set');
  return [...points.map(({ code }) => code), tableNames.rents, tableNames.works];
}
