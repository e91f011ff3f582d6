import type { Session } from '../session';
import { apiNotFound, invalidReference, itemNotFound } from './errors';
import { hostObject, HostObject, type Argument } from './objects';
import { PathType, type ArgumentInfo, type Json, type ObjectPath } from './protocol';
import { checkRequirement } from './requirements';

/** The objects of one batch: every path is followed once, when an action first needs it. */
export interface ObjectGraph {
  object(id: number): Promise<HostObject | null>;
  arguments(info: ArgumentInfo | undefined): Promise<Argument[]>;
  plainArgument(info: ArgumentInfo | undefined): Promise<Json>;
  call(object: HostObject, name: string, args: readonly Argument[]): Promise<HostObject | Json | undefined>;
}

export function createGraph(paths: Readonly<Record<string, ObjectPath>>, session: Session): ObjectGraph {
  const known = new Map<number, HostObject | null>();

  async function object(id: number): Promise<HostObject | null> {
    const found = known.get(id);
    if (found !== undefined) return found;
    const path = paths[id];
    if (!path) throw invalidReference(`The batch refers to an unknown object path: ${id}.`);
    const made = await follow(path);
    known.set(id, made);
    return made;
  }

  async function follow(path: ObjectPath): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PathType.Global:
        return session.root();
      case PathType.NewObject:
        return session.service(path.Name);
      case PathType.ReferenceId:
        return session.references.object(path.Name);
      case PathType.Null:
        return null;
    }
    const parent = await object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (path.ObjectPathType === PathType.Property) return link(parent, path.Name);
    const args = await argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.Indexer) return item(parent, args[0]);
    if (path.ObjectPathType !== PathType.Method) throw apiNotFound(`object path type ${path.ObjectPathType}`);
    const result = await call(parent, path.Name, args);
    if (result === null || result instanceof HostObject) return result;
    // A method of no result followed as an object: its identity is empty.
    return hostObject({ name: `${parent.type.name}.${path.Name}` }, undefined);
  }

  function link(parent: HostObject, name: string): HostObject | null {
    const member = `${parent.type.name}.${name}`;
    const found = parent.type.links?.[name];
    if (!found) throw apiNotFound(member);
    checkRequirement(member, session);
    return found.to(parent.target, session);
  }

  function item(parent: HostObject, key: Argument): HostObject {
    if (!parent.type.item) throw apiNotFound(`${parent.type.name}.getItem`);
    if (key === undefined || key instanceof HostObject) throw itemNotFound();
    return parent.type.item(parent.target, key, session);
  }

  async function call(parent: HostObject, name: string, args: readonly Argument[]) {
    const member = `${parent.type.name}.${name}`;
    const method = parent.type.methods?.[name];
    if (!method) throw apiNotFound(member);
    checkRequirement(member, session);
    if (method.calculated) await session.recalculation.settled();
    const result = await method.run(parent.target, args, session);
    return result ?? null;
  }

  async function argumentsOf(info: ArgumentInfo | undefined): Promise<Argument[]> {
    const referenced = info?.ReferencedObjectPathIds ?? [];
    const args: Argument[] = [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      const id = referenced[index];
      args.push(typeof id === 'number' && id !== 0 ? ((await object(id)) as Argument) : value);
    }
    return args;
  }

  async function plainArgument(info: ArgumentInfo | undefined): Promise<Json> {
    const [value] = await argumentsOf(info);
    // A property set to an object (a chart's source, a validation's list) is given as its path.
    return value instanceof HostObject ? session.describe(value) : (value ?? null);
  }

  return { object, arguments: argumentsOf, plainArgument, call };
}
