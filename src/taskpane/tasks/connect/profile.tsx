import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { exportProfile, parseProfile, type MappingProfile, type Proposal } from '../../../mapping';
import { useMessages } from '../../i18n';
import { FileButton } from '../../ui/file-button';
import { messages } from './messages';
import { useParts } from './parts';

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink, fontSize: '13px' },
});

interface ProfileProps {
  readonly accepted: readonly Proposal[];
  readonly busy: boolean;
  readonly apply: (profile: MappingProfile) => void;
}

/** What was accepted, as a file for next year or for a sister company. */
export function Profile({ accepted, busy, apply }: ProfileProps) {
  const styles = useStyles();
  const parts = useParts();
  const t = useMessages(messages);
  const [refused, setRefused] = useState<string>();
  const [copied, setCopied] = useState<string>();
  const text = useMemo(
    () => (accepted.length === 0 ? '' : JSON.stringify(exportProfile(accepted), null, 2)),
    [accepted],
  );
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (text === '') return setAddress(undefined);
    const made = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  const read = async (file: File) => {
    const profile = parseProfile(jsonOf(await file.text()));
    setRefused(profile ? undefined : file.name);
    if (profile) apply(profile);
  };
  return (
    <div className={parts.column}>
      <strong>{t('profile')}</strong>
      <p className={parts.note}>{t('profileLead')}</p>
      <div className={parts.buttons}>
        {address === undefined ? null : (
          <>
            <a className={styles.link} href={address} download="profil-raccordement.json">
              {t('download')}
            </a>
            <Button
              size="small"
              onClick={() =>
                void navigator.clipboard.writeText(text).then(
                  () => setCopied(text),
                  // A browser may refuse: the file remains.
                  () => undefined,
                )
              }
            >
              {copied === text ? t('copied') : t('copy')}
            </Button>
          </>
        )}
        <FileButton
          label={t('apply')}
          accept=".json,application/json"
          disabled={busy}
          take={([file]) => {
            if (file) void read(file);
          }}
        />
      </div>
      {refused === undefined ? null : (
        <p className={parts.lead} role="alert">
          {t('notProfile', { name: refused })}
        </p>
      )}
    </div>
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
