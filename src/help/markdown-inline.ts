import { code as typed, markup, type Content, type Markup } from './markup';

/** A picture of the guide, as the page that shows it writes it. */
export interface Picture {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

export interface MarkdownOptions {
  /** The address of a link as the page writes it; undefined for one outside, which is then printed, not followed. */
  readonly hrefOf: (target: string) => string | undefined;
  /** Throws when the picture is not there. */
  readonly pictureOf: (target: string) => Picture;
}

/** What may stand inside a line, the longest first; each with the pieces it captures. */
const PATTERN =
  /`(?<code>[^`]+)`|!\[(?<alt>[^\]]*)\]\((?<src>[^)\s]+)\)|\[(?<label>[^\]]+)\]\((?<target>[^)\s]+)\)|\*\*(?<strong>.+?)\*\*|\*(?<emphasis>[^*]+)\*|<kbd>(?<key>[^<]+)<\/kbd>/gsu;

/** A line of text: code, links, pictures, strong, emphasis, keys. */
export function inline(text: string, options: MarkdownOptions): Content {
  const pieces: Content[] = [];
  let at = 0;
  for (const found of text.matchAll(PATTERN)) {
    pieces.push(text.slice(at, found.index), piece(found.groups ?? {}, options));
    at = found.index + found[0].length;
  }
  return [...pieces, text.slice(at)];
}

function piece(found: Readonly<Record<string, string | undefined>>, options: MarkdownOptions): Content {
  const { code, alt, src, label, target, strong, emphasis, key } = found;
  // Code keeps its quotes as typed.
  if (code !== undefined) return typed(code);
  if (src !== undefined) return picture(src, alt ?? '', options);
  if (label !== undefined && target !== undefined) {
    const href = options.hrefOf(target);
    if (href === undefined) return markup`${inline(label, options)} (${typed(target)})`;
    return markup`<a href="${href}">${inline(label, options)}</a>`;
  }
  if (strong !== undefined) return markup`<strong>${inline(strong, options)}</strong>`;
  if (emphasis !== undefined) return markup`<em>${inline(emphasis, options)}</em>`;
  return markup`<kbd>${key}</kbd>`;
}

function picture(target: string, alt: string, { pictureOf }: MarkdownOptions): Markup {
  const { src, width, height } = pictureOf(target);
  return markup`<img src="${src}" alt="${alt}" width="${width}" height="${height}" loading="lazy" />`;
}
