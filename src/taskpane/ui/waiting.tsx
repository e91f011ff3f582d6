import { makeStyles, Spinner } from '@fluentui/react-components';
import { useMessages } from '../i18n';
import { messages } from './messages';

const useStyles = makeStyles({
  waiting: { padding: '40px 14px', display: 'flex', justifyContent: 'center' },
});

/** While the workbook or a part of the pane is being read; not shown for what takes no time. */
export function Waiting() {
  const t = useMessages(messages);
  return (
    <div className={useStyles().waiting}>
      <Spinner size="small" delay={200} label={t('loading')} />
    </div>
  );
}
