import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { FunctionSpec } from '../../../functions';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { useReading } from '../../ui/hooks';
import { Section } from '../../ui/page';
import type { Argument } from './call-draft';
import { messages } from './messages';
import { previewOf } from './preview';

const useStyles = makeStyles({
  box: { minHeight: '24px', overflowX: 'auto' },
  value: { fontSize: '18px', lineHeight: '24px', fontWeight: 600, overflowWrap: 'anywhere' },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '13px', lineHeight: '18px' },
  table: { borderCollapse: 'collapse', fontSize: '12px', lineHeight: '18px' },
  cell: {
    padding: '2px 8px 2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
  },
});

/** Typing calls nothing: the preview waits until the person pauses. */
const PAUSE = 250;

interface PreviewViewProps {
  readonly spec: FunctionSpec;
  readonly drafts: readonly Argument[];
  readonly sheet: string;
}

/** What the call gives now. */
export function PreviewView({ spec, drafts, sheet }: PreviewViewProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const say = useSpoken();
  const session = useSession();
  const engine = useSessionState((state) => state.engine);
  const current = JSON.stringify([drafts, sheet, locale, engine !== undefined]);
  const [settled, setSettled] = useState(current);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(current), PAUSE);
    return () => clearTimeout(timer);
  }, [current]);
  const preview = useReading(
    settled,
    async () => engine && previewOf(spec, drafts, { port: session.port, engine, locale, sheet }),
  );
  const content = () => {
    switch (preview?.kind) {
      case 'incomplete':
        return <p className={styles.note}>{t('incomplete')}</p>;
      case 'unknown':
        return <p className={styles.note}>{t('unknown', { text: preview.text })}</p>;
      case 'failure':
        return <p className={styles.note}>{say(preview.reason)}</p>;
      case 'result': {
        const [first] = preview.rows;
        if (preview.rows.length === 1 && first?.length === 1) {
          return <span className={styles.value}>{first[0]}</span>;
        }
        return (
          <>
            <table className={styles.table}>
              <tbody>
                {preview.rows.map((row, index) => (
                  <tr key={index}>
                    {row.map((cell, column) => (
                      <td key={column} className={styles.cell}>
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {preview.more > 0 ? <p className={styles.note}>{t('more', { count: preview.more })}</p> : null}
          </>
        );
      }
      default:
        return null;
    }
  };
  return (
    <Section title={t('preview')}>
      <div className={styles.box} aria-live="polite">
        {content()}
      </div>
    </Section>
  );
}
