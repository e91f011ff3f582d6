import { sourceOfConsolidation } from '../../../study';
import { useAnswer } from '../../desk/use-answer';
import { WithDesk, type DeskReady } from '../../desk/with-desk';
import { useMessages } from '../../i18n';
import { useSessionState } from '../../session';
import { Page } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { WithContribution, type Ready } from '../../ui/with-contribution';
import { useMemo } from 'react';
import { messages } from './messages';
import { StudyView } from './study-view';

/** A study of a landlord's or a union's workbook: chosen, read page by page, rewritten, exported. */
export default function StudyTask() {
  const t = useMessages(messages);
  const isUnion = useSessionState((state) => state.workbook?.kind === 'union');
  return (
    <Page title={t('title')} lead={t('lead')}>
      {isUnion ? (
        <WithDesk>{(ready) => <OfCampaign {...ready} />}</WithDesk>
      ) : (
        <WithContribution>{(ready) => <OfLandlord {...ready} />}</WithContribution>
      )}
    </Page>
  );
}

function OfLandlord({ contribution, consolidation }: Ready) {
  const name = contribution.identity?.name ?? '';
  const held = useMemo(() => sourceOfConsolidation(consolidation, name), [consolidation, name]);
  return <StudyView ground={{ held, landlord: name }} />;
}

function OfCampaign({ desk, by, cut }: DeskReady) {
  const held = useAnswer(desk, 'studySource', undefined)?.answer;
  return held ? <StudyView ground={{ held }} cutting={{ by, cut }} /> : <Waiting />;
}
