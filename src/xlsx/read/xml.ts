import { corrupt, WorkbookRefused } from '../zip/refused';
import { decodeReferences, normaliseLineEnds } from './escapes';

/** Attributes by local name: writers choose their prefixes freely. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlVisitor {
  /** Start of an element, by local name; its attributes are parsed when asked for. */
  open?(name: string, attributes: () => Attributes): void;
  /** End of an element; also called for `<a/>`. */
  close?(name: string): void;
  /** Characters between two tags, decoded. */
  text?(text: string): void;
}

/**
 * Walks through a small XML part. Lenient with what does not change the meaning, deaf to prefixes;
 * throws `WorkbookRefused` when a tag never ends.
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let p = 0;
  while (p < xml.length) {
    const tag = xml.indexOf('<', p);
    if (visitor.text !== undefined && tag !== p) {
      visitor.text(decodeReferences(normaliseLineEnds(xml.slice(p, tag < 0 ? undefined : tag))));
    }
    if (tag < 0) return;
    p = step(xml, tag, visitor);
  }
}

function step(xml: string, tag: number, visitor: XmlVisitor): number {
  const next = xml[tag + 1];
  if (next === '?') return after(xml, '?>', tag);
  if (xml.startsWith('<!--', tag)) return after(xml, '-->', tag + 4);
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = after(xml, ']]>', tag);
    visitor.text?.(xml.slice(tag + 9, end - 3));
    return end;
  }
  if (next === '!') throw new WorkbookRefused('entities');
  const end = endOfTag(xml, tag);
  if (next === '/') {
    visitor.close?.(localName(xml.slice(tag + 2, end - 1).trim()));
    return end;
  }
  const selfClosing = xml[end - 2] === '/';
  const body = xml.slice(tag + 1, end - (selfClosing ? 2 : 1));
  const nameEnd = body.search(/\s/);
  const name = localName(nameEnd < 0 ? body : body.slice(0, nameEnd));
  visitor.open?.(name, () => (nameEnd < 0 ? {} : attributesOf(body.slice(nameEnd))));
  if (selfClosing) visitor.close?.(name);
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw corrupt('XML interrompu');
  return at + mark.length;
}

/** After the `>` that ends a tag; one inside a quoted value does not count. */
function endOfTag(xml: string, tag: number): number {
  let quote = '';
  for (let p = tag + 1; p < xml.length; p++) {
    const c = xml[p] as string;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '>') return p + 1;
    else if (c === '"' || c === "'") quote = c;
  }
  throw corrupt('XML interrompu');
}

function attributesOf(text: string): Attributes {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [, name, double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const key = localName(name as string);
    // Line breaks written as such are spaces in an attribute; escaped ones stay.
    const value = decodeReferences((double ?? single ?? '').replace(/\r\n|[\r\n\t]/g, ' '));
    if (!(name as string).startsWith('xmlns')) attributes[key] = value;
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `1`, `true`, `on` are true (ST_OnOff in its several versions). */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
