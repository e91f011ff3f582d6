import type { Catalogue, Indicator } from '../catalogue';
import type { Locale } from '../formula';
import { markup, type Content, type Markup } from './markup';
import type { Draft, Link } from './page';
import { speaker, type Word } from './words';

/** What every chapter of the reference is written from. */
export interface Writing {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly uses: ReadonlyMap<string, readonly Indicator[]>;
  /** How a page of this place writes the addresses of the others. */
  readonly linkFrom: (place: string) => Link;
}

/** A chapter of the reference: its pages, from the catalogue alone. */
export type Chapter = (writing: Writing) => readonly Draft[];

/** A section with its heading, which links can lead to. */
export function section(title: Content, body: Content, id?: string): Markup {
  return markup`<section${id === undefined ? undefined : markup` id="${id}"`}>
<h2>${title}</h2>
${body}
</section>`;
}

export interface ListEntry {
  readonly href: string;
  readonly title: string;
  readonly code: string;
  readonly note: Content;
}

export interface ListGroup {
  readonly title: string;
  readonly id: string;
  readonly entries: readonly ListEntry[];
}

/** Entries by group, with the field that filters them; without scripts the whole list simply stays. */
export function filteredList(groups: readonly ListGroup[], { locale }: Writing): Markup {
  const t = speaker(locale);
  const attribute = (word: Word) => t(word);
  return markup`<form class="filter" data-filter="liste" hidden="hidden" role="search">
<label for="filtre">${t('filter')}</label>
<input id="filtre" type="search" autocomplete="off" placeholder="${attribute('filterHint')}" />
<p role="status" data-shown="${attribute('shown')}" data-nothing="${attribute('nothing')}"></p>
</form>
<div id="liste">
${groups.map(
  ({ title, id, entries }) => markup`<section id="${id}"><h2>${title}</h2><ul class="entries">${entries.map(
    (
      one,
    ) => markup`<li><a href="${one.href}">${one.title}</a> <code>${one.code}</code><div class="note">${one.note}</div></li>
`,
  )}</ul></section>
`,
)}</div>`;
}
