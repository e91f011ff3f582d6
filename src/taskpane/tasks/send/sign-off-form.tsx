import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { signOff } from '../../actions';
import { useLocale, useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Section } from '../../ui/page';
import type { Ready } from '../../ui/with-contribution';
import { messages } from './messages';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '12px' },
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '18px' },
});

/** Who answers for the figures, and when. */
export function SignOffForm({ contribution }: Pick<Ready, 'contribution'>) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const { status, sentAt, contact } = contribution.identity ?? {};
  const [name, setName] = useState<string>();
  const shown = name ?? contact ?? '';
  const isSigned = status === 'transmis' || status === 'validé';
  const date = sentAt?.toLocaleDateString(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return (
    <Section title={t('signOff')}>
      {isSigned && date !== undefined ? (
        <p className={styles.note}>{t('signedOn', { date, name: contact ?? '–' })}</p>
      ) : null}
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void session.perform(signOff, { contact: shown });
        }}
      >
        <Field label={t('contact')} hint={t('contactHint')} required>
          <Input autoComplete="name" value={shown} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Button type="submit" appearance={isSigned ? 'secondary' : 'primary'} disabled={busy}>
          {isSigned ? t('signAgain') : t('sign')}
        </Button>
      </form>
    </Section>
  );
}
