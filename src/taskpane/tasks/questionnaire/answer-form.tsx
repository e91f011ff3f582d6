import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type Ref } from 'react';
import type { Locale } from '../../../formula';
import { answerQuestion, type GivenAnswer } from '../../actions';
import { inFull, useLocale, useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import type { AnswerRow, Question } from '../../workbook/questionnaire';
import { typedNumber } from '../../workbook/typed-number';
import { unitWords } from '../../workbook/unit-words';
import { messages } from './messages';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '10px' },
  line: { display: 'flex', gap: '8px', alignItems: 'flex-end' },
  field: { flex: '1 1 0', minWidth: 0 },
  words: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

interface AnswerFormProps {
  readonly question: Question;
  /** Undefined when the question has no row yet: answering adds it. */
  readonly row: AnswerRow | undefined;
  readonly year: number;
  /** Answered row by row elsewhere: only 0, ND and SO are accepted. */
  readonly whole: boolean;
  readonly formRef: Ref<HTMLFormElement>;
  /** An answer was given, and is written or refused. */
  readonly onGiven: () => void;
}

/** What the cell holds, as the person would type it. */
function typed(row: AnswerRow | undefined, locale: Locale): string {
  if (typeof row?.content !== 'number') return '';
  return inFull(row.content, locale);
}

/** Answers in the pane: a number, or one of the two words. */
export function AnswerForm({ question, row, year, whole, formRef, onGiven }: AnswerFormProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [text, setText] = useState(() => typed(row, locale));
  const [problem, setProblem] = useState<'notNumber' | 'negative'>();
  const unit = unitWords(question.point?.unit ?? '', locale);
  const give = (answer: GivenAnswer) =>
    void session
      .perform(answerQuestion, {
        code: question.code,
        year,
        territory: row?.territory ?? '',
        answer,
        seen: row?.content ?? null,
      })
      .finally(onGiven);
  const submit = () => {
    const value = typedNumber(text, locale);
    if (value === undefined) return setProblem('notNumber');
    if (value < 0 && question.point?.nonnegative) return setProblem('negative');
    give(value);
  };
  const word = (answer: GivenAnswer, label: string) => (
    <Button size="small" disabled={busy} onClick={() => give(answer)}>
      {label}
    </Button>
  );
  return (
    <form
      noValidate
      ref={formRef}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {whole ? null : (
        <div className={styles.line}>
          <Field
            className={styles.field}
            label={unit === '' ? t('answer') : t('answerIn', { unit })}
            hint={t('number')}
            {...(problem && { validationState: 'error', validationMessage: t(problem) })}
          >
            <Input
              inputMode="decimal"
              autoComplete="off"
              value={text}
              contentAfter={
                <Button type="submit" size="small" appearance="primary" disabled={busy}>
                  {t('save')}
                </Button>
              }
              onChange={(_, { value }) => {
                setText(value);
                setProblem(undefined);
              }}
            />
          </Field>
        </div>
      )}
      <div className={styles.words}>
        {whole ? word(0, t('none')) : null}
        {word('ND', t('sayUnavailable'))}
        {word('SO', t('sayNotApplicable'))}
        {row && row.answer.kind !== 'blank' ? word(null, t('clear')) : null}
      </div>
    </form>
  );
}
