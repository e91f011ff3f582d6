import { escapeAttribute } from '../../../xlsx';
import type { XmlElement } from './element';

/** A place of a text and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes to one XML text, made together at the end: places stay those of the original text. */
export class XmlEdits {
  private readonly edits: Edit[] = [];

  constructor(private readonly xml: string) {}

  get isEmpty(): boolean {
    return this.edits.length === 0;
  }

  replace(start: number, end: number, text: string): void {
    if (this.xml.slice(start, end) !== text) this.edits.push({ start, end, text });
  }

  insert(place: number, text: string): void {
    if (text !== '') this.edits.push({ start: place, end: place, text });
  }

  remove(element: XmlElement): void {
    this.replace(element.start, element.end, '');
  }

  /** Puts markup at the end of an element's content, opening `<a/>` when needed. */
  append(element: XmlElement, markup: string): void {
    if (markup === '') return;
    if (!element.isEmpty) return this.insert(element.contentEnd, markup);
    const tag = this.xml.slice(element.start, element.tagEnd);
    const name = /^<([^\s/>]*)/.exec(tag)?.[1] ?? '';
    this.replace(element.tagEnd - 2, element.tagEnd, `>${markup}</${name}>`);
  }

  /** Sets attributes; `undefined` takes one away. */
  attributes(element: XmlElement, values: Readonly<Record<string, string | number | undefined>>): void {
    const tag = this.xml.slice(element.start, element.tagEnd);
    this.replace(element.start, element.tagEnd, withAttributes(tag, values));
  }

  /** The text with every change made, in the order of places; those at the same place in the order given. */
  print(): string {
    const sorted = this.edits
      .map((edit, index) => ({ ...edit, index }))
      .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index);
    let text = '';
    let from = 0;
    for (const edit of sorted) {
      if (edit.start < from) throw new RangeError('two changes of the same place');
      text += this.xml.slice(from, edit.start) + edit.text;
      from = edit.end;
    }
    return text + this.xml.slice(from);
  }
}

/** An opening tag with some attributes changed, added or (`undefined`) taken away; the others as written. */
export function withAttributes(
  tag: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  let result = tag;
  for (const [name, value] of Object.entries(values)) {
    const found = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(result);
    const written = value === undefined ? '' : ` ${name}="${escapeAttribute(String(value))}"`;
    if (found !== null) {
      result = result.slice(0, found.index) + written + result.slice(found.index + found[0].length);
    } else if (written !== '') {
      const end = result.endsWith('/>') ? result.length - 2 : result.length - 1;
      result = result.slice(0, end).trimEnd() + written + result.slice(end);
    }
  }
  return result;
}

/**
 * Where a new child of that name belongs among the children of `parent`, following the order of its schema;
 * names not in the order are stepped over.
 */
export function placeFor(parent: XmlElement, name: string, order: readonly string[]): number {
  const rank = order.indexOf(name);
  let place = parent.contentStart;
  for (const child of parent.children) {
    const other = order.indexOf(child.name);
    if (other > rank) break;
    place = child.end;
  }
  return place;
}
