import { lazy, Suspense } from 'react';
import { useSessionState } from '../../session';
import { Waiting } from '../../ui/waiting';
import { KnownContribution } from './known-contribution';
import { NewContribution } from './new-contribution';

// A landlord fetches nothing of what a union does.
const CampaignHome = lazy(() => import(/* webpackChunkName: "campaign-home" */ './campaign-home'));
const RegionHome = lazy(() => import(/* webpackChunkName: "region-home" */ './region-home'));

/** Start in the open workbook: a questionnaire, a campaign, or what can be done with what it holds. */
export default function Start() {
  const engine = useSessionState((state) => state.engine);
  const workbook = useSessionState((state) => state.workbook);
  const failed = useSessionState((state) => state.notice?.tone === 'error');
  if (!engine || !workbook) return failed ? <NewContribution /> : <Waiting />;
  if (workbook.kind === 'union' || workbook.kind === 'consolidation') {
    return (
      <Suspense fallback={<Waiting />}>
        {workbook.union ? <CampaignHome engine={engine} union={workbook.union} /> : <RegionHome />}
      </Suspense>
    );
  }
  const { contribution } = workbook;
  if (!contribution) return <NewContribution />;
  return <KnownContribution engine={engine} workbook={workbook} contribution={contribution} />;
}
