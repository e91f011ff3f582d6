import { useSessionState } from '../../session';
import { Waiting } from '../../ui/waiting';
import { KnownContribution } from './known-contribution';
import { NewContribution } from './new-contribution';

/** Start in the open workbook: insert the questionnaire, or see how far the one it holds is. */
export default function Start() {
  const engine = useSessionState((state) => state.engine);
  const workbook = useSessionState((state) => state.workbook);
  const failed = useSessionState((state) => state.notice?.tone === 'error');
  if (!engine || !workbook) return failed ? <NewContribution /> : <Waiting />;
  const { contribution } = workbook;
  if (!contribution) return <NewContribution />;
  return <KnownContribution engine={engine} workbook={workbook} contribution={contribution} />;
}
