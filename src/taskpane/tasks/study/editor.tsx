import { Button, Field, Input, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Part, StudyEdit } from '../../../study';
import { restoreText, rewriteText } from '../../actions/study';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { useParts } from '../connect/parts';
import { messages } from './messages';
import { useStudyState } from './study-store';

interface EditorProps {
  readonly template: string;
  readonly part: Part;
  /** What stands in its place already, or waits to be settled. */
  readonly edit: StudyEdit | undefined;
  readonly close: () => void;
}

/** Rewrites a text where it stands, beside what is computed for it. */
export function Editor({ template, part, edit, close }: EditorProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [{ by, locale }, set] = useStudyState();
  const [text, setText] = useState(edit && edit.written !== '–' ? edit.written : part.text);
  const { id, text: computed, kind } = part;
  const write = async (written: string) => {
    const done = await session.perform(rewriteText, {
      ...{ template, id, computed, written, by },
      ...(edit && { over: edit }),
    });
    if (done) close();
  };
  const restore = async () => {
    if (edit && (await session.perform(restoreText, edit))) close();
  };
  const mayLeaveOut = kind === 'sentence' || kind === 'quote' || kind === 'example';
  return (
    <div className={parts.column} style={{ padding: '8px 0' }}>
      <Field label={t('yourText')}>
        <Textarea
          value={text}
          lang={locale}
          resize="vertical"
          rows={kind === 'title' || kind === 'heading' ? 2 : 4}
          // The person has just asked to write here.
          autoFocus
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close();
          }}
        />
      </Field>
      {edit ? (
        <p className={parts.note}>
          <strong>{t('computedText')}</strong> <span lang={locale}>{computed}</span>
        </p>
      ) : null}
      <Field label={t('by')} hint={t('byHint')} size="small">
        <Input size="small" value={by} autoComplete="name" onChange={(_, { value }) => set({ by: value })} />
      </Field>
      <div className={parts.buttons}>
        <Button
          appearance="primary"
          size="small"
          disabled={busy || text.trim() === '' || text.trim() === (edit?.written ?? computed)}
          onClick={() => void write(text)}
        >
          {t('save')}
        </Button>
        <Button size="small" onClick={close}>
          {t('cancel')}
        </Button>
        {edit ? (
          <Button size="small" disabled={busy} onClick={() => void restore()}>
            {t('restore')}
          </Button>
        ) : null}
        {mayLeaveOut ? (
          <Button size="small" disabled={busy} onClick={() => void write('–')}>
            {t('leaveOut')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
