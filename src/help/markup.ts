/** Markup that may stand in a page as it is; anything else is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = Markup | string | number | undefined | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML and XML both read it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}

/** The apostrophe of print in prose; code keeps the one of the keyboard. */
export function printed(text: string): string {
  return text.replace(/(?<=[\p{L}\d])'(?=\p{L})/gu, '’');
}

function written(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escaped(printed(content));
  if (typeof content === 'number') return String(content);
  return content.map(written).join('');
}

/**
 * A piece of a page: what is put in is escaped, so that no text of the catalogue becomes markup. Pages are written to
 * be XML as well (every element closed, every attribute quoted), which lets a strict parser check them.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(
    strings.reduce((text, part, at) => text + part + (at < values.length ? written(values[at]) : ''), ''),
  );
}

/** Something to type as it is: a formula, a code, a name of a table. */
export function code(text: string): Markup {
  return new Markup(`<code>${escaped(text)}</code>`);
}

/** Pieces, with something between them. */
export function joined(pieces: readonly Content[], between: string): Content {
  return pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]));
}

/** A heading as an attribute can hold it; undefined when it is more than text. */
function plainText(content: Content): string | undefined {
  if (content === undefined) return '';
  if (typeof content === 'string' || typeof content === 'number') return String(content);
  if (content instanceof Markup) return undefined;
  const pieces = content.map(plainText);
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

/**
 * A table with headings. On a narrow screen each row becomes a card, its cells named by their heading; a table of
 * figures to compare (`scrolls`) stays a table, and scrolls on its own, without the page.
 */
export function table(
  headings: readonly Content[],
  rows: readonly (readonly Content[])[],
  shape?: 'scrolls',
): Markup {
  const labels = headings.map(plainText);
  const head = headings.map((one) => markup`<th scope="col">${one}</th>`);
  const cell = (content: Content, at: number) => {
    const label = shape === 'scrolls' ? undefined : labels[at];
    return markup`<td${label ? markup` data-label="${label}"` : undefined}>${content}</td>`;
  };
  const body = rows.map((cells) => markup`<tr>${cells.map(cell)}</tr>\n`);
  return markup`<div class="wide" tabindex="0"><table${shape === 'scrolls' ? undefined : markup` class="cards"`}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>\n`;
}

/** Terms and what they stand for; what there is nothing to say of is left out. */
export function facts(entries: readonly (readonly [Content, Content])[]): Markup {
  const known = entries.filter(([, value]) => value !== undefined && value !== '');
  return markup`<dl>${known.map(([term, value]) => markup`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}
