import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { EditConflict } from '../../../study';
import { keepText, restoreText } from '../../actions/study';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Section } from '../../ui/page';
import { useParts } from '../connect/parts';
import { Editor } from './editor';
import { messages } from './messages';
import { useStudyState } from './study-store';

const useStyles = makeStyles({
  conflict: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '10px 12px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    fontSize: '13px',
    lineHeight: '18px',
  },
  texts: { margin: 0 },
  word: { fontSize: '12px', fontWeight: 600, color: tokens.colorNeutralForeground2 },
  text: { margin: '0 0 4px', overflowWrap: 'anywhere' },
});

/** Rewritten texts over which something else is computed today: the old one, the new one, the person's; to choose. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly EditConflict[] }) {
  const parts = useParts();
  const t = useMessages(messages);
  if (conflicts.length === 0) return null;
  return (
    <Section title={t('conflicts', { count: conflicts.length })}>
      <p className={parts.note}>{t('conflictsLead')}</p>
      {conflicts.map((one) => (
        <Conflict key={one.edit.id} conflict={one} />
      ))}
    </Section>
  );
}

function Conflict({ conflict: { edit, now } }: { readonly conflict: EditConflict }) {
  const styles = useStyles();
  const parts = useParts();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [{ locale, by }] = useStudyState();
  const [correcting, setCorrecting] = useState(false);
  const { template, id, computed, written } = edit;
  const mine = edit.by === '' ? t('mine') : t('mineBy', { by: edit.by });
  const keep = () =>
    now !== undefined &&
    void session.perform(keepText, {
      ...{ template, id, computed: now, written, by: by === '' ? edit.by : by, over: edit },
    });
  return (
    <div className={styles.conflict} role="group" aria-label={now ?? computed}>
      <dl className={styles.texts}>
        <dt className={styles.word}>{t('before')}</dt>
        <dd className={styles.text} lang={locale}>
          {computed}
        </dd>
        <dt className={styles.word}>{t('now')}</dt>
        <dd className={styles.text} lang={now === undefined ? undefined : locale}>
          {now ?? t('gone')}
        </dd>
        <dt className={styles.word}>{mine}</dt>
        <dd className={styles.text} lang={locale}>
          {written}
        </dd>
      </dl>
      {correcting && now !== undefined ? (
        <Editor
          template={template}
          part={{ id, kind: 'heading', text: now }}
          edit={edit}
          close={() => setCorrecting(false)}
        />
      ) : (
        <div className={parts.buttons}>
          <Button size="small" disabled={busy} onClick={() => void session.perform(restoreText, edit)}>
            {t(now === undefined ? 'forget' : 'takeNew')}
          </Button>
          {now === undefined ? null : (
            <>
              <Button size="small" disabled={busy} onClick={keep}>
                {t('keepMine')}
              </Button>
              <Button size="small" disabled={busy} onClick={() => setCorrecting(true)}>
                {t('changeMine')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
