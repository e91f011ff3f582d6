import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { formatNumber } from '../../../formula';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { CellLink } from '../../ui/cell-link';
import { List, Row } from '../../ui/list';
import { Section } from '../../ui/page';
import type { RangeSummary } from '../../workbook/range-summary';
import { placeOf } from '../../workbook/reference';
import type { ArgumentStory, CallStory } from './cell-story';
import { messages } from './messages';

const useStyles = makeStyles({
  text: { margin: 0, fontSize: '13px', lineHeight: '19px' },
  meta: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  name: { fontWeight: 600 },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: '12px' },
  body: { overflowWrap: 'anywhere' },
});

/** A call of one of our functions: what it does, what it was given, and why it has no value if it has none. */
export function CallView({ call, sheet }: { readonly call: CallStory; readonly sheet: string }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const { spec, failure } = call;
  return (
    <Section title={`IMPACT.${spec.id}`}>
      <p className={styles.text}>{say(spec.description)}</p>
      {failure ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{t('why')}</MessageBarTitle> {say(failure)}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <List label={t('arguments')}>
        {call.arguments.map((argument, index) => (
          <Row
            key={index}
            title={<span className={styles.name}>{argument.name}</span>}
            note={<Argument argument={argument} sheet={sheet} />}
          />
        ))}
      </List>
      <p className={styles.meta}>{t('rule', { text: say(spec.help) })}</p>
    </Section>
  );
}

function Argument({ argument, sheet }: { readonly argument: ArgumentStory; readonly sheet: string }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const say = useSpoken();
  const { description, text, range, summary } = argument;
  const place = range ?? placeOf(text, sheet);
  return (
    <>
      {description ? <span style={{ display: 'block' }}>{say(description)}</span> : null}
      {place ? (
        <CellLink sheet={place.sheet} address={place.address} />
      ) : (
        <span className={styles.code}>{text}</span>
      )}
      {summary && summary.cells > 1 ? <span style={{ display: 'block' }}>{summaryText(summary)}</span> : null}
    </>
  );

  function summaryText({ cells, numbers, blanks, texts, errors, sum }: RangeSummary): string {
    return [
      t('summary', { cells, numbers, blanks }),
      texts > 0 ? t('summaryTexts', { count: texts }) : '',
      errors > 0 ? t('summaryErrors', { count: errors }) : '',
      sum !== undefined ? t('summarySum', { sum: formatNumber(sum, { locale }) }) : '',
    ].join('');
  }
}
