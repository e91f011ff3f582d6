import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { familyLabels, families, functionTable, NAMESPACE } from '../../../functions';
import { recalculate, repairFunctions } from '../../actions';
import { useMessages, useSpoken } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { useArrival } from '../../ui/arrival';
import { Back } from '../../ui/back';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Empty, Page, Section } from '../../ui/page';
import { FunctionForm } from './function-form';
import { messages } from './messages';

const useStyles = makeStyles({
  name: { fontWeight: 600, overflowWrap: 'anywhere' },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
});

/** The functions by family; each opens its form. */
export default function Functions() {
  const t = useMessages(messages);
  const session = useSession();
  const chosen = useSessionState((state) => state.focus.function);
  const spec = functionTable.find(({ id }) => id === chosen);
  useArrival(spec?.id);
  return (
    <Page title={t('title')} {...(!spec && { lead: t('lead') })}>
      {spec ? (
        <>
          <Back label={t('back')} onClick={() => session.open('functions')} />
          <FunctionForm key={spec.id} spec={spec} />
        </>
      ) : (
        <Gallery />
      )}
    </Page>
  );
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function Gallery() {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [text, setText] = useState('');
  const words = plain(text).split(/\s+/u).filter(Boolean);
  const found = functionTable.filter(({ id, description }) => {
    const all = plain(`${id} ${description.fr} ${description.en}`);
    return words.every((word) => all.includes(word));
  });
  return (
    <>
      <Input
        size="small"
        type="search"
        contentBefore={<Icon name="search" size={16} />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      {found.length === 0 ? <Empty>{t('nothing')}</Empty> : null}
      {families.map((family) => {
        const own = found.filter((one) => one.family === family);
        if (own.length === 0) return null;
        const label = say(familyLabels[family]);
        return (
          <Section key={family} title={label}>
            <List label={label}>
              {own.map(({ id, description }) => (
                <Row
                  key={id}
                  title={
                    <span className={styles.name}>
                      {NAMESPACE}.{id}
                    </span>
                  }
                  note={say(description)}
                  end={<Icon name="forward" size={16} />}
                  place={id}
                  onClick={() => session.open('functions', { function: id })}
                />
              ))}
            </List>
          </Section>
        );
      })}
      <Section title={t('recalculateTitle')}>
        <p className={styles.note}>{t('recalculateNote')}</p>
        <div>
          <Button size="small" disabled={busy} onClick={() => void session.perform(recalculate, undefined)}>
            {t('recalculate')}
          </Button>
        </div>
      </Section>
      <Section title={t('repairTitle')}>
        <p className={styles.note}>{t('repairNote')}</p>
        <div>
          <Button
            size="small"
            disabled={busy}
            onClick={() => void session.perform(repairFunctions, undefined)}
          >
            {t('repair')}
          </Button>
        </div>
      </Section>
    </>
  );
}
