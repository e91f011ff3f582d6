import type { Locale } from '../formula';
import { markup, type Content, type Markup } from './markup';
import { pathOf, places, relative } from './places';
import { speaker } from './words';

/** A page of the help, its path being from the root of the help. */
export interface HelpPage {
  readonly path: string;
  readonly html: string;
}

/** What a page is about, before it is given its frame. */
export interface Draft {
  readonly place: string;
  readonly title: string;
  /** The pages above it, the first page aside. */
  readonly above?: readonly { readonly place: string; readonly title: string }[];
  readonly body: Content;
  /** Whether the other language has this page; else its first page is offered. */
  readonly translated: boolean;
  /** Whether it holds a list to filter. */
  readonly filtered?: boolean;
}

/** Addresses as a page of a language writes them: relative, so that the folder may be served anywhere. */
export type Link = (place: string) => string;

export const linker =
  (locale: Locale, from: string): Link =>
  (place) =>
    relative(pathOf(locale, from), pathOf(locale, place));

const MENU = ['functions', 'indicators', 'dataPoints', 'coefficients'] as const;

/** The whole page: head, way home, menu, content, version of the catalogue. */
export function framed(draft: Draft, locale: Locale, version: string): HelpPage {
  const { place, title, above = [], body, translated, filtered } = draft;
  const path = pathOf(locale, place);
  const link = linker(locale, place);
  const t = speaker(locale);
  const otherLocale = locale === 'fr' ? 'en' : 'fr';
  const other = relative(path, pathOf(otherLocale, translated ? place : places.home));
  const file = (name: string) => relative(path, name);
  const isHome = place === places.home;
  const current = (target: string): Content => (target === place ? markup` aria-current="page"` : undefined);
  const trail: Markup | undefined = isHome
    ? undefined
    : markup`<nav class="trail" aria-label="${t('trail')}"><ol><li><a href="${link(places.home)}">${t('home')}</a></li>${above.map(
        (one) => markup`<li><a href="${link(one.place)}">${one.title}</a></li>`,
      )}</ol></nav>`;
  const page = markup`<!DOCTYPE html>
<html lang="${locale}" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${isHome ? '' : `${title} – `}${t('product')}</title>
<link rel="stylesheet" href="${file('aide.css')}" />${filtered ? markup`\n<script src="${file('filtre.js')}" defer="defer"></script>` : undefined}
</head>
<body>
<a class="skip" href="#contenu">${t('skip')}</a>
<header>
<a class="product" href="${link(places.home)}"${current(places.home)}>${t('product')}</a>
<nav aria-label="${t('menu')}"><ul>${MENU.map(
    (one) => markup`<li><a href="${link(places[one])}"${current(places[one])}>${t(one)}</a></li>`,
  )}<li><a href="${other}" lang="${otherLocale}" hreflang="${otherLocale}">${t('other')}</a></li></ul></nav>
</header>
<main id="contenu">
${trail}
<h1>${title}</h1>
${body}
</main>
<footer>
<p><a href="${link(places.home)}">${t('home')}</a> · ${t('catalogue')} ${version} · <a href="${link(places.sources)}">${t('sources')}</a></p>
<p>${t('ours')} ${t('local')}</p>
</footer>
</body>
</html>
`;
  return { path, html: page.text };
}
