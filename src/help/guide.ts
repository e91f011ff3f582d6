import type { Locale } from '../formula';
import { readMarkdown } from './markdown';
import type { Picture } from './markdown-inline';
import { type Draft, type Link } from './page';
import { places } from './places';

/** The texts and pictures of the guide, as the repository keeps them below `docs/`. */
export interface GuideSources {
  /** Markdown by path below `docs/`: `guide/bailleur.md`. */
  readonly documents: Readonly<Record<string, string>>;
  /** Pictures by file name, with their size in pixels. */
  readonly pictures: Readonly<Record<string, Omit<Picture, 'src'>>>;
}

/** The documents of each language, and the page each becomes. */
export const guideDocuments: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: {
    'guide/accueil.md': places.home,
    'guide/bailleur.md': places.document('bailleur'),
    'guide/union.md': places.document('union'),
    'guide/consultant.md': places.document('consultant'),
    'guide/depannage.md': places.document('depannage'),
    'installer-dans-excel.md': places.document('installer-dans-excel'),
    'format-contribution.md': places.document('format-contribution'),
    'secret-statistique.md': places.document('secret-statistique'),
  },
  en: { 'guide/home.md': places.home },
};

/** The pages written by hand. Throws when a document, a picture or a linked document is not there. */
export function guideDrafts(
  locale: Locale,
  { documents, pictures }: GuideSources,
  linkFrom: (place: string) => Link,
  fileFrom: (place: string) => (file: string) => string,
): readonly Draft[] {
  return Object.entries(guideDocuments[locale]).map(([source, place]) => {
    const text = documents[source];
    if (text === undefined) throw new Error(`docs/${source} is missing.`);
    const { title, body } = readMarkdown(text, {
      hrefOf: (target) => hrefOf(target, source, locale, linkFrom(place)),
      pictureOf: (target) => {
        const name = target.split('/').at(-1) ?? '';
        const size = pictures[name];
        if (!size) throw new Error(`docs/${source}: the picture ${target} is missing.`);
        return { src: fileFrom(place)(`images/${name}`), ...size };
      },
    });
    return { place, title, body, translated: place === places.home };
  });
}

/** Links are written as the forge follows them; those to the reference, as the help is served. */
function hrefOf(target: string, source: string, locale: Locale, link: Link): string | undefined {
  if (/^[a-z]+:/u.test(target)) return undefined;
  if (target.startsWith('#')) return target;
  const [file = '', anchor] = target.split('#');
  const place = file.endsWith('.md') ? documentAt(file, source, locale) : file;
  return link(place) + (anchor === undefined ? '' : `#${anchor}`);
}

/** The page of the document that a link leads to, from the folder of the one that holds it. */
function documentAt(file: string, source: string, locale: Locale): string {
  const folder = source.split('/').slice(0, -1);
  for (const step of file.split('/')) {
    if (step === '..') folder.pop();
    else folder.push(step);
  }
  const place = guideDocuments[locale][folder.join('/')];
  if (place === undefined) throw new Error(`docs/${source} links to ${file}, which is no page of the guide.`);
  return place;
}
