import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { version } from '../../version';
import { messages } from './messages';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '4px',
    color: tokens.colorNeutralForeground3,
    fontSize: '11px',
  },
});

/** Which version is running, which support asks first, and the other language: whatever the workbook holds. */
export function Foot() {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const locale = useSessionState((state) => state.locale);
  const catalogue = useSessionState((state) => state.engine?.catalogue.version);
  const other = locale === 'fr' ? 'en' : 'fr';
  return (
    <footer className={styles.foot}>
      <span>{catalogue === undefined ? t('version', { version }) : t('about', { version, catalogue })}</span>
      <Button
        size="small"
        appearance="transparent"
        lang={other}
        title={t('languageLabel')}
        onClick={() => session.speak(other)}
      >
        {t('language')}
      </Button>
    </footer>
  );
}
