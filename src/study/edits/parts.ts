import type { Block, Chapter, StudyDocument } from '../document';
import type { Part, PartKind } from './model';

/** What becomes of a text: another one, the same, or null where it is left out. */
export type Rewrite = (part: Part) => string | null;

/** What every id of a study begins with: a language and a territory have texts of their own. */
export const prefixOf = ({ locale, territory }: StudyDocument): string => `${locale}/${territory}`;

/** Every text of a study that may be rewritten, in its order. */
export function partsOf(document: StudyDocument): Part[] {
  const parts: Part[] = [];
  rewrite(document, (part) => {
    parts.push(part);
    return part.text;
  });
  return parts;
}

/** A study with its texts changed; a title is never left out. */
export function rewrite(document: StudyDocument, change: Rewrite): StudyDocument {
  const prefix = prefixOf(document);
  const whole = (place: string, text: string): string =>
    change({ id: `${prefix}/${place}`, kind: 'title', text }) ?? text;
  const title = whole('titre', document.title);
  return {
    ...document,
    title,
    subtitle: whole('sous-titre', document.subtitle),
    footer: document.footer.replace(document.title, () => title),
    chapters: document.chapters.map((one, chapter) => {
      const blocks = new Blocks(`${prefix}/${one.id}`, chapter, change);
      const heading: Part = { id: `${prefix}/${one.id}/titre`, kind: 'heading', text: one.title, chapter };
      return { ...one, title: change(heading) ?? one.title, blocks: blocks.of(one) };
    }),
  };
}

const names = { table: 'tableau', chart: 'graphique', map: 'carte', quote: 'citation', example: 'exemple' };

class Blocks {
  private readonly counts = new Map<string, number>();
  private at = 0;

  constructor(
    private readonly prefix: string,
    private readonly chapter: number,
    private readonly change: Rewrite,
  ) {}

  of({ blocks }: Chapter): Block[] {
    return blocks.flatMap((block, at) => {
      this.at = at;
      return this.block(block) ?? [];
    });
  }

  private block(block: Block): Block | undefined {
    switch (block.kind) {
      case 'paragraph': {
        if (!block.sentences) return block;
        const sentences = block.sentences.flatMap(({ place, text }) => {
          const said = this.said(place, 'sentence', text);
          return said === null ? [] : [{ place, text: said }];
        });
        const text = sentences.map((one) => one.text).join(' ');
        return sentences.length === 0 ? undefined : { ...block, sentences, text };
      }
      case 'table':
      case 'chart':
      case 'map':
        return { ...block, title: this.said(this.next(block.kind), 'heading', block.title) ?? block.title };
      case 'quote': {
        const text = this.said(this.next('quote'), 'quote', block.text);
        return text === null ? undefined : { ...block, text };
      }
      case 'example': {
        const place = this.next('example');
        const title = this.said(`${place}/titre`, 'heading', block.title) ?? block.title;
        const text = this.said(`${place}/texte`, 'example', block.text);
        return text === null ? undefined : { ...block, title, text };
      }
      default:
        return block;
    }
  }

  private next(kind: keyof typeof names): string {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return `${names[kind]}-${count}`;
  }

  private said(place: string, kind: PartKind, text: string): string | null {
    const { chapter, at } = this;
    return this.change({ id: `${this.prefix}/${place}`, kind, text, chapter, block: at });
  }
}
