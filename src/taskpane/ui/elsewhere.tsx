import { makeStyles, tokens } from '@fluentui/react-components';
import { useMessages, useSpoken } from '../i18n';
import { useSessionState } from '../session';
import { outOfPlace } from '../tasks';
import { messages } from './messages';

const useStyles = makeStyles({
  note: {
    margin: '10px 14px 0',
    padding: '8px 10px',
    borderRadius: '6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: '13px',
    lineHeight: '18px',
  },
});

/** Says why a button of the ribbon did not lead to its task: this workbook is of another kind. */
export function Elsewhere() {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const kind = useSessionState((state) => state.workbook?.kind);
  const asked = useSessionState((state) => state.task);
  // What an action of that button has to say comes first.
  const isSaying = useSessionState((state) => state.work !== undefined || state.notice !== undefined);
  const task = isSaying ? undefined : outOfPlace(asked, kind);
  return (
    <div role="status">
      {task ? (
        <p className={styles.note}>
          {t(kind === 'union' ? 'elsewhereUnion' : 'elsewhereRegion', { task: say(task.title) })}
        </p>
      ) : null}
    </div>
  );
}
