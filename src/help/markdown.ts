import { inline, type MarkdownOptions } from './markdown-inline';
import { code, markup, table, type Content, type Markup } from './markup';

/** A document of the guide: its first heading is the title of the page. */
export interface Document {
  readonly title: string;
  readonly body: Content;
}

/** A way to read the lines of a block, from the first that looks like one. */
interface Block {
  readonly starts: RegExp;
  /** Whether the next line still belongs to it. */
  readonly continues: (line: string) => boolean;
  readonly write: (lines: readonly string[], options: MarkdownOptions) => Content;
}

const TABLE = /^\|.*\|\s*$/u;
const ITEM = /^(?:-|\d+\.) /u;
const blank = (line: string) => line.trim() === '';
const indented = (line: string) => /^ {2,}\S/u.test(line);

const blocks: readonly Block[] = [
  {
    starts: /^#{2,3} /u,
    continues: () => false,
    write: ([line = ''], options) => heading(line, options),
  },
  {
    starts: TABLE,
    continues: (line) => TABLE.test(line),
    write: ([first = '', , ...rest], options) => {
      const cells = (line: string) => cellsOf(line).map((one) => inline(one, options));
      return table(cells(first), rest.map(cells));
    },
  },
  {
    starts: ITEM,
    continues: (line) => ITEM.test(line) || indented(line),
    write: (lines, options) => list(lines, options),
  },
  {
    starts: /^> /u,
    continues: (line) => line.startsWith('> '),
    write: (lines, options) =>
      markup`<aside>${inline(lines.map((line) => line.slice(2)).join(' '), options)}</aside>`,
  },
  {
    starts: /^!\[[^\]]*\]\([^)]*\)$/u,
    continues: () => false,
    write: ([line = ''], options) => markup`<figure>${inline(line, options)}</figure>`,
  },
];

/** The anchor of a heading, as forges make it: the same links work there and here. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/gu, '-');
}

function heading(line: string, options: MarkdownOptions): Markup {
  const text = line.replace(/^#+ /u, '');
  const content = inline(text, options);
  const id = anchorOf(text);
  return line.startsWith('### ')
    ? markup`<h3 id="${id}">${content}</h3>`
    : markup`<h2 id="${id}">${content}</h2>`;
}

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((one) => one.trim());

function list(lines: readonly string[], options: MarkdownOptions): Markup {
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  const content = items.map((one) => markup`<li>${inline(one, options)}</li>\n`);
  return lines[0]?.startsWith('-') ? markup`<ul>${content}</ul>` : markup`<ol>${content}</ol>`;
}

/**
 * Reads the part of Markdown that the guide is written in: headings, paragraphs, lists of one level, tables, quotes,
 * code, pictures, links. A small part, so that anything else fails the build instead of being shown as it is typed.
 * @throws Error on a document without a title, or on markup that is not read (HTML, nested lists)
 */
export function readMarkdown(text: string, options: MarkdownOptions): Document {
  const [first = '', ...lines] = text.trim().split('\n');
  if (!first.startsWith('# ')) throw new Error(`A document begins with its title: « ${first} »`);
  const body: Content[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    if (blank(line)) {
      at++;
      continue;
    }
    if (line.startsWith('```')) {
      const end = lines.findIndex((one, place) => place > at && one.startsWith('```'));
      if (end < 0) throw new Error(`The code after « ${lines[at - 1]} » does not end.`);
      body.push(markup`<pre tabindex="0">${code(lines.slice(at + 1, end).join('\n'))}</pre>\n`);
      at = end + 1;
      continue;
    }
    const block = blocks.find(({ starts }) => starts.test(line)) ?? paragraph;
    let end = at + 1;
    while (end < lines.length && !blank(lines[end] ?? '') && block.continues(lines[end] ?? '')) end++;
    body.push(block.write(lines.slice(at, end), options), '\n');
    at = end;
  }
  return { title: first.slice(2), body };
}

const paragraph: Block = {
  starts: /^/u,
  continues: (line) => !line.startsWith('```') && !blocks.some(({ starts }) => starts.test(line)),
  write: (lines, options) => {
    const text = lines.join(' ');
    if (/^(?: |<(?!kbd>)|#)/u.test(text)) throw new Error(`Not read by the guide: « ${text} »`);
    return markup`<p>${inline(text, options)}</p>`;
  },
};
