import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { insertQuestionnaire } from '../../actions';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Choice } from '../../ui/choice';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { Foot } from './foot';
import { IdentityFields } from './identity-fields';
import { emptyDraft, problemsOf, templateIdentity } from './identity-form';
import { messages } from './messages';

const NewCampaign = lazy(() => import(/* webpackChunkName: "new-campaign" */ './new-campaign'));

/** For a workbook without a questionnaire: who answers, or who asks, then the tables are written. */
export function NewContribution() {
  const t = useMessages(messages);
  const [who, setWho] = useState<'landlord' | 'union'>('landlord');
  return (
    <Page title={t('title')} lead={t(who === 'landlord' ? 'leadNew' : 'leadUnion')}>
      <Choice
        label={t('who')}
        value={who}
        choose={setWho}
        options={[
          { value: 'landlord', label: t('whoLandlord') },
          { value: 'union', label: t('whoUnion') },
        ]}
      />
      {who === 'landlord' ? (
        <Answering />
      ) : (
        <Suspense fallback={<Waiting />}>
          <NewCampaign />
        </Suspense>
      )}
      <Foot />
    </Page>
  );
}

/** The landlord that answers. */
function Answering() {
  const t = useMessages(messages);
  const session = useSession();
  const engine = useSessionState((state) => state.engine);
  const busy = useSessionState((state) => state.work !== undefined);
  const [draft, setDraft] = useState(() => emptyDraft(new Date()));
  const [showAll, setShowAll] = useState(false);
  const insert = async () => {
    if (!engine) return;
    setShowAll(true);
    if (Object.keys(problemsOf(draft, engine)).length > 0) return;
    const report = await session.perform(insertQuestionnaire, templateIdentity(draft, engine));
    if (report) session.goOn('questionnaire');
  };
  return (
    <form
      noValidate
      style={{ display: 'flex', flexDirection: 'column', gap: '20px' }}
      onSubmit={(event) => {
        event.preventDefault();
        void insert();
      }}
    >
      <IdentityFields draft={draft} change={setDraft} engine={engine} showAll={showAll} withTerritory />
      <Button type="submit" appearance="primary" disabled={busy || !engine}>
        {t('insert')}
      </Button>
    </form>
  );
}
