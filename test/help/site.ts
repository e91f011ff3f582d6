import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideDocuments, helpPages, type HelpPage } from '../../src/help';

const root = join(__dirname, '../..');
export const docs = join(root, 'docs');
const images = join(docs, 'images');

/** Width and height of a PNG, where its format puts them (RFC 2083, IHDR). */
function sizeOf(name: string): { width: number; height: number } {
  const file = readFileSync(join(images, name));
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

export const pictureNames = readdirSync(images).filter((name) => name.endsWith('.png'));

export const sources = {
  documents: Object.fromEntries(
    Object.values(guideDocuments)
      .flatMap((one) => Object.keys(one))
      .map((name) => [name, readFileSync(join(docs, name), 'utf8')]),
  ),
  pictures: Object.fromEntries(pictureNames.map((name) => [name, sizeOf(name)])),
};

/** The whole help, by path from its root. */
export async function site(): Promise<ReadonlyMap<string, string>> {
  const pages: readonly HelpPage[] = (
    await Promise.all((['fr', 'en'] as const).map((locale) => helpPages(locale, sources)))
  ).flat();
  return new Map(pages.map(({ path, html }) => [path, html]));
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** What a reader sees of a piece of a page: tags gone, entities read, spaces alike. */
export const textOf = (html: string): string =>
  html
    .replace(/<head>[\s\S]*?<\/head>/u, ' ')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(?:amp|lt|gt|quot);/gu, (one) => ENTITIES[one] ?? one)
    .replace(/\s+/gu, ' ')
    .trim();

/** As the pages print it: the apostrophe of print, spaces alike. */
export const printed = (text: string): string =>
  text
    .replace(/(?<=[\p{L}\d])'(?=\p{L})/gu, '’')
    .replace(/\s+/gu, ' ')
    .trim();
