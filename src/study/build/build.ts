import type { Catalogue } from '../../catalogue';
import type { Locale } from '../../formula';
import { mainSource, type StudyData } from '../data';
import type { Block, Chapter, StudyDocument } from '../document';
import { placeName } from '../language/places';
import type { Outlines } from '../map/outlines';
import { type Piece, say, type SentenceContext } from '../language/sentence';
import type { StudyTemplate, TemplateBlock } from '../template/load';
import { annexBlocks } from './annex';
import { chartBlocks } from './charts';
import { figuresBlock } from './figures';
import { mapBlocks } from './map';
import { Notes } from './notes';
import { proposalBlocks } from './proposals';
import { reviewBlocks } from './review';
import { chapterIds } from './chapter-ids';
import { Scope } from './scope';
import { sourceBlocks } from './sources';
import { tableBlocks } from './tables';
import { targetBlocks } from './targets';

export interface BuildOptions {
  readonly catalogue: Catalogue;
  readonly locale?: Locale;
  /** The landlord's name, where the study is about one. */
  readonly landlord?: string;
  /** For maps; without them, tiles. */
  readonly outlines?: Outlines;
}

/** What the blocks of a chapter are made with. */
export interface Desk {
  readonly scope: Scope;
  /** Every workbook, oldest first, the study's last. */
  readonly scopes: readonly Scope[];
  readonly territory: string;
  readonly notes: Notes;
  readonly data: StudyData;
  readonly template: StudyTemplate;
  readonly landlord: string;
  readonly outlines: Outlines | undefined;
  /** The indicators shown so far: the annex defines them. */
  readonly shown: Set<string>;
}

/** Puts the figures into a template. A sentence, a row or a chapter that nothing is known for is left out. */
export function buildStudy(template: StudyTemplate, data: StudyData, options: BuildOptions): StudyDocument {
  const { catalogue, locale = 'fr', landlord = '', outlines } = options;
  const main = mainSource(data);
  const scopes = data.sources.map((source) => new Scope(source, catalogue, locale, source !== main));
  const scope = scopes.at(-1) ?? new Scope(main, catalogue, locale);
  const shown = new Set<string>();
  const desk = (territory: string): Desk => ({
    scope,
    scopes,
    territory,
    notes: new Notes(locale),
    data,
    template,
    landlord,
    outlines,
    shown,
  });
  const speak = (pieces: readonly Piece[]): string => sentence(pieces, desk(main.territory)) ?? '';
  const internal = data.sources.some((one) => one.internal);
  const title = speak(template.title[locale]);
  const ids = chapterIds(template.chapters.map((one) => one.title.fr));
  return {
    template: template.name,
    territory: main.territory,
    locale,
    title,
    subtitle: speak(template.subtitle[locale]),
    ...(internal ? { banner: banner[locale] } : {}),
    footer: `${title} — ${main.year}`,
    chapters: template.chapters.flatMap((chapter, at): Chapter[] => {
      const name = chapter.title[locale];
      const id = ids[at] ?? '';
      if (!chapter.each) return made(id, name, chapter.blocks, desk(main.territory));
      const places = chapter.each === 'zone' ? scope.zones : scope.inside;
      return places.flatMap((territory) =>
        made(
          `${id}@${territory}`,
          `${name}${locale === 'fr' ? ' : ' : ': '}${placeName(territory)}`,
          chapter.blocks,
          desk(territory),
        ),
      );
    }),
    date: new Date(Date.UTC(main.year, 11, 31)),
  };
}

const banner = {
  fr: 'Document interne : chiffres non protégés, à ne pas diffuser',
  en: 'Internal document: unprotected figures, not to be circulated',
} as const;

function made(id: string, title: string, blocks: readonly TemplateBlock[], desk: Desk): Chapter[] {
  let texts = 0;
  const content = blocks.flatMap((block) => {
    if (!('sentences' in block)) return blockOf(block, desk);
    texts += 1;
    return paragraph(block.sentences, `texte-${texts}`, desk);
  });
  return content.length === 0 ? [] : [{ id, title, blocks: content, notes: desk.notes.list() }];
}

/** The place of a sentence is that in the template: one left out for want of a number moves no other. */
function paragraph(
  sentences: readonly Readonly<Record<Locale, readonly Piece[]>>[],
  place: string,
  desk: Desk,
): Block[] {
  const said = sentences.flatMap((one, at) => {
    const text = sentence(one[desk.scope.locale], desk);
    return text === undefined ? [] : [{ place: `${place}/phrase-${at + 1}`, text }];
  });
  if (said.length === 0) return [];
  return [{ kind: 'paragraph', text: said.map(({ text }) => text).join(' '), sentences: said }];
}

function blockOf(block: Exclude<TemplateBlock, { sentences: unknown }>, desk: Desk): Block[] {
  if ('figures' in block) return figuresBlock(block.figures, desk);
  if ('table' in block) return tableBlocks(block, desk);
  if ('chart' in block) return chartBlocks(block, desk);
  if ('map' in block) return mapBlocks(block, desk);
  if ('targets' in block) return targetBlocks(block.targets, desk);
  if ('proposals' in block) return proposalBlocks(block.proposals, desk);
  if ('review' in block) return reviewBlocks(block.review, desk);
  if ('sources' in block) return sourceBlocks(block.sources, desk);
  if ('contents' in block) return contentBlocks(block.contents, desk);
  return annexBlocks(block.annex, desk);
}

function contentBlocks(which: 'quotes' | 'examples', { data }: Desk): Block[] {
  const { quotes, examples } = data.contents;
  if (which === 'quotes')
    return quotes.map(({ text, author, role }) => ({
      kind: 'quote',
      text,
      author: [author, role].filter((one) => one !== '').join(', '),
    }));
  return examples.map(({ title, landlord, place, text }) => ({
    kind: 'example',
    title,
    place: [landlord, place].filter((one) => one !== '').join(', '),
    text,
  }));
}

/** Said twice: the first time to know whether every number is there, so that no note is left without its number. */
function sentence(pieces: readonly Piece[], desk: Desk): string | undefined {
  const { scope, territory } = desk;
  const context = (notes: Notes): SentenceContext => ({
    locale: scope.locale,
    territory,
    year: scope.source.year,
    landlord: desk.landlord,
    value: (code) => scope.speakable(code, territory, () => notes),
  });
  if (say(pieces, context(new Notes(scope.locale))) === undefined) return undefined;
  for (const piece of pieces) if ('code' in piece) desk.shown.add(piece.code);
  return say(pieces, context(desk.notes));
}
