import { makeStyles, tokens } from '@fluentui/react-components';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { guidePages } from '../../office/guide';
import { CellLink } from '../../ui/cell-link';
import { Section } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { Tool } from '../../ui/tool';
import type { Ready } from '../../ui/with-contribution';
import { indicatorStory } from './indicator-story';
import { messages } from './messages';
import { Tree } from './tree';

const useStyles = makeStyles({
  value: { fontSize: '24px', lineHeight: '30px', fontWeight: 600 },
  none: { color: tokens.colorNeutralForeground3, fontSize: '14px' },
  text: { margin: 0, fontSize: '13px', lineHeight: '19px', overflowWrap: 'anywhere' },
  meta: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
});

interface IndicatorViewProps extends Pick<Ready, 'engine' | 'consolidation'> {
  readonly code: string;
}

/** An indicator of the landlord: its value, its calculation down to the cells, its definition and its sources. */
export function IndicatorView({ code, engine, consolidation }: IndicatorViewProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const say = useSpoken();
  const story = indicatorStory(code, consolidation, engine, locale);
  if (!story) return null;
  const { indicator, cell, tree, benchmark } = story;
  // One of the landlord's own has no page in the guide, but a cell.
  const own = consolidation.contributions[0]?.localIndicators?.find((one) => one.code === code)?.source;
  const { unit, decimals } = indicator;
  const shown = (value: number, of: string) => engine.formatQuantity(value, of, { locale, decimals });
  return (
    <>
      <Section title={say(indicator.label)} aside={code}>
        {cell.value === null ? (
          <span className={styles.none}>{t('noValue')}</span>
        ) : (
          <span className={styles.value}>{shown(cell.value, unit)}</span>
        )}
        {benchmark ? (
          <p className={styles.meta}>
            {t('benchmark', {
              year: String(benchmark.year),
              value: shown(benchmark.value, benchmark.unit),
              place: engine.territoryName(benchmark.territory ?? 'FR'),
            })}
          </p>
        ) : null}
      </Section>
      <Section title={t('calculation')}>
        <p className={styles.meta}>{tree.label}</p>
        <Tree node={tree} root />
      </Section>
      <Section
        title={t('definition')}
        aside={
          <Tag tone={indicator.confidence === 'to_confirm' ? 'warn' : 'neutral'}>
            {t(indicator.confidence)}
          </Tag>
        }
      >
        <p className={styles.text}>{say(indicator.definition)}</p>
        {indicator.note ? <p className={styles.meta}>{say(indicator.note)}</p> : null}
        {own ? (
          <p className={styles.meta}>
            {t('yours')} <CellLink sheet={own.sheet} address={own.cell} />
          </p>
        ) : (
          <div>
            <Tool href={guidePages.indicator(locale, code)} framed>
              {t('inGuide')}
            </Tool>
          </div>
        )}
      </Section>
      {indicator.references.length > 0 ? (
        <Section title={t('sources')}>
          {indicator.references.map((reference) => (
            <p key={reference} className={styles.meta} lang="fr">
              {reference}
            </p>
          ))}
        </Section>
      ) : null}
    </>
  );
}
