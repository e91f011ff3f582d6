import { escapeAttribute } from '../../../xlsx';
import { XmlEdits } from '../xml/edit';
import { parseXml } from '../xml/element';
import type { PackageParts } from './parts';
import { type Relation, relationsOf, relationsPath } from './relations';

const PATH = '[Content_Types].xml';

/** Says of what kind a new part is. */
export function declareType(parts: PackageParts, path: string, type: string): void {
  const xml = parts.text(PATH);
  const root = parseXml(xml);
  const edits = new XmlEdits(xml);
  const written = `<${root.prefix}Override PartName="/${escapeAttribute(path)}" ContentType="${type}"/>`;
  edits.append(root, written);
  parts.set(PATH, edits.print());
}

/** Every part that a chain of links leads to. */
export function reachableParts(parts: PackageParts): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { external, target } of readableRelations(parts, part)) {
      const key = target.toLowerCase();
      if (external || reached.has(key) || !parts.has(target)) continue;
      reached.add(key);
      waiting.push(target);
    }
  }
  return reached;
}

/** Links of a part that nobody here reads may be damaged: what they lead to is then left alone. */
function readableRelations(parts: PackageParts, part: string): Relation[] {
  try {
    return relationsOf(parts, part);
  } catch {
    return [];
  }
}

/** Deletes the parts, and their declarations, that nothing leads to any more. */
export function dropUnreachable(parts: PackageParts, before: ReadonlySet<string>): void {
  const now = reachableParts(parts);
  const gone = [...before].filter((path) => !now.has(path));
  if (gone.length === 0) return;
  for (const path of gone) {
    parts.delete(path);
    parts.delete(relationsPath(path));
  }
  const xml = parts.text(PATH);
  const edits = new XmlEdits(xml);
  const names = new Set(gone);
  for (const one of parseXml(xml).all('Override')) {
    const path = (one.attribute('PartName') ?? '').replace(/^\/+/, '').toLowerCase();
    if (names.has(path)) edits.remove(one);
  }
  parts.set(PATH, edits.print());
}
