import type { Locale } from '../formula';

/** Where the pages of a language stand, below the folder of the help. */
const folders: Readonly<Record<Locale, string>> = { fr: '', en: 'en/' };

/**
 * The pages by what they are about, relative to the folder of their language; the same names in both, so that a page
 * finds its translation. The pane links to them (src/taskpane/office/guide.ts).
 */
export const places = {
  home: 'index.html',
  functions: 'fonctions/index.html',
  function: (id: string) => `fonctions/${id.toLowerCase()}.html`,
  indicators: 'indicateurs/index.html',
  indicator: (code: string) => `indicateurs/${code.toLowerCase()}.html`,
  dataPoints: 'donnees/index.html',
  theme: (dimension: string) => `donnees/${dimension.toLowerCase()}.html`,
  dataPoint: (dimension: string, code: string) => `donnees/${dimension.toLowerCase()}.html#${code}`,
  coefficients: 'coefficients/index.html',
  benchmarks: 'coefficients/reperes.html',
  ratings: 'coefficients/dpe.html',
  sources: 'sources.html',
  document: (name: string) => `${name}.html`,
} as const;

/** From the root of the help. */
export const pathOf = (locale: Locale, place: string): string => folders[locale] + place;

/** The address of a place, seen from a page; both from the root of the help. */
export function relative(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < target.length - 1 && start[shared] === target[shared]) shared++;
  return '../'.repeat(start.length - shared) + target.slice(shared).join('/');
}
