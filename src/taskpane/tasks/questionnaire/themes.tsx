import { useMessages, useSpoken } from '../../i18n';
import { Choice } from '../../ui/choice';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Meter } from '../../ui/meter';
import { Empty, Section } from '../../ui/page';
import type { Questionnaire, Theme } from '../../workbook/questionnaire';
import { filters, type Filter } from './filters';
import { messages } from './messages';

const names = {
  all: 'showAll',
  essential: 'showEssential',
  open: 'showOpen',
  remarked: 'showRemarked',
} as const satisfies Record<Filter, keyof typeof messages>;

// The same width for all, so that the meters can be compared.
const counted = { display: 'flex', gap: '4px', justifyContent: 'flex-end', minWidth: '54px' } as const;

interface ThemesProps {
  readonly questionnaire: Questionnaire;
  readonly themes: readonly Theme[];
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
  readonly open: (theme: string) => void;
}

/** The themes and how far each is. */
export function Themes({ questionnaire, themes, filter, choose, open }: ThemesProps) {
  const t = useMessages(messages);
  const say = useSpoken();
  const { answered, total } = questionnaire;
  return (
    <>
      <Section title={t('progress', { done: answered, total })}>
        <Meter label={t('progress', { done: answered, total })} done={answered} total={total} />
      </Section>
      <Section title={t('themes')}>
        <Choice
          label={t('show')}
          value={filter}
          choose={choose}
          options={filters.map((one) => ({ value: one, label: t(names[one]) }))}
        />
        {themes.length === 0 ? (
          <Empty>{t('nothing')}</Empty>
        ) : (
          <List label={t('themes')}>
            {themes.map((theme) => {
              const { length } = theme.questions;
              const progress = t('progress', { done: theme.answered, total: length });
              return (
                <Row
                  key={theme.code}
                  title={say(theme.label)}
                  note={
                    <span style={{ display: 'block', paddingTop: '6px' }}>
                      <Meter label={progress} done={theme.answered} total={length} />
                    </span>
                  }
                  end={
                    <span style={counted}>
                      {theme.answered}/{length}
                      <Icon name="forward" size={16} />
                    </span>
                  }
                  place={theme.code}
                  onClick={() => open(theme.code)}
                />
              );
            })}
          </List>
        )}
      </Section>
    </>
  );
}
