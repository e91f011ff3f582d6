import { makeStyles, tokens } from '@fluentui/react-components';
import type { Peers } from '../../../campaign';
import { scaleOf } from './scale';

const useStyles = makeStyles({
  plot: { display: 'block', width: '100%', height: 'auto', overflow: 'visible' },
  axis: {
    stroke: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  box: {
    fill: tokens.colorNeutralBackground4,
    stroke: tokens.colorNeutralStroke1,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  median: {
    stroke: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  fence: {
    stroke: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  point: {
    fill: tokens.colorCompoundBrandStroke,
    fillOpacity: 0.55,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  self: {
    fill: tokens.colorStatusDangerForeground1,
    stroke: tokens.colorNeutralBackground1,
    '@media (forced-colors: active)': { fill: 'Highlight', stroke: 'Canvas' },
  },
});

const WIDTH = 260;
const MARGIN = 8;

/** Every peer a dot, half of them in the box, the landlord in question larger. Dots of one value stand apart. */
export function PeerPlot({ peers, title }: { readonly peers: Peers; readonly title: string }) {
  const styles = useStyles();
  const place = scaleOf(peers);
  const x = (ratio: number) => MARGIN + (WIDTH - 2 * MARGIN) * place(ratio);
  const box = { from: x(peers.q1), to: x(peers.q3) };
  const fences = [peers.low, peers.high].filter((one) => Number.isFinite(one));
  const self = peers.points.find(({ siren }) => siren === peers.siren);
  return (
    <svg className={styles.plot} viewBox={`0 0 ${WIDTH} 52`} role="img" aria-label={title}>
      <line className={styles.axis} x1={MARGIN} x2={WIDTH - MARGIN} y1={26} y2={26} />
      <rect
        className={styles.box}
        x={box.from}
        y={12}
        width={Math.max(1, box.to - box.from)}
        height={28}
        rx={2}
      />
      <line
        className={styles.median}
        x1={x(peers.median)}
        x2={x(peers.median)}
        y1={12}
        y2={40}
        strokeWidth={2}
      />
      {fences.map((one) => (
        <line
          key={one}
          className={styles.fence}
          x1={x(one)}
          x2={x(one)}
          y1={6}
          y2={46}
          strokeDasharray="3 3"
        />
      ))}
      {peers.points.map(({ siren, ratio }, index) =>
        siren === peers.siren ? null : (
          <circle
            key={siren}
            className={styles.point}
            cx={x(ratio)}
            cy={26 + ((index % 5) - 2) * 4}
            r={2.5}
          />
        ),
      )}
      {self ? <circle className={styles.self} cx={x(self.ratio)} cy={26} r={5} strokeWidth={1.5} /> : null}
    </svg>
  );
}
