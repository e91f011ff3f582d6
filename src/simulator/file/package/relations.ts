import { XML_HEADER, escapeAttribute } from '../../../xlsx';
import { XmlEdits } from '../xml/edit';
import { parseXml } from '../xml/element';
import type { PackageParts } from './parts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships/';

/** A link from one part to another, or to an outside address. */
export interface Relation {
  readonly id: string;
  /** Last word of the type: `worksheet`, `table`. */
  readonly type: string;
  /** Path in the package, or the address. */
  readonly target: string;
  readonly external: boolean;
}

export const relationsPath = (part: string): string => {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
};

/** What `part` (`''` is the package) points to. */
export function relationsOf(parts: PackageParts, part: string): Relation[] {
  const path = relationsPath(part);
  if (!parts.has(path)) return [];
  return parseXml(parts.text(path))
    .all('Relationship')
    .flatMap((one) => {
      const target = one.attribute('Target');
      if (target === undefined) return [];
      const external = one.attribute('TargetMode') === 'External';
      const type = (one.attribute('Type') ?? '').replace(/^.*\//, '');
      return [
        { id: one.attribute('Id') ?? '', type, target: external ? target : resolve(part, target), external },
      ];
    });
}

/** The path of the first part that `part` points to by that type, when it exists. */
export function relatedPart(parts: PackageParts, part: string, type: string): string | undefined {
  return relationsOf(parts, part).find((one) => one.type === type && !one.external && parts.has(one.target))
    ?.target;
}

function resolve(source: string, target: string): string {
  const clean = target.replaceAll('\\', '/').replace(/#.*$/, '');
  const path = clean.startsWith('/') ? clean : `${source.slice(0, source.lastIndexOf('/') + 1)}${clean}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Adds a link to a part and returns its id. */
export function addRelation(parts: PackageParts, part: string, type: string, target: string): string {
  return add(parts, part, type, `Target="/${escapeAttribute(target)}"`);
}

/** Adds a link to an outside address and returns its id. */
export function addOutsideRelation(parts: PackageParts, part: string, type: string, address: string): string {
  return add(parts, part, type, `Target="${escapeAttribute(address)}" TargetMode="External"`);
}

function add(parts: PackageParts, part: string, type: string, target: string): string {
  const path = relationsPath(part);
  const known = new Set(relationsOf(parts, part).map((one) => one.id));
  let number = known.size + 1;
  while (known.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const base = isStrict(parts) ? STRICT : OFFICE;
  const written = (prefix: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${base}${type}" ${target}/>`;
  if (!parts.has(path)) {
    parts.set(
      path,
      `${XML_HEADER}<Relationships xmlns="${PACKAGE}relationships">${written('')}</Relationships>`,
    );
    return id;
  }
  const xml = parts.text(path);
  const root = parseXml(xml);
  const edits = new XmlEdits(xml);
  edits.append(root, written(root.prefix));
  parts.set(path, edits.print());
  return id;
}

/** Takes away the links of `part` for which `gone` holds. */
export function removeRelations(
  parts: PackageParts,
  part: string,
  gone: (relation: Relation) => boolean,
): void {
  const path = relationsPath(part);
  if (!parts.has(path)) return;
  const ids = new Set(
    relationsOf(parts, part)
      .filter(gone)
      .map((one) => one.id),
  );
  if (ids.size === 0) return;
  const xml = parts.text(path);
  const edits = new XmlEdits(xml);
  for (const one of parseXml(xml).all('Relationship')) {
    if (ids.has(one.attribute('Id') ?? '')) edits.remove(one);
  }
  parts.set(path, edits.print());
}

/** Files of the Strict variant name their links otherwise. */
function isStrict(parts: PackageParts): boolean {
  return parts.has('_rels/.rels') && parts.text('_rels/.rels').includes(STRICT);
}
