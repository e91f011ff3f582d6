import { makeStyles, tokens } from '@fluentui/react-components';
import { useMessages } from '../i18n';
import { messages } from './messages';

const useStyles = makeStyles({
  waiting: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '10px',
    padding: '40px 14px',
    color: tokens.colorNeutralForeground3,
    fontSize: '13px',
    // Not shown for what takes no time.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: '200ms',
    animationDelay: '200ms',
    animationFillMode: 'both',
  },
  wheel: {
    width: '16px',
    height: '16px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `2px solid ${tokens.colorNeutralStroke2}`,
    borderTopColor: tokens.colorCompoundBrandStroke,
    animationName: { to: { transform: 'rotate(360deg)' } },
    animationDuration: '900ms',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** While the workbook or a part of the pane is being read. */
export function Waiting({ label }: { readonly label?: string }) {
  const styles = useStyles();
  const t = useMessages(messages);
  return (
    <div className={styles.waiting} role="status">
      <span className={styles.wheel} aria-hidden />
      {label ?? t('loading')}
    </div>
  );
}
