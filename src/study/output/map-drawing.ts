import type { Locale } from '../../formula';
import type { BlockOf, MapArea } from '../document';
import { contrastOf, type StudyTheme } from '../theme';
import { attributes, escapeXml } from './markup';

/** A shape of a map, in English Metric Units from the corner of its group. */
export interface MapShape {
  readonly name: string;
  /** Its alternative text. */
  readonly description: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** DrawingML: geometry, fill and line, as every Office format writes them. */
  readonly look: string;
  readonly text?: MapText;
}

export interface MapText {
  readonly lines: readonly string[];
  /** In points. */
  readonly size: number;
  readonly color: string;
  readonly align: 'l' | 'ctr';
}

/** A map as native shapes: freeforms that a person can move and recolour. */
export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly MapShape[];
}

const MAP_WIDTH = 0.68;
const LEGEND_LEFT = 0.72;
const POINT = 12_700;
/** More names than that would cover one another. */
const MOST_NAMES = 24;
const HATCH = '7F7F7F';
const NOTHING = 'F2F2F2';

const words: Readonly<Record<Locale, Readonly<Record<'masked' | 'absent' | 'tiles', string>>>> = {
  fr: {
    masked: 'Secret ou trop peu de réponses',
    absent: 'Non disponible',
    tiles: 'Tuiles de même taille, sans place géographique : aucun fond de carte donné',
  },
  en: {
    masked: 'Withheld or too few answers',
    absent: 'Not available',
    tiles: 'Tiles of one size, in no geographical place: no outlines given',
  },
};

const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
const hatched = `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${HATCH}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`;
const outline = (color: string): string => `<a:ln w="9525">${solid(color)}<a:round/></a:ln>`;
const invisible = '<a:noFill/><a:ln><a:noFill/></a:ln>';
const rectangle = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

/** Shades of one colour, from light to dark: the order reads in grey and with every colour blindness. */
function shadesOf(color: string, count: number): string[] {
  const parts = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16));
  return Array.from({ length: count }, (_, at) => {
    const strength = count === 1 ? 0.6 : 0.16 + (0.84 * at) / (count - 1);
    return parts
      .map((part) => Math.round(255 - (255 - part) * strength))
      .map((part) => part.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  });
}

/** Lays a map and its legend out in a box. @param width of the box, in English Metric Units, as `most` high */
export function drawMap(
  block: BlockOf<'map'>,
  width: number,
  most: number,
  theme: StudyTheme,
  locale: Locale,
): MapDrawing {
  const legend = legendShapes(block, width, theme, locale);
  const scale = Math.min(width * MAP_WIDTH, most / block.ratio);
  const height = Math.max(scale * block.ratio, ...legend.map(({ y, height: tall }) => y + tall));
  const shades = shadesOf(theme.primary, block.classes.length);
  const areas = block.areas.map((one) => areaShape(one, scale, shades));
  const names =
    block.areas.length > MOST_NAMES ? [] : block.areas.flatMap((one) => nameShape(one, scale, shades, theme));
  return { width, height: Math.round(height), shapes: [...areas, ...names, ...legend] };
}

function fillOf({ class: shade }: MapArea, shades: readonly string[]): string {
  if (shade === 'masked') return hatched;
  return solid(shade === 'absent' ? NOTHING : (shades[shade] ?? NOTHING));
}

