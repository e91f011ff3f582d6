import { type Translate, useLocale, useMessages, useSpoken } from '../../i18n';
import type { Locale } from '../../../formula';
import { Back } from '../../ui/back';
import { Icon, type IconName } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Section } from '../../ui/page';
import { toneColours, type Tone } from '../../ui/tag';
import type { Question, QuestionState, Theme } from '../../workbook/questionnaire';
import { answerText } from './answer-text';
import { messages } from './messages';

const marks: Readonly<Record<QuestionState, readonly [IconName, Tone]>> = {
  number: ['done', 'good'],
  unavailable: ['done', 'neutral'],
  not_applicable: ['done', 'neutral'],
  blank: ['open', 'neutral'],
  refused: ['blocking', 'bad'],
};

interface ThemeViewProps {
  readonly theme: Theme;
  readonly open: (code: string) => void;
  readonly close: () => void;
}

/** The questions of a theme. */
export function ThemeView({ theme, open, close }: ThemeViewProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const say = useSpoken();
  return (
    <>
      <Back label={t('backToThemes')} onClick={close} />
      <Section title={say(theme.label)} aside={`${theme.answered}/${theme.questions.length}`}>
        <List label={say(theme.label)}>
          {theme.questions.map((question) => {
            const [icon, tone] = marks[question.state];
            const remarked = question.remarks.length > 0 && question.state !== 'refused';
            return (
              <Row
                key={question.code}
                icon={
                  <span style={{ color: toneColours[remarked ? 'warn' : tone] }}>
                    <Icon name={remarked ? 'warning' : icon} size={18} />
                  </span>
                }
                title={say(question.label)}
                note={summary(question, t, locale)}
                place={question.code}
                onClick={() => open(question.code)}
              />
            );
          })}
        </List>
      </Section>
    </>
  );
}

/** The answer in a line: a figure, the word for it, or how many rows answer. */
function summary(question: Question, t: Translate<keyof typeof messages>, locale: Locale): string {
  const [row, other] = question.rows;
  if (question.entries > 0) return t('entries', { count: question.entries });
  if (question.state === 'refused') return t('refused');
  if (question.state === 'blank' || !row) return t('blank');
  if (other) return t('places', { count: question.rows.length });
  return answerText(row.answer, question.point?.unit ?? '', t, locale);
}
