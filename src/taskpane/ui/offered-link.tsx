import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useMessages } from '../i18n';
import { messages } from './messages';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  link: { overflowWrap: 'anywhere' },
});

interface OfferedProps {
  readonly file: { readonly name: string; readonly bytes: Uint8Array; readonly type: string };
  /** Left out where several links stand together: one of them tells what to do. */
  readonly help?: boolean;
}

/** A file to save, by a link: a web view may refuse a download that starts by itself. */
export function OfferedLink({ file, help = true }: OfferedProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (url === undefined) return null;
  return (
    <>
      <Link className={styles.link} href={url} download={file.name}>
        {t('download', { name: file.name })}
      </Link>
      {help ? <p className={styles.note}>{t('downloadHelp')}</p> : null}
    </>
  );
}
