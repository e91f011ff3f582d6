import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Consolidation } from '../../consolidation';
import type { Contribution } from '../../contribution';
import type { Engine } from '../engine';
import { useMessages } from '../i18n';
import { useSession, useSessionState, type WorkbookView } from '../session';
import { messages } from './messages';
import { Empty } from './page';
import { Waiting } from './waiting';

/** What a task on a landlord's answers works from. */
export interface Ready {
  readonly engine: Engine;
  readonly workbook: WorkbookView;
  readonly contribution: Contribution;
  readonly consolidation: Consolidation;
}

/** Shows a task once there are answers to show; until then, what to do. */
export function WithContribution({ children }: { readonly children: (ready: Ready) => ReactNode }) {
  const t = useMessages(messages);
  const session = useSession();
  const engine = useSessionState((state) => state.engine);
  const workbook = useSessionState((state) => state.workbook);
  const notice = useSessionState((state) => state.notice);
  if (!engine || !workbook) return notice ? null : <Waiting />;
  const { contribution, consolidation, obstacle } = workbook;
  if (!contribution) {
    return (
      <Empty>
        {t('noQuestionnaire')}
        <Button appearance="primary" onClick={() => session.open('start')}>
          {t('toStart')}
        </Button>
      </Empty>
    );
  }
  if (!consolidation) {
    return (
      <Empty>
        <span lang={obstacle === undefined ? undefined : 'fr'}>{obstacle ?? t('unusable')}</span>
        <Button appearance="primary" onClick={() => session.open('check')}>
          {t('toCheck')}
        </Button>
      </Empty>
    );
  }
  return children({ engine, workbook, contribution, consolidation });
}
