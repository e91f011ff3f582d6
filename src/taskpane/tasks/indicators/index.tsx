import { Button, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { addOwnIndicator } from '../../actions';
import { useSession, useSessionState } from '../../session';
import { Choice } from '../../ui/choice';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Empty, Page, Section } from '../../ui/page';
import { WithContribution, type Ready } from '../../ui/with-contribution';
import { BarChart } from './bar-chart';
import { barOf, cardsOf, filteredCards, type Card, type CardFilter } from './cards';
import { messages } from './messages';

const useStyles = makeStyles({
  check: { fontSize: '12px' },
  filters: { display: 'flex', flexDirection: 'column', gap: '8px' },
  value: { display: 'block', fontSize: '16px', lineHeight: '22px', fontWeight: 600, marginTop: '2px' },
  none: { display: 'block', color: tokens.colorNeutralForeground3, marginTop: '2px' },
  own: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '8px',
    color: tokens.colorNeutralForeground3,
    fontSize: '12px',
    lineHeight: '17px',
  },
  detail: { display: 'block', marginTop: '4px' },
});

/** The indicators of the landlord, by theme. */
export default function Indicators() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <WithContribution>{(ready) => <Cards {...ready} />}</WithContribution>
    </Page>
  );
}

function Cards({ consolidation, engine }: Ready) {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const [filter, setFilter] = useState<CardFilter>({ dimension: 'essential', text: '', computedOnly: false });
  const groups = useMemo(() => cardsOf(consolidation), [consolidation]);
  const shown = filteredCards(groups, filter);
  return (
    <>
      <div className={styles.filters}>
        <Choice
          label={t('dimension')}
          value={filter.dimension}
          choose={(dimension) => setFilter({ ...filter, dimension })}
        >
          <option value="essential">{t('essential')}</option>
          <option value="">{t('all')}</option>
          {groups.map(({ dimension }) => (
            <option key={dimension.code} value={dimension.code}>
              {say(dimension.label)}
            </option>
          ))}
        </Choice>
        <Input
          size="small"
          type="search"
          contentBefore={<Icon name="search" size={16} />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={filter.text}
          onChange={(_, { value }) => setFilter({ ...filter, text: value })}
        />
        <Checkbox
          label={{ children: t('computedOnly'), className: styles.check }}
          checked={filter.computedOnly}
          onChange={(_, { checked }) => setFilter({ ...filter, computedOnly: checked === true })}
        />
      </div>
      {shown.length === 0 ? <Empty>{t('nothing')}</Empty> : null}
      {shown.map(({ dimension, cards }) => (
        <Section
          key={dimension.code}
          title={say(dimension.label)}
          aside={t('count', {
            done: cards.filter(({ cell }) => cell.value !== null).length,
            total: cards.length,
          })}
        >
          <List label={say(dimension.label)}>
            {cards.map((card) => (
              <IndicatorRow key={card.indicator.code} card={card} engine={engine} />
            ))}
          </List>
        </Section>
      ))}
      <OwnIndicator />
    </>
  );
}

/** The way to an indicator of one's own, in a sheet of the workbook. */
function OwnIndicator() {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  return (
    <div className={styles.own}>
      <span>{t('ownLead')}</span>
      <Button size="small" disabled={busy} onClick={() => void session.perform(addOwnIndicator, undefined)}>
        {t('addOwn')}
      </Button>
    </div>
  );
}

function IndicatorRow({ card, engine }: { readonly card: Card; readonly engine: Ready['engine'] }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const say = useSpoken();
  const session = useSession();
  const { indicator, cell, benchmark } = card;
  const { unit, decimals } = indicator;
  const shown = (value: number, of: string = unit) =>
    engine.formatQuantity(value, of, { locale, decimals, compact: true });
  const bar = barOf(card);
  const absence = cell.notApplicableSirens.length > 0 ? 'not_applicable' : (cell.reason ?? 'no_respondent');
  return (
    <Row
      title={
        <>
          {say(indicator.label)}
          {cell.value === null ? (
            <span className={styles.none}>{t(absence)}</span>
          ) : (
            <span className={styles.value}>{shown(cell.value)}</span>
          )}
        </>
      }
      note={
        <>
          {bar && cell.value !== null && benchmark ? (
            <span className={styles.detail}>
              <BarChart
                bar={bar}
                title={t('chart', { value: shown(cell.value), benchmark: shown(benchmark.value) })}
              />
            </span>
          ) : null}
          {cell.value !== null && cell.low !== null && cell.high !== null && cell.low !== cell.high ? (
            <span className={styles.detail}>
              {t('range', { low: shown(cell.low), high: shown(cell.high) })}
            </span>
          ) : null}
          {benchmark ? (
            <span className={styles.detail}>
              {t('benchmark', {
                year: String(benchmark.year),
                value: shown(benchmark.value, benchmark.unit),
                place: engine.territoryName(benchmark.territory ?? 'FR'),
              })}
            </span>
          ) : null}
        </>
      }
      end={indicator.code}
      onClick={() => session.open('explain', { indicator: indicator.code })}
    />
  );
}
