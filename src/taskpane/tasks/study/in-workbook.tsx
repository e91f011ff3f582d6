import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { EditedStudy } from '../../../study';
import { changedSince, namedAs, removeStudy, writeStudy, writtenSheets } from '../../actions/study';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Section } from '../../ui/page';
import { useParts } from '../connect/parts';
import { messages } from './messages';
import { Replacing, type Asked } from './replacing';
import { useStudyState } from './study-store';

/** The study as sheets of this workbook: written, written again over its own sheets once the person agrees, removed. */
export function InWorkbook({ edited }: { readonly edited: EditedStudy }) {
  const parts = useParts();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const workbook = useSessionState((state) => state.workbook);
  const [{ tables, files }] = useStudyState();
  const [there, setThere] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Asked>();
  const { document, conflicts } = edited;
  const study = namedAs(document);
  useEffect(() => {
    let current = true;
    setAsked(undefined);
    void session.attempt(async () => {
      const [listed, all] = [await writtenSheets(session.port, study), await session.port.listSheets()];
      if (current) setThere(listed.flatMap(({ sheet }) => (all.includes(sheet) ? [sheet] : [])));
    });
    return () => {
      current = false;
    };
    // Read again whenever the workbook was.
  }, [session, study, workbook]);
  const write = async (over: readonly string[]) => {
    setAsked(undefined);
    await session.perform(writeStudy, { document, tables, files, over });
  };
  const ask = async (what: Asked['what']) =>
    session.attempt(async () => {
      const written = (await writtenSheets(session.port, study)).filter(({ sheet }) => there.includes(sheet));
      const changed = await changedSince(session.port, written);
      setAsked({ what, sheets: there, changed });
    });
  const isThere = there.length > 0;
  const drawn = document.chapters.some(({ blocks }) => blocks.some(({ kind }) => kind === 'map'));
  return (
    <Section title={t('inWorkbook')}>
      <p className={parts.note}>
        {isThere ? t('inWorkbookThere', { count: there.length }) : t('inWorkbookHint')}
        {drawn ? ` ${t('mapsInFiles')}` : null}
        {conflicts.length > 0 ? ` ${t('writeUnsettled', { count: conflicts.length })}` : null}
      </p>
      {asked ? (
        <Replacing
          asked={asked}
          agree={() =>
            asked.what === 'replace'
              ? void write(asked.sheets)
              : void session.perform(removeStudy, { document })
          }
          cancel={() => setAsked(undefined)}
        />
      ) : (
        <div className={parts.buttons}>
          <Button disabled={busy} onClick={() => void (isThere ? ask('replace') : write([]))}>
            {t(isThere ? 'writeAgain' : 'writeHere')}
          </Button>
          {isThere ? (
            <Button appearance="subtle" disabled={busy} onClick={() => void ask('remove')}>
              {t('takeOut')}
            </Button>
          ) : null}
        </div>
      )}
    </Section>
  );
}
