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
  const [question, setQuestion] = useState<Asked['what']>();
  const [asked, setAsked] = useState<Asked>();
  const { document, conflicts } = edited;
  const study = namedAs(document);
  useEffect(() => {
    let current = true;
    void session.attempt(async () => {
      const [listed, all] = [await writtenSheets(session.port, study), await session.port.listSheets()];
      const written = listed.filter(({ sheet }) => all.includes(sheet));
      const sheets = written.map(({ sheet }) => sheet);
      // What was typed a moment ago must not close a question: it is asked again of the workbook as it is now.
      const isAsked = question !== undefined && sheets.length > 0;
      const changed = isAsked ? await changedSince(session.port, written) : [];
      if (!current) return;
      setThere(sheets);
      setAsked(isAsked ? { what: question, sheets, changed } : undefined);
    });
    return () => {
      current = false;
    };
    // Read again whenever the workbook was.
  }, [session, study, workbook, question]);
  const close = () => {
    setQuestion(undefined);
    setAsked(undefined);
  };
  const write = async (over: readonly string[]) => {
    close();
    await session.perform(writeStudy, { document, tables, files, over });
  };
  const remove = async () => {
    close();
    await session.perform(removeStudy, { document });
  };
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
          agree={() => void (asked.what === 'replace' ? write(asked.sheets) : remove())}
          cancel={close}
        />
      ) : (
        <div className={parts.buttons}>
          <Button disabled={busy} onClick={() => (isThere ? setQuestion('replace') : void write([]))}>
            {t(isThere ? 'writeAgain' : 'writeHere')}
          </Button>
          {isThere ? (
            <Button appearance="subtle" disabled={busy} onClick={() => setQuestion('remove')}>
              {t('takeOut')}
            </Button>
          ) : null}
        </div>
      )}
    </Section>
  );
}
