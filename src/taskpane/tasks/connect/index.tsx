import { useState } from 'react';
import { useMessages } from '../../i18n';
import { useSessionState } from '../../session';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { IdentityFields } from '../start/identity-fields';
import { useConnect } from './connect-store';
import { FilesSection } from './files-section';
import { typedOver, whoOf } from './identity';
import { messages } from './messages';
import { useParts } from './parts';
import { SheetsSection } from './sheets-section';

/** The landlord's own files and sheets, connected to the questionnaire: hardly anything to type. */
export default function Connect() {
  const parts = useParts();
  const t = useMessages(messages);
  const engine = useSessionState((state) => state.engine);
  const workbook = useSessionState((state) => state.workbook);
  const failed = useSessionState((state) => state.notice?.tone === 'error');
  const [state, set] = useConnect();
  const [showAll, setShowAll] = useState(false);
  if (!engine || !workbook) return failed ? null : <Waiting />;
  const who = whoOf(state, workbook, engine, new Date());
  const needed =
    who.asked && (state.files.some(({ kind }) => kind !== 'refused') || state.found !== undefined);
  const ask = needed ? (
    <section className={parts.column} aria-label={t('who')}>
      <strong>{t('who')}</strong>
      <p className={parts.lead}>{t('whoLead')}</p>
      <IdentityFields
        draft={who.draft}
        change={(draft) => set({ typed: { ...state.typed, ...typedOver(who.draft, draft) } })}
        engine={engine}
        showAll={showAll}
        withTerritory
      />
    </section>
  ) : null;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <FilesSection engine={engine} workbook={workbook} who={who} showAll={() => setShowAll(true)}>
        {ask}
      </FilesSection>
      <SheetsSection engine={engine} workbook={workbook} who={who} showAll={() => setShowAll(true)} />
    </Page>
  );
}
