import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { TableName } from '../../../contribution';
import type { TableContent } from '../../../excel';
import type { Engine } from '../../engine';
import { useLocale, useMessages, useSpoken, typeset } from '../../i18n';
import { useSession } from '../../session';
import { Back } from '../../ui/back';
import { CellLink } from '../../ui/cell-link';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Section } from '../../ui/page';
import { isFocusLost } from '../../ui/return-focus';
import type { AnswerRow, Question, Theme } from '../../workbook/questionnaire';
import { AnswerForm } from './answer-form';
import { answerText } from './answer-text';
import { neighbours } from './filters';
import { messages } from './messages';
import { QuestionHelp } from './question-help';

const useStyles = makeStyles({
  text: { margin: 0, fontSize: '14px', lineHeight: '20px' },
  steps: { display: 'flex', justifyContent: 'space-between', gap: '8px' },
  meta: { color: tokens.colorNeutralForeground3, fontSize: '12px' },
});

interface QuestionViewProps {
  readonly engine: Engine;
  readonly question: Question;
  readonly year: number;
  /** Where the question before and the one after are looked for. */
  readonly themes: readonly Theme[];
  readonly tables: ReadonlyMap<TableName, TableContent>;
  readonly open: (code: string | undefined) => void;
  readonly close: () => void;
}

/** One question: what is asked, the answer, and where it is found. */
export function QuestionView({ engine, question, year, themes, tables, open, close }: QuestionViewProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const session = useSession();
  const [at, setAt] = useState(0);
  const { previous, next } = neighbours(themes, question.code);
  const row = question.rows[at];
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState(0);
  const shown = `${at} ${JSON.stringify(row?.content)}`;
  useEffect(() => {
    // The form that gave the answer has made way for the one that shows it.
    if (given > 0 && isFocusLost()) form.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [given, shown]);
  const theme = engine.catalogue.dimensions.find(({ code }) => code === question.theme);
  const table = question.elsewhere === undefined ? undefined : tables.get(question.elsewhere);
  return (
    <>
      <Back label={theme ? say(theme.label) : question.theme} onClick={close} />
      <Section title={say(question.label)}>
        {question.point ? <p className={styles.text}>{say(question.point.question)}</p> : null}
        {question.elsewhere === undefined ? null : (
          <>
            <p className={styles.meta}>{t('elsewhere', { table: question.elsewhere })}</p>
            {table ? (
              <div>
                <Button
                  size="small"
                  icon={<Icon name="cell" size={16} />}
                  onClick={() => void session.select(table.sheet, firstBodyCell(table))}
                >
                  {t('openTable')}
                  {question.entries > 0 ? ` (${t('entries', { count: question.entries })})` : ''}
                </Button>
              </div>
            ) : null}
          </>
        )}
        {question.rows.length > 1 ? (
          <Places question={question} at={at} choose={setAt} engine={engine} />
        ) : null}
        <AnswerForm
          // Starts again from what the cell holds, whoever changed it.
          key={shown}
          question={question}
          row={row}
          year={year}
          whole={question.elsewhere !== undefined}
          formRef={form}
          onGiven={() => setGiven((count) => count + 1)}
        />
        {row ? (
          <div>
            <CellLink sheet={row.sheet} address={row.address} />
          </div>
        ) : null}
      </Section>
      {question.remarks.length > 0 ? (
        <Section title={t('remarks')}>
          <List label={t('remarks')}>
            {question.remarks.map((remark, index) => (
              <Row
                key={index}
                icon={<Icon name={remark.level === 'blocking' ? 'blocking' : 'warning'} size={18} />}
                title={<span lang="fr">{typeset(remark.message)}</span>}
              />
            ))}
          </List>
        </Section>
      ) : null}
      {question.point ? <QuestionHelp point={question.point} year={year} /> : null}
      <div className={styles.steps}>
        <Button
          size="small"
          disabled={!previous}
          icon={<Icon name="back" size={16} />}
          onClick={() => open(previous?.code)}
        >
          {t('previous')}
        </Button>
        <Button
          size="small"
          disabled={!next}
          icon={<Icon name="forward" size={16} />}
          iconPosition="after"
          onClick={() => open(next?.code)}
        >
          {t('next')}
        </Button>
      </div>
    </>
  );
}

const firstBodyCell = (table: TableContent): string =>
  table.cells[0]?.[0] ?? table.address.split(':')[0] ?? table.address;

interface PlacesProps {
  readonly question: Question;
  readonly at: number;
  readonly choose: (at: number) => void;
  readonly engine: Engine;
}

/** The rows of a question answered at several territories. */
function Places({ question, at, choose, engine }: PlacesProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const name = ({ territory }: AnswerRow): string =>
    territory === '' ? t('campaignPlace') : engine.territoryName(territory);
  return (
    <List label={t('place')}>
      {question.rows.map((row, index) => (
        <Row
          key={row.address}
          title={name(row)}
          end={answerText(row.answer, question.point?.unit ?? '', t, locale)}
          current={index === at}
          onClick={() => choose(index)}
        />
      ))}
    </List>
  );
}
