import type { ReactNode } from 'react';
import type { Campaign } from '../../campaign';
import type { Engine } from '../engine';
import { useSession, useSessionState } from '../session';
import type { UnionView } from '../union';
import { Button } from '@fluentui/react-components';
import { useMessages } from '../i18n';
import { messages } from './messages';
import { Empty } from './page';
import { Waiting } from './waiting';

/** What a union's task works from. */
export interface UnionReady {
  readonly engine: Engine;
  readonly union: UnionView;
  readonly campaign: Campaign;
}

/** Shows a union's task once there is a campaign to show; until then, what to do. */
export function WithUnion({ children }: { readonly children: (ready: UnionReady) => ReactNode }) {
  const t = useMessages(messages);
  const session = useSession();
  const engine = useSessionState((state) => state.engine);
  const workbook = useSessionState((state) => state.workbook);
  const notice = useSessionState((state) => state.notice);
  if (!engine || !workbook) return notice ? null : <Waiting />;
  const { union } = workbook;
  if (!union?.campaign) {
    const [problem] = union?.remarks ?? [];
    return (
      <Empty>
        {problem ? <span lang="fr">{problem.message}</span> : t('noCampaign')}
        <Button appearance="primary" onClick={() => session.open('start')}>
          {t('toStart')}
        </Button>
      </Empty>
    );
  }
  return children({ engine, union, campaign: union.campaign });
}
