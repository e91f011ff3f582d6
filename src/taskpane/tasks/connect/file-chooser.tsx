import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type DragEvent } from 'react';
import { useMessages } from '../../i18n';
import { messages } from './messages';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '14px',
    borderRadius: '8px',
    border: `1.5px dashed ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground3,
    fontSize: '12px',
  },
  over: {
    border: `1.5px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Hover,
  },
  hidden: { display: 'none' },
});

interface ChooserProps {
  readonly disabled: boolean;
  readonly take: (files: readonly File[]) => void;
}

/** Files chosen by a dialog, or dropped. */
export function FileChooser({ disabled, take }: ChooserProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (!disabled && files.length > 0) take(files);
  };
  return (
    <div
      className={over ? `${styles.zone} ${styles.over}` : styles.zone}
      id="connect-files"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <span>{t('orDrop')}</span>
      <input
        ref={input}
        type="file"
        multiple
        className={styles.hidden}
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again, once corrected.
          event.target.value = '';
          if (files.length > 0) take(files);
        }}
      />
    </div>
  );
}
