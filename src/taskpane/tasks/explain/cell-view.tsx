import { makeStyles, tokens } from '@fluentui/react-components';
import type { Selection } from '../../../excel';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { CellLink } from '../../ui/cell-link';
import { useReading } from '../../ui/hooks';
import { List, Row } from '../../ui/list';
import { Empty, Section } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { textOf } from '../../workbook/table-cells';
import { CallView } from './call-view';
import { cellStory, type CellStory } from './cell-story';
import { IndicatorView } from './indicator-view';
import { messages } from './messages';

const useStyles = makeStyles({
  value: { fontSize: '24px', lineHeight: '30px', fontWeight: 600, overflowWrap: 'anywhere' },
  words: { fontSize: '16px', lineHeight: '22px', fontWeight: 600, overflowWrap: 'anywhere' },
  formula: {
    margin: 0,
    padding: '8px 10px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

/** The selected cell: what it holds, why, and what it reads. Follows the selection. */
export function CellView({ selection }: { readonly selection: Selection }) {
  const t = useMessages(messages);
  const session = useSession();
  const locale = useLocale();
  const engine = useSessionState((state) => state.engine);
  const workbook = useSessionState((state) => state.workbook);
  const story = useReading(
    // Read again when the workbook was: a precedent may have changed.
    JSON.stringify([selection, locale, engine !== undefined, stamp(workbook)]),
    async () => engine && cellStory(selection, { port: session.port, engine, workbook, locale }),
  );
  if (!story) return <Waiting label={t('reading')} />;
  return <Story story={story} />;
}

const stamps = new WeakMap<object, number>();
let lastStamp = 0;

/** A number for each reading of the workbook. */
function stamp(workbook: object | undefined): number {
  if (!workbook) return 0;
  const known = stamps.get(workbook) ?? ++lastStamp;
  stamps.set(workbook, known);
  return known;
}

function Story({ story }: { readonly story: CellStory }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const session = useSession();
  const engine = useSessionState((state) => state.engine);
  const consolidation = useSessionState((state) => state.workbook?.consolidation);
  const { selection, answer, calls, indicator } = story;
  const given = new Set(
    calls.flatMap((call) =>
      call.arguments.flatMap(({ range }) => (range ? [`${range.sheet}!${range.address}`] : [])),
    ),
  );
  const precedents = story.precedents.filter((one) => !given.has(`${one.sheet}!${one.address}`));
  const { sheet, cell, formula, localFormula, value, text } = selection;
  const title = t('cell', { cell: `${sheet}!${cell}` });
  if (value === null && formula === null && !answer) {
    return (
      <Section title={title}>
        <Empty>{t('blank')}</Empty>
      </Section>
    );
  }
  return (
    <>
      <Section title={title}>
        {value === null ? null : (
          <span className={typeof value === 'string' ? styles.words : styles.value}>
            {text || textOf(value)}
          </span>
        )}
        {formula === null ? null : (
          <pre className={styles.formula} aria-label={t('formula')}>
            {localFormula ?? formula}
          </pre>
        )}
        {answer ? (
          <List>
            <Row
              title={say(answer.question.label)}
              note={t('answerOf')}
              end={t('toQuestion')}
              onClick={() => session.open('questionnaire', { question: answer.question.code })}
            />
          </List>
        ) : null}
        {formula === null && indicator === undefined && !answer ? <Empty>{t('typed')}</Empty> : null}
      </Section>
      {calls.map((call, index) => (
        <CallView key={index} call={call} sheet={sheet} />
      ))}
      {indicator !== undefined && engine && consolidation ? (
        <IndicatorView code={indicator} engine={engine} consolidation={consolidation} />
      ) : null}
      {formula === null || (calls.length > 0 && precedents.length === 0) ? null : (
        <Section title={t('reads')}>
          {precedents.length === 0 ? (
            <Empty>{t('readsNone')}</Empty>
          ) : (
            <List label={t('reads')}>
              {precedents.map((one) => (
                <Row
                  key={`${one.sheet}!${one.address}`}
                  title={<CellLink sheet={one.sheet} address={one.address} />}
                  end={one.address.includes(':') ? undefined : textOf(one.value)}
                />
              ))}
            </List>
          )}
        </Section>
      )}
    </>
  );
}
