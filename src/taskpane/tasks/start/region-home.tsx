import { makeStyles, tokens } from '@fluentui/react-components';
import { useMessages } from '../../i18n';
import { useSession } from '../../session';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Page, Section } from '../../ui/page';
import { Foot } from './foot';
import { unionMessages } from './union-messages';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '19px' },
});

/** The result of a consolidation: nothing to start here, much to read and to explain. */
export default function RegionHome() {
  const styles = useStyles();
  const t = useMessages(unionMessages);
  const session = useSession();
  return (
    <Page title={t('title')} lead={t('leadRegion')}>
      <Section title={t('regionTools')}>
        <List label={t('regionTools')}>
          <Row
            icon={<Icon name="explain" size={18} />}
            title={t('regionExplain')}
            note={t('regionExplainNote')}
            end={<Icon name="forward" size={16} />}
            onClick={() => session.open('explain')}
          />
          <Row
            icon={<Icon name="functions" size={18} />}
            title={t('regionFunctions')}
            note={t('regionFunctionsNote')}
            end={<Icon name="forward" size={16} />}
            onClick={() => session.open('functions')}
          />
        </List>
      </Section>
      <Section title={t('regionNext')}>
        <p className={styles.note}>{t('regionCampaign')}</p>
      </Section>
      <Foot />
    </Page>
  );
}
