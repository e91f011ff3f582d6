import { makeStyles, tokens } from '@fluentui/react-components';
import type { Bar } from './cards';

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: '14px' },
  track: {
    fill: tokens.colorNeutralStroke2,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText', strokeWidth: '1px' },
  },
  value: { fill: tokens.colorCompoundBrandStroke, '@media (forced-colors: active)': { fill: 'Highlight' } },
  benchmark: {
    stroke: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

/** A value as a bar from zero, the benchmark as a mark across it. */
export function BarChart({ bar, title }: { readonly bar: Bar; readonly title: string }) {
  const styles = useStyles();
  const x = (share: number) => 2 + 196 * share;
  const [from, to] = [Math.min(bar.zero, bar.value), Math.max(bar.zero, bar.value)];
  return (
    <svg
      className={styles.chart}
      viewBox="0 0 200 14"
      preserveAspectRatio="none"
      role="img"
      aria-label={title}
    >
      <rect className={styles.track} x={2} y={4} width={196} height={6} rx={2} />
      <rect
        className={styles.value}
        x={x(from)}
        y={4}
        width={Math.max(1, x(to) - x(from))}
        height={6}
        rx={2}
      />
      <line
        className={styles.benchmark}
        x1={x(bar.benchmark)}
        x2={x(bar.benchmark)}
        y1={0}
        y2={14}
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
