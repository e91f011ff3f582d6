import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { typeset, useMessages } from '../i18n';
import { Empty } from '../ui/page';
import { Waiting } from '../ui/waiting';
import { WithUnion, type UnionReady } from '../ui/with-union';
import type { Desk } from './index';
import { messages } from './messages';
import { useDesk } from './use-desk';

/** What a task over the consolidated campaign works from. */
export interface DeskReady extends UnionReady {
  readonly desk: Desk;
  readonly by: readonly string[];
  cut(by: readonly string[]): void;
  again(): void;
}

/** Shows a task once the campaign is consolidated; until then what is being done, or what keeps it from being. */
export function WithDesk({ children }: { readonly children: (ready: DeskReady) => ReactNode }) {
  const t = useMessages(messages);
  return (
    <WithUnion>
      {(ready) =>
        ready.campaign.followUp.every(({ version }) => version === '') ? (
          <Empty>{t('nothingReceived')}</Empty>
        ) : (
          <Opened ready={ready}>{children}</Opened>
        )
      }
    </WithUnion>
  );
}

interface OpenedProps {
  readonly ready: UnionReady;
  readonly children: (ready: DeskReady) => ReactNode;
}

function Opened({ ready, children }: OpenedProps) {
  const t = useMessages(messages);
  const { union, campaign } = ready;
  const { state, desk, cut, again } = useDesk(union, campaign);
  if (state.obstacle !== undefined) return <Empty>{<span lang="fr">{typeset(state.obstacle)}</span>}</Empty>;
  if (state.failed) {
    return (
      <Empty>
        {t('failed')}
        <Button onClick={again}>{t('again')}</Button>
      </Empty>
    );
  }
  if (!desk) return <Waiting label={t('consolidating')} />;
  return children({ ...ready, desk, by: state.by, cut, again });
}
