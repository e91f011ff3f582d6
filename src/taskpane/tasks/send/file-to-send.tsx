import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { prepareFile, type PreparedFile } from '../../actions';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Section } from '../../ui/page';
import { messages } from './messages';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  link: { overflowWrap: 'anywhere' },
});

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Offer {
  readonly file: PreparedFile;
  readonly url: string;
}

/** Prepares the copy to send, and offers it by a link: a web view may refuse a download that starts by itself. */
export function FileToSend() {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const workbook = useSessionState((state) => state.workbook);
  const [offer, setOffer] = useState<Offer>();
  // What changed since is not in the copy.
  useEffect(() => setOffer(undefined), [workbook]);
  useEffect(() => () => (offer ? URL.revokeObjectURL(offer.url) : undefined), [offer]);
  const prepare = async () => {
    const file = await session.perform(prepareFile, undefined);
    if (!file) return;
    const content = new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: workbookType });
    setOffer({ file, url: URL.createObjectURL(content) });
  };
  return (
    <Section title={t('file')}>
      <p className={styles.note}>{t('fileNote')}</p>
      {offer ? (
        <>
          <Link className={styles.link} href={offer.url} download={offer.file.name}>
            {t('download', { name: offer.file.name })}
          </Link>
          <p className={styles.note}>{t('downloadHelp')}</p>
        </>
      ) : (
        <Button disabled={busy} onClick={() => void prepare()}>
          {t('prepare')}
        </Button>
      )}
    </Section>
  );
}
