import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { EditedStudy, Part } from '../../../study';
import { useMessages } from '../../i18n';
import { Icon } from '../../ui/icons';
import { Tag } from '../../ui/tag';
import { Editor } from './editor';
import { messages } from './messages';

const useStyles = makeStyles({
  text: {
    display: 'inline',
    padding: 0,
    margin: 0,
    border: 'none',
    backgroundColor: 'transparent',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    cursor: 'text',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pencil: { display: 'inline-block', verticalAlign: '-2px', marginInlineStart: '3px', opacity: 0.65 },
  struck: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  remark: { display: 'block', fontSize: '12px', lineHeight: '17px', fontWeight: 400 },
});

interface EditableProps {
  readonly part: Part;
  readonly template: string;
  readonly edited: EditedStudy;
  /** What the text is in the page; the editor stands after it. */
  readonly as?: 'span' | 'p' | 'h3' | 'figcaption' | 'blockquote';
  readonly className?: string;
}

/** A text of the study: a click rewrites it; it says whether it was, and what to look at in it. */
export function Editable({ part, template, edited, as: Whole = 'span', className }: EditableProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const [open, setOpen] = useState(false);
  const edit = edited.applied.get(part.id);
  const waiting = edited.conflicts.find((one) => one.edit.id === part.id)?.edit;
  const isOut = edit !== undefined && /^[-–—]$/u.test(edit.written);
  const remarks = edit ? edited.remarks.filter((one) => one.edit === edit) : [];
  if (open)
    return <Editor template={template} part={part} edit={edit ?? waiting} close={() => setOpen(false)} />;
  return (
    <Whole className={className}>
      <button
        type="button"
        className={mergeClasses(styles.text, isOut && styles.struck)}
        aria-description={t('edit')}
        onClick={() => setOpen(true)}
      >
        {isOut || edit === undefined ? part.text : edit.written}
        <span className={styles.pencil}>
          <Icon name="edit" size={13} />
        </span>
      </button>
      {edit ? (
        <>
          {' '}
          <Tag tone="neutral">{t(isOut ? 'leftOut' : 'rewritten')}</Tag>
        </>
      ) : null}
      {waiting ? (
        <>
          {' '}
          <Tag tone="warn">{t('toSettle')}</Tag>
        </>
      ) : null}{' '}
      {remarks.map(({ kind, found }) => (
        <span key={kind} className={styles.remark}>
          <Tag tone="warn">!</Tag>{' '}
          {t(kind === 'unknown_number' ? 'unknownNumber' : 'lostNote', { found: found.join(', ') })}
        </span>
      ))}
    </Whole>
  );
}
