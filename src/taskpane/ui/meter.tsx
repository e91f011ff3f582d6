import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '6px',
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  fill: {
    height: '100%',
    borderRadius: '3px',
    backgroundColor: tokens.colorCompoundBrandStroke,
    transitionProperty: 'width',
    transitionDuration: '200ms',
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' },
  },
});

interface MeterProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** How much of something is done; the figures are told by its label and by the text beside it. */
export function Meter({ label, done, total }: MeterProps) {
  const styles = useStyles();
  const share = total === 0 ? 0 : done / total;
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <div className={styles.fill} style={{ width: `${Math.round(100 * share)}%` }} />
    </div>
  );
}