function boundsOf(area: MapArea) {
  const points = area.rings.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function areaShape(area: MapArea, scale: number, shades: readonly string[]): MapShape {
  const { left, top, width, height } = boundsOf(area);
  const size = { w: Math.round(width * scale), h: Math.round(height * scale) };
  const point = ([x, y]: readonly [number, number]): string =>
    `<a:pt${attributes({ x: Math.round((x - left) * scale), y: Math.round((y - top) * scale) })}/>`;
  const rings = area.rings.map((ring) => {
    const [first, ...others] = ring.map(point);
    return `<a:moveTo>${first ?? ''}</a:moveTo>${others.map((one) => `<a:lnTo>${one}</a:lnTo>`).join('')}<a:close/>`;
  });
  const path = `<a:path${attributes(size)}>${rings.join('')}</a:path>`;
  const geometry = `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${path}</a:pathLst></a:custGeom>`;
  return {
    name: area.label,
    description: `${area.label} : ${area.value.text}`,
    x: Math.round(left * scale),
    y: Math.round(top * scale),
    width: size.w,
    height: size.h,
    look: geometry + fillOf(area, shades) + outline('FFFFFF'),
  };
}

/** Its name and its value, where there is room for them. */
function nameShape(area: MapArea, scale: number, shades: readonly string[], theme: StudyTheme): MapShape[] {
  const size = 9;
  const lines = [area.label, area.value.text + area.value.marks];
  const width = Math.max(...lines.map((line) => line.length)) * size * 0.62 * POINT;
  const height = lines.length * size * 1.35 * POINT;
  if (boundsOf(area).width * scale < width * 0.75) return [];
  const ground = typeof area.class === 'number' ? (shades[area.class] ?? NOTHING) : 'FFFFFF';
  const color = contrastOf(ground, theme.ink) >= 4.5 ? theme.ink : 'FFFFFF';
  const [x, y] = area.center;
  // On hatching, letters need a ground of their own.
  const look =
    rectangle + (area.class === 'masked' ? `${solid('FFFFFF')}<a:ln><a:noFill/></a:ln>` : invisible);
  return [
    {
      name: `Nom : ${area.label}`,
      description: lines.join(' : '),
      x: Math.round(x * scale - width / 2),
      y: Math.round(y * scale - height / 2),
      width: Math.round(width),
      height: Math.round(height),
      look,
      text: { lines, size, color, align: 'ctr' },
    },
  ];
}

function legendShapes(block: BlockOf<'map'>, width: number, theme: StudyTheme, locale: Locale): MapShape[] {
  const size = 10;
  const step = Math.round(size * 2.1 * POINT);
  const left = Math.round(width * LEGEND_LEFT);
  const box = Math.round(size * 1.5 * POINT);
  const shades = shadesOf(theme.primary, block.classes.length);
  const has = (which: 'masked' | 'absent'): boolean => block.areas.some((one) => one.class === which);
  const entries: (readonly [string, string])[] = [
    ...block.classes.map((label, at) => [label, solid(shades[at] ?? NOTHING)] as const).reverse(),
    ...(has('masked') ? [[words[locale].masked, hatched] as const] : []),
    ...(has('absent') ? [[words[locale].absent, solid(NOTHING)] as const] : []),
  ];
  const room = width - left - box - 60_000;
  const shapes = entries.flatMap(([label, fill], at): MapShape[] => {
    const y = at * step;
    return [
      {
        name: 'Légende',
        description: label,
        x: left,
        y,
        width: box,
        height: box,
        look: rectangle + fill + outline(theme.line),
      },
      legendText(label, left + box + 60_000, y - 20_000, room, step, size, theme.ink),
    ];
  });
  if (!block.tiles) return shapes;
  const y = entries.length * step + step / 2;
  return [...shapes, legendText(words[locale].tiles, left, y, width - left, step * 2.2, 9, theme.muted)];
}

function legendText(
  text: string,
  x: number,
  y: number,
  width: number,
  height: number,
  size: number,
  color: string,
): MapShape {
  const place = {
    x: Math.round(x),
    y: Math.round(Math.max(0, y)),
    width: Math.round(width),
    height: Math.round(height),
  };
  const label: MapText = { lines: [text], size, color, align: 'l' };
  return { name: 'Légende', description: text, ...place, look: rectangle + invisible, text: label };
}

/** Place and size, as every shape has them. */
export function transform({ x, y, width, height }: Pick<MapShape, 'x' | 'y' | 'width' | 'height'>): string {
  return `<a:xfrm><a:off${attributes({ x, y })}/><a:ext${attributes({ cx: width, cy: height })}/></a:xfrm>`;
}

/** The place of a group whose shapes count from its corner. */
export function groupTransform(x: number, y: number, { width, height }: MapDrawing): string {
  const size = attributes({ cx: Math.round(width), cy: height });
  return `<a:xfrm><a:off${attributes({ x, y })}/><a:ext${size}/><a:chOff x="0" y="0"/><a:chExt${size}/></a:xfrm>`;
}

/** The text of a shape on a slide or a sheet. */
export function textBody(tag: 'p' | 'xdr', text: MapText | undefined): string {
  const inset = attributes({
    wrap: 'square',
    lIns: 0,
    tIns: 0,
    rIns: 0,
    bIns: 0,
    anchor: text?.align === 'ctr' ? 'ctr' : 't',
  });
  const lines = (text?.lines ?? ['']).map((line) => {
    const look = text ? attributes({ lang: 'fr-FR', sz: text.size * 100 }) : ' lang="fr-FR"';
    const run = text
      ? `<a:r><a:rPr${look}>${solid(text.color)}</a:rPr><a:t>${escapeXml(line)}</a:t></a:r>`
      : `<a:endParaRPr${look}/>`;
    return `<a:p><a:pPr${attributes({ algn: text?.align ?? 'l' })}/>${run}</a:p>`;
  });
  return `<${tag}:txBody><a:bodyPr${inset}/><a:lstStyle/>${lines.join('')}</${tag}:txBody>`;
}
