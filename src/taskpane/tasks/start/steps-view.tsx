import type { ReactNode, Ref } from 'react';
import type { Contribution } from '../../../contribution';
import type { Engine } from '../../engine';
import { useMessages } from '../../i18n';
import { useSession, type TaskId, type WorkbookView } from '../../session';
import { Icon, type IconName } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Meter } from '../../ui/meter';
import { Section } from '../../ui/page';
import { toneColours, type Tone } from '../../ui/tag';
import { messages } from './messages';
import { progressOf } from './steps';

interface StepsProps {
  readonly engine: Engine;
  readonly workbook: WorkbookView;
  readonly contribution: Contribution;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** The tasks in their order, with how far each is. */
export function Steps({ engine, workbook, contribution, headingRef }: StepsProps) {
  const t = useMessages(messages);
  const session = useSession();
  const { answered, total, blocking, warnings, computed, status } = progressOf(
    workbook,
    contribution,
    engine,
  );
  const step = (task: TaskId, icon: IconName, tone: Tone, title: string, note: ReactNode) => (
    <Row
      key={task}
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
  const isComplete = total > 0 && answered === total;
  return (
    <>
      <Section title={t('steps')} headingRef={headingRef}>
        <Meter label={t('stepQuestionnaire')} done={answered} total={total} />
        <List label={t('steps')}>
          {step(
            'questionnaire',
            isComplete ? 'done' : 'open',
            isComplete ? 'good' : 'neutral',
            t('stepQuestionnaire'),
            t('answered', { done: answered, total }),
          )}
          {step(
            'check',
            blocking > 0 ? 'blocking' : warnings > 0 ? 'warning' : 'done',
            blocking > 0 ? 'bad' : warnings > 0 ? 'warn' : 'good',
            t('stepCheck'),
            [
              blocking > 0 ? t('blocking', { count: blocking }) : '',
              warnings > 0 ? t('warnings', { count: warnings }) : '',
            ]
              .filter(Boolean)
              .join(', ') || t('noRemark'),
          )}
          {step(
            'indicators',
            computed > 0 ? 'done' : 'open',
            computed > 0 ? 'good' : 'neutral',
            t('stepIndicators'),
            t('computed', { count: computed }),
          )}
          {step(
            'send',
            status === 'draft' ? 'open' : 'done',
            status === 'draft' ? 'neutral' : 'good',
            t('stepSend'),
            t(status),
          )}
        </List>
      </Section>
      <Section title={t('tools')}>
        <List label={t('tools')}>
          {step('explain', 'explain', 'neutral', t('toolExplain'), t('toolExplainNote'))}
          {step('functions', 'functions', 'neutral', t('toolFunctions'), t('toolFunctionsNote'))}
        </List>
      </Section>
    </>
  );
}
