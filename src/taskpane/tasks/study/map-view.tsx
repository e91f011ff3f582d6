import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { BlockOf, MapArea } from '../../../study';
import { useMessages } from '../../i18n';
import { outlineOf } from './chart-places';
import { messages } from './messages';

const useStyles = makeStyles({
  map: { display: 'block', width: '100%', maxWidth: '420px', maxHeight: '340px' },
  area: {
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '0.6px',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  shade: { fill: tokens.colorPaletteBlueBorderActive },
  absent: { fill: tokens.colorNeutralBackground5 },
  hatch: { stroke: tokens.colorNeutralForeground3 },
  ground: { fill: tokens.colorNeutralBackground1 },
  legend: { margin: '6px 0 0', padding: 0, listStyleType: 'none', fontSize: '11px', lineHeight: '16px' },
  key: { display: 'flex', alignItems: 'center', gap: '6px' },
  swatch: { width: '14px', height: '10px', flexShrink: 0 },
  names: { margin: '6px 0 0', fontSize: '11px', lineHeight: '15px', color: tokens.colorNeutralForeground2 },
});

/** A map of the study: classes from light to dark, what is withheld hatched; said in words to who hears it. */
export function MapView({ block }: { readonly block: BlockOf<'map'> }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const hatch = useId();
  const { areas, classes, ratio, description, tiles } = block;
  const fillOf = ({ class: shade }: Pick<MapArea, 'class'>) =>
    shade === 'masked'
      ? { fill: `url(#${hatch})` }
      : shade === 'absent'
        ? { className: styles.absent }
        : { className: styles.shade, fillOpacity: opacityOf(shade, classes.length) };
  const others = (['masked', 'absent'] as const).filter((one) => areas.some((area) => area.class === one));
  const keys: readonly (readonly [MapArea['class'], string])[] = [
    ...classes.map((text, at) => [at, text] as const),
    ...others.map((one) => [one, t(one)] as const),
  ];
  return (
    <>
      <svg className={styles.map} viewBox={`0 0 100 ${100 * ratio}`} role="img" aria-label={description}>
        <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles.ground} width="3" height="3" />
          <line className={styles.hatch} x1="0" y1="0" x2="0" y2="3" strokeWidth="1.2" />
        </pattern>
        {areas.map((area) => (
          <g key={area.territory} className={styles.area}>
            <path d={outlineOf(area.rings)} {...fillOf(area)} />
          </g>
        ))}
      </svg>
      <ul className={styles.legend}>
        {keys.map(([shade, text]) => (
          <li key={String(shade)} className={styles.key}>
            <svg className={styles.swatch} viewBox="0 0 14 10" aria-hidden>
              <rect width="14" height="10" {...fillOf({ class: shade })} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      <p className={styles.names}>
        {areas.map(({ label, value }) => `${label} ${value.text}${value.marks}`).join(' · ')}
      </p>
      {tiles ? <p className={styles.names}>{t('tiles')}</p> : null}
    </>
  );
}

/** Shades of one colour: their order reads in grey. */
const opacityOf = (shade: number, count: number): number =>
  count <= 1 ? 0.6 : 0.2 + (0.8 * shade) / (count - 1);
