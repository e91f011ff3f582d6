import type { XmlElement } from '../xml/element';
import { parseXml } from '../xml/element';

/** The order in which `theme="n"` counts the colours of a theme (ECMA-376-1, 18.8.3): light and dark swapped. */
const THEME_ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(
  ' ',
);

const OFFICE_THEME =
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** The palette of `indexed="n"`, 0 to 63 (ECMA-376-1, 18.8.27); the first eight repeat. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** The twelve colours of a theme part, in the order of `theme="n"`. */
export function themeColors(xml: string | undefined): readonly string[] {
  if (xml === undefined) return OFFICE_THEME;
  const scheme = parseXml(xml).descendants('clrScheme')[0];
  return THEME_ORDER.map((name, index) => {
    const color = scheme?.child(name)?.children[0];
    const hex = color?.name === 'sysClr' ? color.attribute('lastClr') : color?.attribute('val');
    return hex !== undefined && /^[0-9a-f]{6}$/i.test(hex)
      ? hex.toUpperCase()
      : (OFFICE_THEME[index] ?? '000000');
  });
}

/** `#RRGGBB` of a colour element (`<color>`, `<fgColor>`); undefined when it is automatic. */
export function colorOf(element: XmlElement | undefined, theme: readonly string[]): string | undefined {
  if (element === undefined || element.flag('auto')) return undefined;
  const hex = baseColor(element, theme);
  return hex === undefined ? undefined : `#${tinted(hex, element.number('tint', 0))}`;
}

function baseColor(element: XmlElement, theme: readonly string[]): string | undefined {
  const rgb = element.attribute('rgb');
  if (rgb !== undefined && /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb)) return rgb.slice(-6).toUpperCase();
  if (element.attribute('theme') !== undefined) return theme[element.number('theme', 0)];
  if (element.attribute('indexed') !== undefined) return PALETTE[element.number('indexed', 64)];
  return undefined;
}

/** Lightens (0 to 1) or darkens (-1 to 0) a colour by its luminance (ECMA-376-1, 18.8.19). */
function tinted(hex: string, tint: number): string {
  if (tint === 0) return hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const light = (high + low) / 2;
  const newLight = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const chroma = saturation * (1 - Math.abs(2 * newLight - 1));
  return [red, green, blue]
    .map((one) => {
      const place = spread === 0 ? 0.5 : (one - low) / spread;
      const value = Math.min(1, Math.max(0, newLight + chroma * (place - 0.5)));
      return Math.round(value * 255)
        .toString(16)
        .padStart(2, '0')
        .toUpperCase();
    })
    .join('');
}
