import type { CellContent, RowByHeading } from '../../excel';
import type { Locale } from '../../formula';
import { inFull, translate } from '../i18n';
import { TableCells, textOf } from '../workbook/table-cells';
import { ActionProblem, type Action } from './action';
import { messages } from './messages';

/** An answer as the questionnaire takes it; null clears the cell. */
export type GivenAnswer = number | 'ND' | 'SO' | null;

export interface AnswerInput {
  readonly code: string;
  readonly year: number;
  /** As written in the row; empty for the campaign's territory. */
  readonly territory: string;
  readonly answer: GivenAnswer;
  /** What the pane showed in the cell when the person answered. */
  readonly seen: CellContent;
}

/** Writes an answer in its row of the data table; a question that has no row yet gets one. */
export const answerQuestion: Action<AnswerInput, GivenAnswer> = {
  id: 'repondre',
  doing: { fr: 'Enregistrement de la réponse', en: 'Saving the answer' },
  changes: true,
  async perform({ code, year, territory, answer, seen }, { port, engine }) {
    const content = await port.readTable(engine.tableNames.facts);
    const table = new TableCells(content, engine);
    const row = table.findRow(
      (one) =>
        engine.headingKey(table.text(one, 'code')) === engine.headingKey(code) &&
        table.text(one, 'annee') === String(year) &&
        engine.headingKey(table.text(one, 'territoire')) === engine.headingKey(territory),
    );
    if (row !== undefined) {
      const now = table.at(row, 'valeur');
      if (textOf(now) !== textOf(seen)) throw answeredMeanwhile(textOf(now));
      const write = table.write(row, 'valeur', answer, now);
      if (write) await port.writeCells([write]);
      return answer;
    }
    const point = engine.catalogue.dataPoints.get(code);
    const wanted: readonly (readonly [string, RowByHeading[string]])[] = [
      ['code', code],
      ['libelle', point?.label.fr ?? code],
      ['annee', year],
      ['territoire', territory === '' ? null : territory],
      ['valeur', answer],
      ['unite', point?.unit ?? null],
    ];
    const added = wanted.flatMap(([heading, value]) => {
      const written = table.written(heading);
      return written === undefined || value === null ? [] : [[written, value] as const];
    });
    await port.appendRows(content.name, [Object.fromEntries(added)]);
    return answer;
  },
  told(answer) {
    if (answer === null) return messages.cleared;
    const written = (locale: Locale) => (typeof answer === 'number' ? inFull(answer, locale) : answer);
    return {
      fr: translate(messages.answered, 'fr', { answer: written('fr') }),
      en: translate(messages.answered, 'en', { answer: written('en') }),
    };
  },
};

function answeredMeanwhile(now: string): ActionProblem {
  return new ActionProblem(
    {
      fr:
        now === ''
          ? 'La réponse a été effacée entre-temps dans le classeur.'
          : `Quelqu’un a répondu « ${now} » entre-temps dans le classeur.`,
      en:
        now === ''
          ? 'The answer was cleared in the workbook meanwhile.'
          : `Someone answered “${now}” in the workbook meanwhile.`,
    },
    {
      fr: 'Rien n’a été écrit. La réponse actuelle est affichée : gardez-la, ou répondez de nouveau.',
      en: 'Nothing was written. The current answer is shown: keep it, or answer again.',
    },
  );
}
