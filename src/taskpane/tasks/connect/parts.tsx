import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { typeset, useMessages } from '../../i18n';
import { messages } from './messages';

export const useParts = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '18px' },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  column: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  fold: {
    fontSize: '12px',
    lineHeight: '17px',
    padding: '0 12px 8px',
    overflowWrap: 'anywhere',
    '& summary': { cursor: 'pointer', padding: '3px 0', color: tokens.colorBrandForegroundLink },
    '& summary:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '10px',
    padding: '2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  figure: { textAlign: 'right', flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  text: { margin: '4px 0' },
});

/** Lines shown before « … et 12 de plus »: a pane is no spreadsheet. */
const MOST = 60;

interface FoldProps {
  readonly title: string;
  readonly open?: boolean;
  /** A label and its figure, or a sentence alone; what the core says is in French. */
  readonly lines: readonly (readonly [text: string, figure?: string])[];
  readonly french?: boolean;
}

/** Details that open on a click; nothing when there are none. */
export function Fold({ title, lines, open = false, french = true }: FoldProps): ReactNode {
  const parts = useParts();
  const t = useMessages(messages);
  if (lines.length === 0) return null;
  return (
    <details className={parts.fold} open={open}>
      <summary>{title}</summary>
      <div lang={french ? 'fr' : undefined}>
        {lines.slice(0, MOST).map(([text, figure], index) =>
          figure === undefined ? (
            <p key={index} className={parts.text}>
              {french ? typeset(text) : text}
            </p>
          ) : (
            <div key={index} className={parts.line}>
              <span>{french ? typeset(text) : text}</span>
              <span className={parts.figure}>{figure}</span>
            </div>
          ),
        )}
      </div>
      {lines.length > MOST ? <p className={parts.text}>{t('more', { count: lines.length - MOST })}</p> : null}
    </details>
  );
}
