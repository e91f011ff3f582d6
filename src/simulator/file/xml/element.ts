import { WorkbookRefused, decodeReferences, normaliseLineEnds } from '../../../xlsx';

/** Most elements have no child: they share this list of none. */
const NONE: readonly XmlElement[] = [];

/**
 * An element of an XML text, with its place in that text: parts are edited by replacing places, so that all
 * that is not understood stays exactly as it was. Names are without their prefix.
 */
export class XmlElement {
  children: readonly XmlElement[] = NONE;
  /** Where its content starts and ends; both are the end of the tag of an empty `<a/>`. */
  contentStart: number;
  contentEnd: number;
  end: number;
  private parsed: ReadonlyMap<string, string> | undefined;

  constructor(
    readonly xml: string,
    readonly name: string,
    /** Place of `<`. */
    readonly start: number,
    /** Place after the `>` of its opening tag. */
    readonly tagEnd: number,
  ) {
    this.contentStart = this.contentEnd = this.end = tagEnd;
  }

  /** `<a/>` */
  get isEmpty(): boolean {
    return this.xml[this.tagEnd - 2] === '/';
  }

  /** As written, with its colon: `x:`, or nothing. */
  get prefix(): string {
    const written = /^<([^\s/>]*)/.exec(this.xml.slice(this.start, this.tagEnd))?.[1] ?? '';
    return written.slice(0, written.indexOf(':') + 1);
  }

  /** Value of an attribute by its name without prefix. */
  attribute(name: string): string | undefined {
    this.parsed ??= attributesOf(this.xml.slice(this.start, this.tagEnd));
    return this.parsed.get(name);
  }

  /**
   * The same for an attribute known to have no prefix, at a third of the cost: for the cells, which are many.
   * Names and values written in an unusual way are found too.
   */
  plain(name: string): string | undefined {
    const tag = this.xml.slice(this.start, this.tagEnd);
    const at = tag.indexOf(` ${name}="`);
    if (at < 0) return tag.includes("'") || UNUSUAL.test(tag) ? this.attribute(name) : undefined;
    const from = at + name.length + 3;
    const value = tag.slice(from, tag.indexOf('"', from));
    return value.includes('&') ? decodeReferences(value) : value;
  }

  /** A number, or `otherwise` when it is absent or none. */
  number(name: string, otherwise: number): number {
    const value = this.attribute(name);
    const number = value === undefined || value === '' ? otherwise : Number(value);
    return Number.isFinite(number) ? number : otherwise;
  }

  /** `1`, `true` and `on` are true. */
  flag(name: string, otherwise = false): boolean {
    const value = this.attribute(name);
    return value === undefined ? otherwise : value === '1' || value === 'true' || value === 'on';
  }

  child(name: string): XmlElement | undefined {
    for (const one of this.children) if (one.name === name) return one;
    return undefined;
  }

  all(name: string): XmlElement[] {
    return this.children.filter((one) => one.name === name);
  }

  /** Every element of that name below this one, however deep. */
  descendants(name: string): XmlElement[] {
    return this.children.flatMap((one) => [...(one.name === name ? [one] : []), ...one.descendants(name)]);
  }

  /** Its own text, decoded; that of its children is left out. */
  get text(): string {
    if (this.children.length === 0) return plainText(this.xml.slice(this.contentStart, this.contentEnd));
    let text = '';
    let from = this.contentStart;
    for (const child of this.children) {
      text += plainText(this.xml.slice(from, child.start));
      from = child.end;
    }
    return text + plainText(this.xml.slice(from, this.contentEnd));
  }

  /** As written, tags included. */
  get source(): string {
    return this.xml.slice(this.start, this.end);
  }
}

/** Spaces around `=`, or line breaks between attributes. */
const UNUSUAL = /\s=|=\s|[\t\r\n]/;
const ATTRIBUTE = /([^\s=<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    if (name.startsWith('xmlns')) continue;
    const value = (double ?? single ?? '').replace(/\r\n|[\r\n\t]/g, ' ');
    attributes.set(name.slice(name.indexOf(':') + 1), decodeReferences(value));
  }
  return attributes;
}

function plainText(source: string): string {
  if (!source.includes('<')) return decodeReferences(normaliseLineEnds(source));
  return source
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)/)
    .map((piece) => {
      if (piece.startsWith('<![CDATA[')) return piece.slice(9, -3);
      return piece.startsWith('<') ? '' : decodeReferences(normaliseLineEnds(piece));
    })
    .join('');
}

/** Parses a part and returns its root. Throws `WorkbookRefused` when a tag never ends or none is there. */
export function parseXml(xml: string): XmlElement {
  const document = new XmlElement(xml, '', 0, 0);
  const open: XmlElement[] = [document];
  let p = xml.indexOf('<');
  for (; p >= 0; p = xml.indexOf('<', p)) {
    const next = xml.charCodeAt(p + 1);
    if (next === 0x3f || next === 0x21) {
      p = endOfMarkup(xml, p);
      continue;
    }
    const end = endOfTag(xml, p);
    if (next === 0x2f) {
      const closed = open.pop();
      if (closed === undefined || open.length === 0) throw unreadable();
      closed.contentEnd = p;
      closed.end = end;
    } else {
      const element = new XmlElement(xml, nameAt(xml, p + 1), p, end);
      const parent = open[open.length - 1] as XmlElement;
      if (parent.children === NONE) parent.children = [element];
      else (parent.children as XmlElement[]).push(element);
      if (xml.charCodeAt(end - 2) !== 0x2f) open.push(element);
    }
    p = end;
  }
  const [root] = document.children;
  if (root === undefined || open.length !== 1) throw unreadable();
  return root;
}

const unreadable = (): WorkbookRefused => new WorkbookRefused('corrupt', 'XML interrompu');

function nameAt(xml: string, from: number): string {
  let start = from;
  for (let p = from; p < xml.length; p++) {
    const c = xml.charCodeAt(p);
    if (c === 0x3a) start = p + 1;
    else if (c === 0x3e || c === 0x2f || c <= 0x20) return xml.slice(start, p);
  }
  throw unreadable();
}

/** After the `>` of the tag at `tag`; one inside a quoted value does not count. */
export function endOfTag(xml: string, tag: number): number {
  let quote = 0;
  for (let p = tag + 1; p < xml.length; p++) {
    const c = xml.charCodeAt(p);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 0x3e) return p + 1;
    else if (c === 0x22 || c === 0x27) quote = c;
  }
  throw unreadable();
}

function endOfMarkup(xml: string, p: number): number {
  const mark = xml.startsWith('<!--', p) ? '-->' : xml.startsWith('<![CDATA[', p) ? ']]>' : undefined;
  if (mark === undefined && xml[p + 1] === '!') throw new WorkbookRefused('entities');
  const end = xml.indexOf(mark ?? '?>', p + 2);
  if (end < 0) throw unreadable();
  return end + (mark ?? '?>').length;
}
