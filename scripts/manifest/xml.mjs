/**
 * A reader of well-formed XML, enough for a manifest: elements, attributes, text, comments, CDATA. It refuses what
 * a manifest has no use for (DOCTYPE, entities of one's own) and names the line of every fault.
 */

/** @typedef {{name: string, local: string, attributes: Record<string, string>, children: Element[], text: string, line: number, parent?: Element}} Element */

export class XmlFault extends Error {
  constructor(message, line) {
    super(message);
    this.line = line;
  }
}

const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^<]+|</g;
const opening =
  /^<([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>$/;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * @param {string} xml
 * @returns {Element} the root; comments and processing instructions are left out
 * @throws {XmlFault} with a French message and a line, when the text is not well-formed
 */
export function parseXml(xml) {
  /** @type {Element | undefined} */
  let root;
  let open;
  let line = 1;
  for (const [part] of xml.replace(/^\uFEFF/, '').matchAll(token)) {
    if (part.startsWith('<!--')) {
      if (part.slice(4, -3).includes('--'))
        throw new XmlFault('Un commentaire ne peut pas contenir « -- ».', line);
    } else if (part.startsWith('<![CDATA[')) {
      if (open) open.text += part.slice(9, -3);
    } else if (part.startsWith('<?')) {
      if (part.startsWith('<?xml ') && line > 1)
        throw new XmlFault('La déclaration XML vient en premier.', line);
    } else if (part.startsWith('</')) {
      const name = part.slice(2, -1).trim();
      if (open?.name !== name) {
        throw new XmlFault(
          `</${name}> ferme ${open ? `<${open.name}> de la ligne ${open.line}` : 'un élément jamais ouvert'}.`,
          line,
        );
      }
      open = open.parent;
    } else if (part.startsWith('<')) {
      const element = readElement(part, line, open);
      if (!open && root) throw new XmlFault(`<${element.name}> vient après la fin de <${root.name}>.`, line);
      root ??= element;
      open?.children.push(element);
      if (!part.endsWith('/>')) open = element;
    } else if (open) {
      open.text += decode(part, line);
    } else if (part.trim()) {
      throw new XmlFault('Il y a du texte en dehors de l’élément racine.', line);
    }
    line += part.split('\n').length - 1;
  }
  if (open) throw new XmlFault(`<${open.name}> n’est jamais fermé.`, open.line);
  if (!root) throw new XmlFault('Le fichier ne contient aucun élément.', 1);
  return root;
}

function readElement(part, line, parent) {
  const match = opening.exec(part);
  if (!match) throw new XmlFault(`« ${part.slice(0, 40)} » n’est pas une balise correcte.`, line);
  const [, name, rest] = match;
  const attributes = {};
  for (const [, key, double, single] of rest.matchAll(attribute)) {
    if (key in attributes) throw new XmlFault(`<${name}> porte deux fois l’attribut ${key}.`, line);
    attributes[key] = decode(double ?? single, line);
  }
  const element = { name, local: name.split(':').at(-1), attributes, children: [], text: '', line, parent };
  for (const prefixed of [name, ...Object.keys(attributes)]) checkPrefix(element, prefixed);
  return element;
}

function checkPrefix(element, name) {
  const [prefix, local] = name.split(':');
  if (local === undefined || prefix === 'xmlns' || prefix === 'xml') return;
  for (let at = element; at; at = at.parent) if (`xmlns:${prefix}` in at.attributes) return;
  throw new XmlFault(`Le préfixe « ${prefix}: » de ${name} n’est pas déclaré.`, element.line);
}

function decode(text, line) {
  return text.replace(/&([^;\s]*;?)/g, (all, body) => {
    const name = body.slice(0, -1);
    const numeric = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    if (body.endsWith(';') && numeric)
      return String.fromCodePoint(numeric[1] ? parseInt(numeric[1], 16) : +numeric[2]);
    if (body.endsWith(';') && name in entities) return entities[name];
    throw new XmlFault(`« ${all} » n’est pas une entité XML : écrivez &amp; pour le signe &.`, line);
  });
}

/** The element and everything below it, in the order of the document. */
export function* walk(element) {
  yield element;
  for (const child of element.children) yield* walk(child);
}

/** The descendants of that local name. */
export const all = (element, local) =>
  [...walk(element)].filter((one) => one !== element && one.local === local);

/** The first child reached by following local names, or undefined. */
export const at = (element, ...path) =>
  path.reduce((from, local) => from?.children.find((child) => child.local === local), element);
