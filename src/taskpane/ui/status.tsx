import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMessages, useSpoken } from '../i18n';
import { useSession, useSessionState, type Notice } from '../session';
import { Icon, type IconName } from './icons';
import { messages } from './messages';
import { Meter } from './meter';
import { toneColours, type Tone } from './tag';
import { Tool } from './tool';

const useStyles = makeStyles({
  part: { margin: '10px 14px 0' },
  work: { display: 'flex', flexDirection: 'column', gap: '6px' },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  doing: { fontSize: '12px', color: tokens.colorNeutralForeground2 },
  notice: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '8px 4px 8px 10px',
    borderRadius: '6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: '13px',
    lineHeight: '18px',
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  body: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  message: { fontWeight: 600 },
});

/** What is being done, what Excel waits for, and what the person is told of what was done. Read aloud as it comes. */
export function Status() {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const session = useSession();
  const work = useSessionState((state) => state.work);
  const waiting = useSessionState((state) => state.waiting);
  const notice = useSessionState((state) => state.notice);
  const { done = 0, total = 0 } = work?.progress ?? {};
  const close = () => session.dismiss();
  return (
    <>
      {work ? (
        <div className={mergeClasses(styles.part, styles.work)}>
          <div className={styles.line}>
            <span className={styles.doing}>
              <span role="status">{say(work.progress?.label ?? work.doing)}</span>
              {/* Not read aloud at every step: the bar tells it to who asks. */}
              {total > 0 ? <span aria-hidden> ({t('done', { done, total })})</span> : null}
            </span>
            <Tool framed onClick={() => session.cancel()}>
              {t('cancel')}
            </Tool>
          </div>
          <Meter label={say(work.doing)} done={done} total={total} />
        </div>
      ) : null}
      {/* Always there: what appears in a region is read aloud, what comes with its region may not be. */}
      <div role="status">
        {waiting ? <Told notice={waiting} /> : null}
        {notice && notice.tone !== 'error' ? <Told notice={notice} close={close} /> : null}
      </div>
      <div role="alert">{notice?.tone === 'error' ? <Told notice={notice} close={close} /> : null}</div>
    </>
  );
}

const looks: Readonly<Record<Notice['tone'], readonly [IconName, Tone]>> = {
  error: ['blocking', 'bad'],
  warning: ['warning', 'warn'],
  success: ['done', 'good'],
};

interface ToldProps {
  readonly notice: Notice;
  readonly close?: () => void;
}

function Told({ notice, close }: ToldProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const { tone, message, remedy } = notice;
  const [icon, colour] = looks[tone];
  return (
    <div className={mergeClasses(styles.part, styles.notice, styles[tone])}>
      <span style={{ color: toneColours[colour] }}>
        <Icon name={icon} size={18} />
      </span>
      <span className={styles.body}>
        <span className={styles.message}>{say(message)}</span> {remedy ? say(remedy) : null}
      </span>
      {close ? (
        <Tool label={t('close')} onClick={close}>
          <Icon name="close" size={14} />
        </Tool>
      ) : null}
    </div>
  );
}
