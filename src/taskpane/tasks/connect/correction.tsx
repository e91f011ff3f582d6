import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Pointed, Proposal } from '../../../mapping';
import { pointAt, type SearchResult } from '../../actions/connect';
import { inFull, typeset, useLocale, useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Choice } from '../../ui/choice';
import { useReading } from '../../ui/hooks';
import { unitWords } from '../../workbook/unit-words';
import { messages } from './messages';
import { useParts } from './parts';

interface CorrectionProps {
  readonly proposal: Proposal;
  readonly found: SearchResult;
  readonly take: (corrected: Proposal) => Promise<void>;
}

/** « Montrez la bonne cellule »: the selection of the workbook becomes the source, its value being shown first. */
export function Correction({ proposal, found, take }: CorrectionProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  const busy = useSessionState((state) => state.work !== undefined);
  const [unit, setUnit] = useState('');
  const shown = selection ? `${selection.sheet}!${selection.address}` : '';
  const pointed = useReading(`${unit} ${shown}`, async (signal): Promise<Partial<Pointed>> => {
    if (!selection) return {};
    const { port } = session;
    const said = unit === '' ? undefined : unit;
    return pointAt(selection, proposal.code, found, said, { port, signal }).catch(() => ({}));
  });
  const corrected = pointed?.proposal;
  return (
    <div className={parts.column}>
      <p className={parts.note}>{t('show')}</p>
      {proposal.unit.startsWith('€') ? (
        <Choice
          label={t('amountsIn')}
          value={unit}
          choose={setUnit}
          options={[
            { value: '', label: t('asTheSheetSays') },
            ...['€', 'k€', 'M€'].map((value) => ({ value, label: value })),
          ]}
        />
      ) : null}
      {corrected ? (
        <>
          <p className={parts.note} lang="fr">
            {typeset(corrected.why.join(' ; '))}
          </p>
          <Button size="small" appearance="primary" disabled={busy} onClick={() => void take(corrected)}>
            {t('takeSelection', {
              place: shown,
              value: `${inFull(corrected.value, locale)} ${unitWords(proposal.unit, locale)}`.trim(),
            })}
          </Button>
        </>
      ) : pointed?.reason ? (
        <p className={parts.note} role="status" lang="fr">
          {typeset(pointed.reason)}
        </p>
      ) : pointed && selection ? (
        <p className={parts.note} role="status">
          {t('unreadable', { place: shown })}
        </p>
      ) : selection ? (
        <p className={parts.note} role="status">
          {t('readingPlace', { place: shown })}
        </p>
      ) : null}
    </div>
  );
}
