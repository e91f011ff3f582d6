import { makeStyles, tokens } from '@fluentui/react-components';
import { useLocale, useMessages } from '../i18n';
import { guidePages } from '../office/guide';
import { useSession, useSessionState } from '../session';
import { Icon } from './icons';
import { messages } from './messages';
import { Tool } from './tool';

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'center', gap: '4px', padding: '6px 8px 2px 14px' },
  name: { fontWeight: 600, fontSize: '14px', color: tokens.colorBrandForeground1, whiteSpace: 'nowrap' },
  landlord: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    fontSize: '12px',
    paddingLeft: '6px',
  },
});

/** Whose workbook it is, and what serves every task. */
export function Header() {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const identity = useSessionState((state) => state.workbook?.contribution?.identity);
  const campaign = useSessionState((state) => state.workbook?.union?.campaign?.settings);
  const whose = identity
    ? `${identity.name} · ${identity.year}`
    : campaign
      ? [campaign.union, campaign.year].filter((one) => one !== '').join(' · ')
      : '';
  return (
    <header className={styles.header}>
      <span className={styles.name}>Impact HLM</span>
      <span className={styles.landlord} title={whose}>
        {whose}
      </span>
      <Tool label={t('refresh')} onClick={() => void session.refresh()}>
        <Icon name="refresh" size={18} />
      </Tool>
      <Tool label={t('help')} href={guidePages.home(locale)}>
        <Icon name="help" size={18} />
      </Tool>
    </header>
  );
}
