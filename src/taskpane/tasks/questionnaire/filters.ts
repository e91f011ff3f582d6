import { isAnswered, type Question, type Questionnaire, type Theme } from '../../workbook/questionnaire';

export const filters = ['all', 'essential', 'open', 'remarked'] as const;
export type Filter = (typeof filters)[number];

const tests: Readonly<Record<Filter, (question: Question) => boolean>> = {
  all: () => true,
  essential: ({ essential }) => essential,
  open: (question) => !isAnswered(question),
  remarked: ({ remarks }) => remarks.length > 0,
};

/** The themes with the questions that a filter keeps; a theme left without any is left out. */
export function filtered({ themes }: Questionnaire, filter: Filter): readonly Theme[] {
  return themes.flatMap((theme): Theme[] => {
    const questions = theme.questions.filter(tests[filter]);
    if (questions.length === 0) return [];
    return [{ ...theme, questions, answered: questions.filter(isAnswered).length }];
  });
}

/** The question before and the one after, in the order of the list. */
export function neighbours(
  themes: readonly Theme[],
  code: string,
): { readonly previous?: Question; readonly next?: Question } {
  const all = themes.flatMap(({ questions }) => questions);
  const at = all.findIndex((one) => one.code === code);
  const [previous, next] = at < 0 ? [] : [all[at - 1], all[at + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}
