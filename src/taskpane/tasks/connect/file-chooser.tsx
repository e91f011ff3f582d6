import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type DragEvent } from 'react';
import { useMessages } from '../../i18n';
import { FileButton } from '../../ui/file-button';
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
});

interface ChooserProps {
  readonly disabled: boolean;
  readonly take: (files: readonly File[]) => void;
}

/** Files chosen by a dialog, or dropped. */
export function FileChooser({ disabled, take }: ChooserProps) {
  const styles = useStyles();
  const t = useMessages(messages);
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
      <FileButton label={t('choose')} multiple disabled={disabled} size="medium" take={take} />
      <span>{t('orDrop')}</span>
    </div>
  );
}
