import { strFromU8, unzipSync } from 'fflate';
import { type Element, all, everything, parseXml } from './xml-tree';

export interface Relation {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** An opened package; every problem met goes to `problems`. */
export class Parts {
  readonly problems: string[] = [];
  readonly trees = new Map<string, Element>();
  private readonly relations = new Map<string, Map<string, Relation>>();

  constructor(bytes: Uint8Array) {
    for (const [path, content] of Object.entries(unzipSync(bytes))) {
      try {
        this.trees.set(path, parseXml(strFromU8(content)));
      } catch (error) {
        this.report(path, String(error));
      }
    }
    this.readRelations();
    this.checkContentTypes();
    this.checkReach();
  }

  report(path: string, problem: string): void {
    this.problems.push(`${path}: ${problem}`);
  }

  /** Parts whose content type ends so. */
  ofType(end: string): [string, Element][] {
    const types = this.trees.get('[Content_Types].xml')!;
    return all(types, 'Override')
      .filter((one) => one.attributes.get('ContentType')?.endsWith(end))
      .map((one) => one.attributes.get('PartName')!.slice(1))
      .map((path) => [path, this.trees.get(path)!] as [string, Element])
      .filter(([, tree]) => tree !== undefined);
  }

  relationsOf(path: string): Map<string, Relation> {
    return this.relations.get(path) ?? new Map();
  }

  related(path: string, type: string): [string, Element][] {
    return [...this.relationsOf(path).values()]
      .filter((one) => one.type === type)
      .map(({ target }) => [target, this.trees.get(target)!] as [string, Element])
      .filter(([, tree]) => tree !== undefined);
  }

  private readRelations(): void {
    for (const [path, tree] of this.trees) {
      if (!path.endsWith('.rels')) continue;
      const source = path.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
      if (source !== '' && !this.trees.has(source)) this.report(path, 'relations of no part');
      const known = new Map<string, Relation>();
      for (const one of all(tree, 'Relationship')) {
        const id = one.attributes.get('Id')!;
        if (known.has(id)) this.report(path, `id ${id} twice`);
        const external = one.attributes.get('TargetMode') === 'External';
        const written = one.attributes.get('Target')!;
        const target = external ? written : new URL(written, `file:///${source}`).pathname.slice(1);
        if (!external && !this.trees.has(target)) this.report(path, `leads to ${target}, which is missing`);
        known.set(id, { type: one.attributes.get('Type')!.replace(/^.*\//, ''), target, external });
      }
      this.relations.set(source, known);
    }
    for (const [path, tree] of this.trees) {
      for (const element of everything(tree)) {
        for (const [name, id] of element.attributes) {
          if (!name.startsWith('r:')) continue;
          if (!this.relationsOf(path).has(id)) this.report(path, `${name}="${id}" has no relation`);
        }
      }
    }
  }

  private checkContentTypes(): void {
    const types = this.trees.get('[Content_Types].xml');
    if (types === undefined) return this.report('[Content_Types].xml', 'is missing');
    const defaults = new Set(all(types, 'Default').map((one) => one.attributes.get('Extension')));
    const overrides = all(types, 'Override').map((one) => one.attributes.get('PartName')!.slice(1));
    if (new Set(overrides).size !== overrides.length) this.report('[Content_Types].xml', 'a part twice');
    for (const path of overrides) if (!this.trees.has(path)) this.report(path, 'declared, but missing');
    for (const path of this.trees.keys()) {
      const extension = path.replace(/^.*\./, '');
      const known = overrides.includes(path) || (defaults.has(extension) && extension !== 'xml');
      if (!known && path !== '[Content_Types].xml') this.report(path, 'has no content type');
    }
  }

  private checkReach(): void {
    const reached = new Set(
      [...this.relations.values()].flatMap((one) => [...one.values()].map((r) => r.target)),
    );
    for (const path of this.trees.keys()) {
      if (path.endsWith('.rels') || path === '[Content_Types].xml') continue;
      if (!reached.has(path)) this.report(path, 'no relation leads here');
    }
  }
}

/** Reports children that do not follow the order of the schema, or that it does not know. */
export function checkOrder(parts: Parts, path: string, element: Element, order: readonly string[]): void {
  let last = -1;
  for (const { name } of element.children) {
    const place = order.indexOf(name);
    if (place < 0) parts.report(path, `<${name}> is unknown in <${element.name}>`);
    else if (place < last) parts.report(path, `<${name}> comes after <${order[last]}> in <${element.name}>`);
    last = Math.max(last, place);
  }
}

/** Reports a `count` attribute that is not the number of children. */
export function checkCount(parts: Parts, path: string, element: Element | undefined): void {
  const count = element?.attributes.get('count');
  if (element === undefined || count === undefined) return;
  if (Number(count) !== element.children.length || element.children.length === 0) {
    parts.report(path, `<${element.name}> says ${count}, holds ${element.children.length}`);
  }
}

export function checkUnique(parts: Parts, path: string, what: string, values: readonly string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value.toLowerCase())) parts.report(path, `${what} « ${value} » twice`);
    seen.add(value.toLowerCase());
  }
}
