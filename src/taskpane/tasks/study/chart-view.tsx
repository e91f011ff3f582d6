import { makeStyles, tokens } from '@fluentui/react-components';
import type { BlockOf, Value } from '../../../study';
import { barShare, linePoints } from './chart-places';

const useStyles = makeStyles({
  rows: {
    display: 'grid',
    gridTemplateColumns: 'minmax(70px, 38%) 1fr auto',
    gap: '3px 8px',
    alignItems: 'center',
    fontSize: '11px',
    lineHeight: '15px',
  },
  track: { minWidth: 0 },
  bar: {
    height: '12px',
    minWidth: '1px',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  number: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', whiteSpace: 'nowrap' },
  lines: { display: 'block', width: '100%', height: '120px', overflow: 'visible' },
  labels: { display: 'flex', justifyContent: 'space-between', fontSize: '11px' },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', fontSize: '11px', marginTop: '4px' },
  key: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  swatch: { width: '10px', height: '10px', display: 'inline-block' },
});

/** Blue and vermilion of the files (Okabe and Ito), in shades that each ground of the pane bears. */
const colours = [
  tokens.colorPaletteBlueBorderActive,
  tokens.colorPaletteDarkOrangeBorderActive,
  tokens.colorNeutralForeground3,
];

const colourOf = (series: number): string => colours[series] ?? tokens.colorNeutralForeground3;

/** A chart of the study, drawn simply: bars with their numbers, or lines over the years; said in words to who hears it. */
export function ChartView({ block }: { readonly block: BlockOf<'chart'> }) {
  const styles = useStyles();
  const { labels, series, description, shape } = block;
  return (
    <div role="img" aria-label={description}>
      {shape === 'bar' ? <Bars block={block} /> : <Lines block={block} />}
      {series.length > 1 ? (
        <div className={styles.legend}>
          {series.map(({ name }, at) => (
            <span key={name} className={styles.key}>
              <span className={styles.swatch} style={{ backgroundColor: colourOf(at) }} />
              {name}
            </span>
          ))}
        </div>
      ) : null}
      {shape === 'line' ? (
        <div className={styles.labels}>
          <span>{labels[0]}</span>
          <span>{labels.at(-1)}</span>
        </div>
      ) : null}
    </div>
  );
}

function Bars({ block: { labels, series } }: { readonly block: BlockOf<'chart'> }) {
  const styles = useStyles();
  const greatest = Math.max(
    ...series.flatMap(({ values }) => values.map(({ value }) => Math.abs(value ?? 0))),
  );
  return (
    <div className={styles.rows}>
      {labels.flatMap((label, at) =>
        series.map(({ name, values }, index) => (
          <BarRow
            key={`${name} ${at}`}
            label={index === 0 ? label : ''}
            value={values[at]}
            greatest={greatest}
            colour={colourOf(index)}
          />
        )),
      )}
    </div>
  );
}

interface BarProps {
  readonly label: string;
  readonly value: Value | undefined;
  readonly greatest: number;
  readonly colour: string;
}

function BarRow({ label, value, greatest, colour }: BarProps) {
  const styles = useStyles();
  const width = `${100 * barShare(value?.value ?? null, greatest)}%`;
  return (
    <>
      <span>{label}</span>
      <span className={styles.track}>
        <span className={styles.bar} style={{ display: 'block', width, backgroundColor: colour }} />
      </span>
      <span className={styles.number}>{value?.text ?? '–'}</span>
    </>
  );
}

const [WIDTH, HEIGHT] = [300, 120];

function Lines({ block: { series } }: { readonly block: BlockOf<'chart'> }) {
  const styles = useStyles();
  const all = series.flatMap(({ values }) => values.flatMap(({ value }) => value ?? []));
  const ends = [Math.min(...all), Math.max(...all)] as const;
  return (
    <svg className={styles.lines} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
      {series.map(({ name, values }, at) => {
        const points = linePoints(
          values.map(({ value }) => value),
          ends,
          { width: WIDTH, height: HEIGHT },
        );
        return (
          <polyline
            key={name}
            points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke={colourOf(at)}
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}
