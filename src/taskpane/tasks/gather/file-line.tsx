import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { Effect } from '../../../campaign';
import type { Engine } from '../../engine';
import { useMessages } from '../../i18n';
import type { ReceivedFile } from '../../jobs';
import { Icon } from '../../ui/icons';
import { Row } from '../../ui/list';
import { Tag, toneColours } from '../../ui/tag';
import { Fold } from '../connect/parts';
import { lineKind, looks, shownRemarks } from './kinds';
import { messages } from './messages';

const useStyles = makeStyles({ choice: { padding: '0 4px' } });

interface LineProps {
  readonly file: ReceivedFile;
  readonly engine: Engine;
  readonly chosen: boolean;
  readonly choose: (chosen: boolean) => void;
}

/** A file that was read: what becomes of it, why, and what a new version would change. */
export function FileLine({ file, engine, chosen, choose }: LineProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const kind = lineKind(file);
  const [icon, tone] = looks[kind];
  const remarks = shownRemarks(file);
  return (
    <Row
      icon={
        <span style={{ color: toneColours[tone] }}>
          <Icon name={icon} size={18} />
        </span>
      }
      title={file.landlord ?? file.name}
      note={[
        file.landlord === undefined ? '' : file.name,
        file.kind === 'refused' ? '' : t('figures', { count: file.figures }),
      ]
        .filter((part) => part !== '')
        .join(' · ')}
      end={<Tag tone={tone}>{t(kind)}</Tag>}
    >
      <Fold
        title={t('remarks', { count: remarks.length })}
        open={kind === 'refused'}
        lines={remarks.map(({ message }) => [message])}
      />
      {file.kind === 'waiting' ? (
        <>
          <Fold
            title={t('changes', { count: file.changes.length })}
            lines={file.changes.map(({ code, label, year, territory, before, after }) => [
              [label, code === label ? '' : code, territory, year ?? '']
                .filter((one) => one !== '')
                .join(' · '),
              `${before ?? t('absent')} → ${after ?? t('absent')}`,
            ])}
          />
          <Fold
            title={t('effects', { count: file.effects.length })}
            lines={file.effects.map((effect) => [
              `${effect.code} ${effect.label} : ${effectText(effect, engine, t('noValue'))}`,
            ])}
          />
          <div className={styles.choice}>
            <Checkbox
              label={t('take')}
              checked={chosen}
              onChange={(_, { checked }) => choose(checked === true)}
            />
          </div>
        </>
      ) : null}
    </Row>
  );
}

const MOST_DECIMALS = 8;

/** With as many decimals as it takes to see the change. */
function effectText({ unit, decimals, before, after }: Effect, engine: Engine, none: string): string {
  const show = (value: number | null, digits: number): string =>
    value === null ? none : engine.formatQuantity(value, unit, { locale: 'fr', decimals: digits });
  let digits = decimals;
  while (digits < MOST_DECIMALS && show(before, digits) === show(after, digits)) digits += 1;
  return `${show(before, digits)} → ${show(after, digits)}`;
}
