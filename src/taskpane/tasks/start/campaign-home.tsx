import { Button } from '@fluentui/react-components';
import { states } from '../../../campaign';
import type { Engine } from '../../engine';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { useSession } from '../../session';
import { tasksFor } from '../index';
import type { UnionView } from '../../union';
import { Facts } from '../../ui/facts';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Meter } from '../../ui/meter';
import { Empty, Page, Section } from '../../ui/page';
import { stateNames } from '../follow-up/states';
import { Foot } from './foot';
import { PrefillSection } from './prefill-section';
import { unionMessages } from './union-messages';

interface HomeProps {
  readonly engine: Engine;
  readonly union: UnionView;
}

/** A union's campaign: what it asks, how far it is, what to do next. */
export default function CampaignHome({ engine, union }: HomeProps) {
  const t = useMessages(unionMessages);
  const say = useSpoken();
  const locale = useLocale();
  const session = useSession();
  const { campaign, tables, remarks } = union;
  const toSettings = () => {
    const table = tables.settings;
    const cell = table?.cells[0]?.[1];
    if (table && cell !== undefined) void session.select(table.sheet, cell);
  };
  const edit = (
    <div>
      <Button size="small" onClick={toSettings}>
        {t('editInSheet')}
      </Button>
    </div>
  );
  if (!campaign) {
    return (
      <Page title={t('title')} lead={t('leadCampaign')}>
        <Empty>
          <span lang="fr">{remarks[0]?.message}</span>
          {edit}
        </Empty>
        <Foot />
      </Page>
    );
  }
  const { settings, followUp } = campaign;
  const date = settings.deadline?.toLocaleDateString(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
  });
  const facts: readonly (readonly [string, string])[] = [
    [t('unionShort'), settings.union || t('notSaid')],
    [t('campaignYear'), String(settings.year)],
    [t('campaignTerritory'), engine.territoryName(settings.territory)],
    [t('deadline'), date ?? t('notSaid')],
    [t('themes'), settings.themes.join(', ') || t('allThemes')],
  ];
  const answered = followUp.filter(({ version }) => version !== '').length;
  return (
    <Page title={t('title')} lead={t('leadCampaign')}>
      <Section title={t('campaign')}>
        <Facts facts={facts} />
        {edit}
      </Section>
      <Section title={t('whereItStands')}>
        {followUp.length === 0 ? (
          <Empty>{t('noLandlord')}</Empty>
        ) : (
          <>
            <Meter label={t('answered')} done={answered} total={followUp.length} />
            <span>{t('answeredOf', { done: answered, total: followUp.length })}</span>
            <Facts
              facts={states.flatMap((state) => {
                const count = followUp.filter((one) => one.state === state).length;
                return count === 0 ? [] : [[t(stateNames[state]), String(count)] as const];
              })}
            />
          </>
        )}
        {remarks.length > 0 ? <p role="status">{t('campaignRemarks', { count: remarks.length })}</p> : null}
      </Section>
      {followUp.length > 0 ? <PrefillSection campaign={campaign} /> : null}
      <Section title={t('steps')}>
        <List label={t('steps')}>
          {tasksFor('union')
            .filter(({ id }) => id !== 'start')
            .map(({ id, icon, title }) => (
              <Row
                key={id}
                icon={<Icon name={icon} size={18} />}
                title={say(title)}
                end={<Icon name="forward" size={16} />}
                onClick={() => session.open(id)}
              />
            ))}
        </List>
      </Section>
      <Foot />
    </Page>
  );
}
