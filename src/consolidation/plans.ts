import type { Catalogue, Coefficient, Indicator } from '../catalogue';
import { answerState, compileFormula, leafKey, leavesOf } from '../formula';
import { isLandlordLeaf, questionOf, type Question } from './leaves';

export type AnswerState = 'number' | 'not_applicable' | 'missing';

/** Where a leaf of a formula takes its value. */
export type Slot =
  /** Index of the question in the plans' list. */
  | { readonly kind: 'landlords'; readonly question: number }
  | { readonly kind: 'coefficient'; readonly coefficient: Coefficient | undefined }
  /** Code without the `ref.` in front. */
  | { readonly kind: 'reference'; readonly code: string };

/** An indicator, made ready once for all landlords and territories. */
export interface Plan {
  readonly indicator: Indicator;
  readonly keys: readonly string[];
  /** Aligned with `keys`. */
  readonly slots: readonly Slot[];
  /** The questions asked of landlords, without the constants. */
  readonly asked: readonly number[];
  /** Counts different members: given at the campaign's territory only. */
  readonly distinct: boolean;
  /** Values aligned with `keys`; NaN for a zero denominator. */
  evaluate(values: ArrayLike<number>): number;
  /** The state of the whole for a landlord, given the state of each question (by index). */
  stateOf(states: (question: number) => AnswerState): AnswerState;
}

export interface Plans {
  readonly questions: readonly Question[];
  readonly plans: readonly Plan[];
  /** By leaf key. */
  readonly questionAt: ReadonlyMap<string, number>;
}

/** The plans of every indicator; questions that several indicators share are asked once. */
export function plansOf(catalogue: Catalogue): Plans {
  const questions: Question[] = [];
  const questionAt = new Map<string, number>();
  const indexOf = (question: Question): number => {
    const known = questionAt.get(question.key);
    if (known !== undefined) return known;
    questionAt.set(question.key, questions.length);
    return questions.push(question) - 1;
  };
  const plans = [...catalogue.indicators.values()].map((indicator) => planOf(indicator, catalogue, indexOf));
  return { questions, plans, questionAt };
}

function planOf(indicator: Indicator, catalogue: Catalogue, indexOf: (question: Question) => number): Plan {
  const leaves = leavesOf(indicator.inlined);
  const keys = leaves.map(leafKey);
  const slots = leaves.map((leaf): Slot => {
    if (isLandlordLeaf(leaf)) return { kind: 'landlords', question: indexOf(questionOf(leaf, catalogue)) };
    return leaf.kind === 'coefficient'
      ? { kind: 'coefficient', coefficient: catalogue.coefficient(leaf.code) }
      : { kind: 'reference', code: leaf.code };
  });
  const questionOfKey = new Map(
    slots.flatMap((slot, index) =>
      slot.kind === 'landlords' ? [[keys[index], slot.question] as const] : [],
    ),
  );
  const asked = [...questionOfKey.values()];
  return {
    indicator,
    keys,
    slots,
    asked,
    distinct: leaves.some((leaf) => leaf.kind === 'distinct'),
    evaluate: compileFormula(indicator.inlined, keys),
    stateOf(states) {
      const answers = asked.map(states);
      if (!answers.includes('not_applicable')) return answers.includes('missing') ? 'missing' : 'number';
      return answerState(indicator.inlined, (key) => {
        const question = questionOfKey.get(key);
        return question === undefined ? 'number' : states(question);
      });
    },
  };
}
