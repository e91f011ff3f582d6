import { walkXml } from './xml';

/** Built-in number formats that show a date or a time (ECMA-376-1, 18.8.30, with the East Asian ones). */
const BUILT_IN = new Set<number>([
  ...range(14, 22),
  ...range(27, 36),
  ...range(45, 47),
  ...range(50, 58),
  ...range(71, 81),
]);

/** For each cell style, whether it shows its number as a date or a time. */
export function parseDateStyles(xml: string): boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inside = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        custom.set(Number(numFmtId), isDateFormat(formatCode));
      }
      if (name === 'cellXfs') inside = true;
      if (name === 'xf' && inside) {
        const id = Number(attributes().numFmtId ?? 0);
        styles.push(custom.get(id) ?? BUILT_IN.has(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
  });
  return styles;
}

/** True for `dd/mm/yyyy`, `[h]:mm`; false for `0.0 "day"`, `[Red]0`, `General`. */
export function isDateFormat(code: string): boolean {
  const shown = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(shown.split(';')[0] ?? '');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
