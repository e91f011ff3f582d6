import { makeStyles, tokens } from '@fluentui/react-components';
import type { DataPoint } from '../../../catalogue';
import { useMessages } from '../../i18n';
import { Section } from '../../ui/page';
import { messages } from './messages';

const useStyles = makeStyles({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  term: { color: tokens.colorNeutralForeground3, fontSize: '12px' },
  text: { margin: 0, fontSize: '13px', lineHeight: '18px', overflowWrap: 'anywhere' },
});

const periods = { stock_start: 'stockStart', stock_end: 'stockEnd', flow: 'flow' } as const;

/** Where and when: in the landlord's tools, in the RPLS file, in the accounts. In French as the sources are. */
export function QuestionHelp({ point, year }: { readonly point: DataPoint; readonly year: number }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const places: readonly (readonly [string, string | undefined])[] = [
    [t('findOther'), point.find.other],
    [t('findRpls'), point.find.rpls],
    [t('findFec'), point.find.fec],
  ];
  return (
    <Section title={t('find')}>
      <dl className={styles.list}>
        {places.map(([term, text]) =>
          text === undefined || text === '' ? null : (
            <div key={term}>
              <dt className={styles.term}>{term}</dt>
              <dd className={styles.text} lang="fr">
                {text}
              </dd>
            </div>
          ),
        )}
        <div>
          <dt className={styles.term}>{t('when')}</dt>
          <dd className={styles.text}>{t(periods[point.period], { year: String(year) })}</dd>
        </div>
      </dl>
      <span className={styles.term}>{t('code', { code: point.code })}</span>
    </Section>
  );
}
