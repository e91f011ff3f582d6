import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { useMessages, useSpoken } from '../i18n';
import { useSession, useSessionState, type TaskId } from '../session';
import { tasksFor } from '../tasks';
import { Icon } from './icons';
import { messages } from './messages';

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    justifyContent: 'space-between',
    padding: '0 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flex: '1 1 0',
    minWidth: '32px',
    maxWidth: '56px',
    height: '40px',
    padding: 0,
    border: 'none',
    borderRadius: '4px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // The name of the task, for those who see icons only: on hover and on keyboard focus.
    '::before': {
      content: 'attr(data-name)',
      display: 'none',
      position: 'absolute',
      top: '42px',
      zIndex: 10,
      padding: '3px 8px',
      borderRadius: '4px',
      backgroundColor: tokens.colorNeutralBackgroundInverted,
      color: tokens.colorNeutralForegroundInverted,
      border: `1px solid ${tokens.colorTransparentStroke}`,
      fontSize: '12px',
      lineHeight: '16px',
      whiteSpace: 'nowrap',
      pointerEvents: 'none',
    },
    // That of the current task would hide its title, which says the same.
    '&[aria-selected="false"]:hover::before': { display: 'block' },
    '&[aria-selected="false"]:focus-visible::before': { display: 'block' },
    ':first-child::before': { left: 0 },
    ':last-child::before': { right: 0 },
  },
  current: {
    color: tokens.colorBrandForeground1,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '8px',
      right: '8px',
      bottom: '-1px',
      height: '3px',
      borderRadius: '3px 3px 0 0',
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  count: {
    position: 'absolute',
    top: '3px',
    right: '3px',
    minWidth: '14px',
    height: '14px',
    padding: '0 3px',
    borderRadius: '7px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: '#ffffff',
    fontSize: '10px',
    lineHeight: '14px',
    fontWeight: 600,
    textAlign: 'center',
    // Drawn, not written: the name of the tab says the number in words.
    '::before': { content: 'attr(data-count)' },
  },
});

const moves: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Where the arrow keys, Home and End lead among the tasks shown; undefined for another key. */
function taskAfter(ids: readonly TaskId[], current: TaskId, key: string): TaskId | undefined {
  if (key === 'Home') return ids[0];
  if (key === 'End') return ids.at(-1);
  const move = moves[key];
  return move === undefined ? undefined : ids[(ids.indexOf(current) + move + ids.length) % ids.length];
}

/** The tasks as tabs: one stop of the keyboard, arrows between them. */
export function Navigation() {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const session = useSession();
  const tasks = tasksFor(useSessionState((state) => state.workbook?.kind));
  const asked = useSessionState((state) => state.task);
  const ids = tasks.map(({ id }) => id);
  const current = ids.includes(asked) ? asked : 'start';
  const remarks = useSessionState((state) => state.workbook?.contribution?.remarks);
  const blocking = remarks?.filter((one) => one.level === 'blocking').length ?? 0;
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const next = taskAfter(ids, current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    session.open(next);
    bar.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <nav aria-label={t('tasks')}>
      <div className={styles.nav} role="tablist" aria-label={t('tasks')} ref={bar} onKeyDown={move}>
        {tasks.map(({ id, icon, title }) => {
          const name = say(title);
          const counted = id === 'check' ? blocking : 0;
          return (
            <button
              key={id}
              id={`tab-${id}`}
              type="button"
              role="tab"
              aria-selected={id === current}
              aria-controls="task"
              aria-label={counted > 0 ? `${name} (${t('blocking', { count: counted })})` : name}
              data-name={name}
              tabIndex={id === current ? 0 : -1}
              className={mergeClasses(styles.tab, id === current && styles.current)}
              onClick={() => session.open(id)}
            >
              <Icon name={icon} />
              {counted > 0 ? <span className={styles.count} data-count={counted} aria-hidden /> : null}
            </button>
          );
        })}
      </div>
    </nav>
  );
}
