import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { cleanUp, undoImport } from '../../actions/union';
import { useLocale, useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { List, Row } from '../../ui/list';
import { Empty, Section } from '../../ui/page';
import type { UnionReady } from '../../ui/with-union';
import { dateOfSerial, doneImports, leftovers } from './imports';
import { messages } from './messages';

/** Imports shown before the person looks in the sheet. */
const MOST_SHOWN = 8;

/** What was taken, each import with a way back; and what an interrupted one left behind. */
export function DoneImports({ union, campaign }: Pick<UnionReady, 'union' | 'campaign'>) {
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [sure, setSure] = useState<number>();
  const done = doneImports(union.versions, campaign.followUp);
  const left = leftovers(union.versions, campaign.followUp);
  const shown = (at: number) =>
    dateOfSerial(at).toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', {
      timeZone: 'UTC',
      dateStyle: 'short',
      timeStyle: 'short',
    });
  return (
    <>
      {left.length > 0 && !busy ? (
        <Empty>
          {t('leftovers', { count: left.length })}
          <Button onClick={() => void session.perform(cleanUp, left)}>{t('cleanUp')}</Button>
        </Empty>
      ) : null}
      {done.length === 0 ? null : (
        <Section title={t('done')}>
          <List label={t('done')}>
            {done.slice(0, MOST_SHOWN).map((one) => (
              <Row
                key={`${one.at} ${one.by}`}
                title={shown(one.at)}
                note={[t('filesTaken', { count: one.versions.length }), one.by].filter(Boolean).join(' · ')}
                end={
                  <Button
                    size="small"
                    disabled={busy}
                    onClick={() => {
                      if (sure !== one.at) return setSure(one.at);
                      setSure(undefined);
                      void session.perform(undoImport, { versions: one.versions, all: union.versions });
                    }}
                  >
                    {sure === one.at ? t('undoSure') : t('undo')}
                  </Button>
                }
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
