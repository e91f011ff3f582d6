import { unzipSync } from 'fflate';

/** Reads the files of a study with nothing of ours: fflate, and the tags of their texts. */

const decoder = new TextDecoder();

/** Every part as text, the parts of embedded workbooks included. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    if (!name.endsWith('.xlsx')) parts.set(name, decoder.decode(part));
    else for (const [inner, text] of partsOf(part)) parts.set(`${name}!${inner}`, text);
  }
  return parts;
}

/** Ordinary spaces, and the letters that XML escapes. */
export const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** What a person reads in a part: the texts, in order. */
export const textsOf = (xml: string): string[] =>
  [...xml.matchAll(/<(?:w|a):t(?: [^>]*)?>([^<]*)</g)].map(([, text = '']) => plain(text));

/** The tables of a document or a slide: rows of cells. */
export function tablesOf(xml: string): string[][][] {
  return [...xml.matchAll(/<(w|a):tbl>.*?<\/\1:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<(w|a):tr[ >].*?<\/\1:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<(w|a):tc[ >].*?<\/\1:tc>/gs)].map(([cell]) => textsOf(cell).join('\n')),
    ),
  );
}

const pages = /^(word\/document|ppt\/slides\/slide\d+)\.xml$/;

export const pagesOf = (parts: ReadonlyMap<string, string>): string[] =>
  [...parts].filter(([name]) => pages.test(name)).map(([, xml]) => xml);

/** A number as a French reader writes it: not by our formatting. */
export function written(value: number, unit: string, decimals: number): string {
  const number = (one: number, digits: number): string =>
    plain(one.toLocaleString('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  if (unit === '%') return `${number(Number((value * 100).toPrecision(15)), decimals)} %`;
  if (!/^€(\/an)?$/.test(unit)) return number(value, decimals);
  if (Math.abs(value) < 999_500) return `${number(value, decimals)} €`;
  const [size, name] = Math.abs(value) >= 999_500_000 ? [1e9, 'Md€'] : [1e6, 'M€'];
  return `${plain(Number((value / size).toPrecision(3)).toLocaleString('fr-FR'))} ${name}`;
}
