import { useMessages } from '../../i18n';
import { useSession, type TaskId } from '../../session';
import { Icon, type IconName } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Section } from '../../ui/page';
import { toneColours, type Tone } from '../../ui/tag';
import type { Ready } from '../../ui/with-contribution';
import { questionnaireOf } from '../../workbook/questionnaire';
import { messages } from './messages';

/** What the union will look at first, and where to put it right. */
export function Checklist({ engine, workbook, contribution }: Ready) {
  const t = useMessages(messages);
  const session = useSession();
  const questionnaire = questionnaireOf(workbook, contribution, engine);
  const open = (questionnaire?.total ?? 0) - (questionnaire?.answered ?? 0);
  const count = (level: 'blocking' | 'warning') =>
    contribution.remarks.filter((one) => one.level === level).length;
  const [blocking, warnings] = [count('blocking'), count('warning')];
  const line = (task: TaskId, icon: IconName, tone: Tone, title: string, note?: string) => (
    <Row
      icon={
        <span style={{ color: toneColours[tone] }}>
          <Icon name={icon} size={18} />
        </span>
      }
      title={title}
      note={note}
      end={<Icon name="forward" size={16} />}
      onClick={() => session.open(task)}
    />
  );
  return (
    <Section title={t('checks')}>
      <List label={t('checks')}>
        {line('start', 'done', 'good', t('identityRight'))}
        {line(
          'questionnaire',
          open > 0 ? 'open' : 'done',
          open > 0 ? 'neutral' : 'good',
          open > 0 ? t('toAnswer', { count: open }) : t('allAnswered'),
          t('answered', { done: questionnaire?.answered ?? 0, total: questionnaire?.total ?? 0 }),
        )}
        {line(
          'check',
          blocking > 0 ? 'blocking' : 'done',
          blocking > 0 ? 'bad' : 'good',
          blocking > 0 ? t('blocking', { count: blocking }) : t('noBlocking'),
        )}
        {line(
          'check',
          warnings > 0 ? 'warning' : 'done',
          warnings > 0 ? 'warn' : 'good',
          warnings > 0 ? t('warnings', { count: warnings }) : t('noWarning'),
        )}
      </List>
    </Section>
  );
}
