import type { Catalogue } from '../../catalogue';
import type { WorkbookModel } from '../../xlsx';
import { dataHelpSheet, indicatorHelpSheet } from './help';
import { identitySheet, type TemplateIdentity } from './identity';
import { questionnaireSheet } from './questionnaire';
import { type Question, questionsOf } from './questions';
import { readmeSheet } from './readme';
import { listsSheet, rowTableSheets } from './row-tables';

/** What a template asks, and what it reminds of. */
export interface TemplateOptions {
  /** Only the questions of these themes (codes of dimensions); all of them unless told. */
  readonly themes?: readonly string[];
  /** What was answered for an earlier year, by code, as a text: shown with the question, never counted. */
  readonly previous?: { readonly year: number; readonly answers: ReadonlyMap<string, string> };
}

/**
 * An empty contribution workbook for one landlord and year: the tables of the contribution format, with the
 * questions, help, drop-downs and live checks a person needs to fill them without reading the format.
 * Blank answers stay really blank cells: nothing in the workbook computes them.
 */
export function buildTemplate(
  identity: TemplateIdentity,
  catalogue: Catalogue,
  { themes, previous }: TemplateOptions = {},
): WorkbookModel {
  const asked = (theme: string): boolean => themes === undefined || themes.includes(theme);
  const questions = questionsOf(catalogue)
    .filter(({ theme }) => asked(theme))
    .map((question) => withReminder(question, previous));
  const elsewhere = new Set(questions.flatMap((one) => (one.elsewhere ? [one.elsewhere.sheet] : [])));
  const rowSheets = [
    ...rowTableSheets(catalogue, identity.year),
    listsSheet(catalogue, identity.year, asked),
  ];
  return {
    title: `Contribution de ${identity.name} — ${identity.year}`,
    creator: 'Impact HLM',
    modified: new Date(Date.UTC(identity.year, 11, 31)),
    sheets: [
      readmeSheet(identity, questions, catalogue),
      identitySheet(identity, catalogue.version),
      questionnaireSheet(questions, identity, catalogue),
      ...rowSheets.filter(({ name }) => elsewhere.has(name)),
      dataHelpSheet(catalogue, identity.year, asked),
      indicatorHelpSheet(catalogue, asked),
    ],
    properties: { impact_classeur: 'contribution', impact_catalogue: catalogue.version },
  };
}

/** The question with the earlier answer below it: a text in a column that no reader counts. */
function withReminder(question: Question, previous: TemplateOptions['previous']): Question {
  const answer = previous?.answers.get(question.code);
  if (previous === undefined || answer === undefined) return question;
  return { ...question, text: `${question.text}\nRappel ${previous.year} : ${answer}` };
}
