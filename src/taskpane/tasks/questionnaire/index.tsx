import { useState } from 'react';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { useArrival } from '../../ui/arrival';
import { Page } from '../../ui/page';
import { WithContribution, type Ready } from '../../ui/with-contribution';
import { questionnaireOf } from '../../workbook/questionnaire';
import { filtered, type Filter } from './filters';
import { messages } from './messages';
import { QuestionView } from './question-view';
import { ThemeView } from './theme-view';
import { Themes } from './themes';

/** Answer, theme by theme. */
export default function QuestionnaireTask() {
  const t = useMessages(messages);
  const inDetail = useSessionState((state) => state.focus.question !== undefined);
  return (
    <Page title={t('title')} {...(!inDetail && { lead: t('lead') })}>
      <WithContribution>{(ready) => <Questions {...ready} />}</WithContribution>
    </Page>
  );
}

function Questions({ engine, workbook, contribution }: Ready) {
  const session = useSession();
  const code = useSessionState((state) => state.focus.question);
  const [filter, setFilter] = useState<Filter>('all');
  const [theme, setTheme] = useState<string>();
  useArrival(code ?? theme);
  const questionnaire = questionnaireOf(workbook, contribution, engine);
  if (!questionnaire) return null;
  const { themes: everything } = questionnaire;
  const themes = filtered(questionnaire, filter);
  const open = (question: string | undefined) =>
    session.open('questionnaire', question === undefined ? {} : { question });
  const questions = everything.flatMap((one) => one.questions);
  const question = questions.find((one) => one.code === code);
  if (question) {
    return (
      <QuestionView
        key={question.code}
        engine={engine}
        question={question}
        year={questionnaire.year}
        themes={themes.some((one) => one.questions.includes(question)) ? themes : everything}
        tables={workbook.tables}
        open={open}
        close={() => {
          setTheme(question.theme);
          open(undefined);
        }}
      />
    );
  }
  const shown = themes.find((one) => one.code === theme);
  if (shown) return <ThemeView theme={shown} open={open} close={() => setTheme(undefined)} />;
  return (
    <Themes
      questionnaire={questionnaire}
      themes={themes}
      filter={filter}
      choose={setFilter}
      open={(one) => setTheme(one)}
    />
  );
}
