import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  tokens,
} from '@fluentui/react-components';
import { translate, useLocale, useMessages } from '../i18n';
import { useSession, useSessionState } from '../session';
import { messages } from './messages';

const useStyles = makeStyles({
  status: { display: 'flex', flexDirection: 'column', gap: '8px' },
  inset: { margin: '10px 14px 0' },
  body: { overflowWrap: 'anywhere' },
  work: { display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  doing: { fontSize: '12px', color: tokens.colorNeutralForeground2 },
});

/** What is being done, and what the person is told of what was done. Read aloud as it comes. */
export function Status() {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const work = useSessionState((state) => state.work);
  const notice = useSessionState((state) => state.notice);
  const progress = work?.progress;
  return (
    <div className={styles.status} aria-live="polite">
      {work ? (
        <div className={`${styles.work} ${styles.inset}`}>
          <div className={styles.line}>
            <span className={styles.doing}>
              {translate(progress?.label ?? work.doing, locale)}
              {progress && progress.total > 0
                ? ` (${t('done', { done: progress.done, total: progress.total })})`
                : ''}
            </span>
            <Button size="small" appearance="subtle" onClick={() => session.cancel()}>
              {t('cancel')}
            </Button>
          </div>
          <ProgressBar
            aria-label={translate(work.doing, locale)}
            {...(progress && progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
          />
        </div>
      ) : null}
      {notice ? (
        <MessageBar
          className={styles.inset}
          intent={notice.tone}
          layout="multiline"
          politeness={notice.tone === 'error' ? 'assertive' : 'polite'}
        >
          <MessageBarBody className={styles.body}>
            <MessageBarTitle>{translate(notice.message, locale)}</MessageBarTitle>{' '}
            {notice.remedy ? translate(notice.remedy, locale) : null}
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                size="small"
                appearance="transparent"
                aria-label={t('close')}
                icon={<span aria-hidden>✕</span>}
                onClick={() => session.dismiss()}
              />
            }
          />
        </MessageBar>
      ) : null}
    </div>
  );
}
