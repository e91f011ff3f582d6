import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Proposal } from '../../../mapping';
import type { SearchResult } from '../../actions/connect';
import type { Engine } from '../../engine';
import { inFull, typeset, useLocale, useMessages, useSpoken } from '../../i18n';
import { useSessionState } from '../../session';
import { CellLink } from '../../ui/cell-link';
import { Row } from '../../ui/list';
import { Tag, type Tone } from '../../ui/tag';
import { textOf } from '../../workbook/table-cells';
import { unitWords } from '../../workbook/unit-words';
import { Correction } from './correction';
import { messages } from './messages';
import { useParts } from './parts';
import { cellsOf, type Proposed } from './proposed';

const tones: Readonly<Record<Proposed['state'], Tone>> = {
  sure: 'good',
  check: 'warn',
  doubtful: 'bad',
  connected: 'good',
  answered: 'neutral',
};

interface ProposalRowProps {
  readonly found: SearchResult;
  readonly proposed: Proposed;
  readonly engine: Engine;
  readonly accept: (proposals: readonly Proposal[], policy: 'keep' | 'replace') => Promise<boolean>;
  readonly refuse: () => void;
}

/** A data point, where it may come from, how surely, and what the person does of it. */
export function ProposalRow({ found, proposed, engine, accept, refuse }: ProposalRowProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const say = useSpoken();
  const locale = useLocale();
  const busy = useSessionState((state) => state.work !== undefined);
  const [correcting, setCorrecting] = useState(false);
  const { proposal, state, conflict } = proposed;
  const label = engine.catalogue.dataPoints.get(proposal.code)?.label;
  const cells = cellsOf(proposal.source, engine);
  const value = `${inFull(proposal.value, locale)} ${unitWords(proposal.unit, locale)}`.trim();
  const old = conflict?.old ?? null;
  const isAnswered = state === 'answered';
  const name = label ? say(label) : proposal.code;
  return (
    <Row
      title={
        <>
          {name} <Tag tone={tones[state]}>{t(state)}</Tag>
          <span style={{ display: 'block', fontWeight: 600 }}>{value}</span>
        </>
      }
      note={
        <>
          {cells ? <CellLink sheet={cells.sheet} address={cells.address} /> : null}
          {proposal.facts.length > 0 ? ` ${t('byCommune', { count: proposal.facts.length })}` : null}
          <span lang="fr" style={{ display: 'block' }}>
            {typeset(proposal.why.join(' ; '))}
          </span>
          {conflict ? (
            <span style={{ display: 'block' }}>
              {t('differs', {
                old: typeof old === 'number' ? inFull(old, locale) : textOf(old),
                value: inFull(proposal.value, locale),
              })}
            </span>
          ) : null}
        </>
      }
    >
      <div style={{ padding: '0 12px 10px' }} className={parts.column}>
        <div className={parts.buttons} role="group" aria-label={name}>
          {state === 'connected' || (isAnswered && !conflict) ? null : (
            <Button
              size="small"
              disabled={busy}
              onClick={() => void accept([proposal], conflict ? 'replace' : 'keep')}
            >
              {conflict ? t('acceptInstead') : t('accept')}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => setCorrecting(!correcting)}>
            {correcting ? t('cancel') : t('correct')}
          </Button>
          {state === 'connected' ? null : (
            <Button size="small" appearance="subtle" onClick={refuse}>
              {t('refuse')}
            </Button>
          )}
        </div>
        {correcting ? (
          <Correction
            proposal={proposal}
            found={found}
            take={async (corrected) => {
              if (await accept([corrected], 'replace')) setCorrecting(false);
            }}
          />
        ) : null}
      </div>
    </Row>
  );
}
