import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n';
import { useParts } from '../connect/parts';
import { messages } from './messages';

/** What the person is asked before sheets go. */
export interface Asked {
  readonly what: 'replace' | 'remove';
  readonly sheets: readonly string[];
  /** Those where a cell is no longer as it was written. */
  readonly changed: readonly string[];
}

interface ReplacingProps {
  readonly asked: Asked;
  readonly agree: () => void;
  readonly cancel: () => void;
}

/** Which sheets would go and what would be lost with them; nothing goes before the person agrees. */
export function Replacing({ asked: { what, sheets, changed }, agree, cancel }: ReplacingProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const first = useRef<HTMLButtonElement>(null);
  // The button that asked is gone: without this the keyboard would start again from the top.
  useEffect(() => first.current?.focus(), []);
  const quoted = (names: readonly string[]) => names.map((name) => `« ${name} »`).join(', ');
  return (
    <div role="group" aria-label={t(what === 'replace' ? 'writeAgain' : 'takeOut')} className={parts.column}>
      <p className={parts.lead}>
        {t(what === 'replace' ? 'wouldReplace' : 'wouldRemove', { sheets: quoted(sheets) })}
      </p>
      <p className={parts.lead}>
        {changed.length > 0 ? t('changedSince', { sheets: quoted(changed) }) : t('unchangedSince')}
      </p>
      <p className={parts.note}>{t('noUndo')}</p>
      <div className={parts.buttons}>
        <Button onClick={agree}>{t(what === 'replace' ? 'replaceSheets' : 'removeSheets')}</Button>
        <Button ref={first} appearance="subtle" onClick={cancel}>
          {t('leaveSheets')}
        </Button>
      </div>
    </div>
  );
}
