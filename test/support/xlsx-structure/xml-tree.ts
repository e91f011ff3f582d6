/** A strict XML reader for tests: throws on anything not well formed. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const markup = /<\?[^?]*\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
// XML 1.0 §2.2
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function decode(text: string): string {
  if (!text.includes('&')) return text;
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(text)) throw new Error(`bare & in ${text}`);
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, value] of source.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (attributes.has(name!)) throw new Error(`attribute ${name} twice`);
    attributes.set(name!, decode(value!));
  }
  return attributes;
}

export function parseXml(source: string): Element {
  if (forbidden.test(source)) throw new Error('a character that XML forbids');
  const document: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  markup.lastIndex = 0;
  let end = 0;
  for (let found = markup.exec(source); found !== null; found = markup.exec(source)) {
    end = markup.lastIndex;
    const [, closing, name, attributes, selfClosing, text] = found;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += decode(text);
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
      continue;
    }
    const element = { name, attributes: attributesOf(attributes ?? ''), children: [], text: '' };
    parent.children.push(element);
    if (selfClosing !== '/') open.push(element);
  }
  if (end !== source.length) throw new Error(`not well formed at ${source.slice(end, end + 60)}`);
  if (open.length !== 1 || document.children.length !== 1) throw new Error('not one closed root');
  return document.children[0]!;
}

/** Descendants (the element itself included) of that name. */
export function all(element: Element, name: string): Element[] {
  return everything(element).filter((one) => one.name === name);
}

/** The element and its descendants, in the order of the document; in one list, as sheets have 100,000. */
export function everything(element: Element, found: Element[] = []): Element[] {
  found.push(element);
  for (const one of element.children) everything(one, found);
  return found;
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

export function number(element: Element, name: string): number {
  return Number(element.attributes.get(name) ?? NaN);
}
