import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useLayoutEffect } from 'react';
import { LocaleProvider } from './i18n';
import { useAppearance } from './office/appearance';
import { SessionProvider, useSessionState, type Session } from './session';
import { tasksFor } from './tasks';
import { Boundary } from './ui/boundary';
import { Broken } from './ui/broken';
import { Elsewhere } from './ui/elsewhere';
import { Header } from './ui/header';
import { Navigation } from './ui/nav';
import { Status } from './ui/status';
import { themes } from './ui/theme';
import { TaskView } from './ui/task-view';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100vh', minWidth: '280px', fontSize: '13px' },
  task: { flex: '1 1 0', minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  top: { backgroundColor: tokens.colorNeutralBackground1 },
});

function Pane() {
  const styles = useStyles();
  const kind = useSessionState((state) => state.workbook?.kind);
  const asked = useSessionState((state) => state.task);
  const tasks = tasksFor(kind);
  // A button of the ribbon may ask for a task of another kind of workbook: the first one is shown, and `Elsewhere` says why.
  const shown = tasks.find(({ id }) => id === asked) ?? tasks[0];
  if (!shown) return null;
  const current = shown.id;
  return (
    <div className={styles.pane}>
      <div className={styles.top}>
        <Header />
        <Navigation />
      </div>
      <Status />
      <Elsewhere />
      <main className={styles.task}>
        <div id="task" role="tabpanel" aria-labelledby={`tab-${current}`}>
          <Boundary key={current} fallback={(again) => <Broken again={again} />}>
            <TaskView task={shown} />
          </Boundary>
        </div>
      </main>
    </div>
  );
}

function Spoken() {
  const locale = useSessionState((state) => state.locale);
  // Of the document itself, not of a part of it: screen readers choose their voice by it.
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <LocaleProvider value={locale}>
      <Pane />
    </LocaleProvider>
  );
}

/** The whole pane over a session. */
export function App({ session }: { readonly session: Session }) {
  const appearance = useAppearance();
  return (
    <FluentProvider theme={themes[appearance]}>
      <SessionProvider value={session}>
        <Spoken />
      </SessionProvider>
    </FluentProvider>
  );
}
