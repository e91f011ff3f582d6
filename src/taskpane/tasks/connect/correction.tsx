import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Proposal } from '../../../mapping';
import { inFull, useLocale, useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Choice } from '../../ui/choice';
import { useReading } from '../../ui/hooks';
import { summaryOf } from '../../workbook/range-summary';
import { unitWords } from '../../workbook/unit-words';
import { messages } from './messages';
import { useParts } from './parts';
import { fromSelection } from './proposed';

interface CorrectionProps {
  readonly proposal: Proposal;
  readonly take: (corrected: Proposal) => Promise<void>;
}

/** « Montrez la bonne cellule »: the selection of the workbook becomes the source, its value being shown first. */
export function Correction({ proposal, take }: CorrectionProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const selection = useSessionState((state) => state.selection);
  const busy = useSessionState((state) => state.work !== undefined);
  const known = String(proposal.source.factor);
  const [factor, setFactor] = useState(known);
  const place = selection && { sheet: selection.sheet, address: selection.address };
  const shown = place ? `${place.sheet}!${place.address}` : '';
  const range = useReading(shown, () =>
    place ? session.port.readRange(place.sheet, place.address) : Promise.reject(new Error('no selection')),
  );
  const summary = range && summaryOf(range.values);
  const numbers = summary && summary.numbers > 0 && summary.errors === 0 && summary.texts === 0;
  const corrected =
    range && numbers
      ? fromSelection(proposal, { sheet: range.sheet, address: range.address }, summary.sum, Number(factor))
      : undefined;
  const unit = unitWords(proposal.unit, locale);
  const scales = [...new Set(['1', '1000', '1000000', known])];
  const wordOf = (scale: string) =>
    scale === '1'
      ? t('scaleOne', { unit: unit === '' ? '×1' : unit })
      : scale === '1000'
        ? t('scaleThousand')
        : scale === '1000000'
          ? t('scaleMillion')
          : `× ${scale}`;
  return (
    <div className={parts.column}>
      <p className={parts.note}>{t('show')}</p>
      <Choice
        label={t('scale')}
        value={factor}
        choose={setFactor}
        options={scales.map((value) => ({ value, label: wordOf(value) }))}
      />
      {corrected ? (
        <Button size="small" appearance="primary" disabled={busy} onClick={() => void take(corrected)}>
          {t('takeSelection', {
            place: shown,
            value: `${inFull(corrected.value, locale)} ${unit}`.trim(),
          })}
        </Button>
      ) : shown !== '' && range ? (
        <p className={parts.note} role="status">
          {t('oneColumn', { place: shown })}
        </p>
      ) : null}
    </div>
  );
}
