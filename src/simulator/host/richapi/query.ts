import type { Session } from '../session';
import { apiNotFound } from './errors';
import type { HostObject } from './objects';
import type { Json, QueryInfo } from './protocol';
import { checkRequirement } from './requirements';

type Fields = { [name: string]: Json };

/** What a selection asks of one object: its own members, and selections of the objects it leads to. */
interface Selection {
  readonly all: boolean;
  readonly own: ReadonlySet<string>;
  readonly nested: ReadonlyMap<string, string[]>;
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Reads `values, format/fill/color, items/name…`; nothing at all, `*` or `$all` means every scalar. */
function parse(names: readonly string[]): Selection {
  const own = new Set<string>();
  const nested = new Map<string, string[]>();
  let all = names.length === 0;
  for (const name of names) {
    const [first = '', ...rest] = name.split('/').map((part) => part.trim());
    if (first === '*' || first === '$all' || first === '') all = true;
    else if (rest.length > 0)
      nested.set(pascal(first), [...(nested.get(pascal(first)) ?? []), rest.join('/')]);
    else own.add(pascal(first));
  }
  return { all, own, nested };
}

/** The object or collection behind a navigation name, or undefined. */
export function readMember(
  object: HostObject,
  name: string,
  session: Session,
): HostObject | null | undefined {
  const link = object.type.links?.[name];
  if (!link) return undefined;
  checkRequirement(`${object.type.name}.${name}`, session);
  return link.to(object.target, session);
}

/** Answers a load: identity, the scalars asked for, and the objects asked for below. */
export async function select(object: HostObject, query: QueryInfo, session: Session): Promise<Json> {
  const names = [...(query.Select ?? []), ...(query.Expand ?? []).map((one) => `${one}/*`)];
  return load(object, names, query, session);
}

/** Answers `retrieve`: the same fields, as plain JSON. */
export const retrieve = select;

async function load(
  object: HostObject,
  names: readonly string[],
  query: QueryInfo,
  session: Session,
): Promise<Json> {
  if (!object.type.items) return loadOne(object, names, session);
  const inner = names.map((name) => (name === 'items' ? '*' : name.replace(/^items\//u, '')));
  const own = inner.filter((name) => object.type.properties?.[pascal(name)] !== undefined);
  const ofItems = inner.filter((name) => !own.includes(name));
  const every = object.type.items(object.target, session);
  const skip = query.Skip ?? 0;
  const shown = every.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  const items: Json[] = [];
  if (ofItems.length > 0 || names.length === 0)
    for (const one of shown) items.push(await loadOne(one, ofItems, session));
  const fields = own.length > 0 ? ((await loadOne(object, own, session)) as Fields) : {};
  return { ...fields, _Items: items };
}

async function loadOne(object: HostObject, names: readonly string[], session: Session): Promise<Json> {
  const { type, target } = object;
  const { all, own, nested } = parse(names);
  const fields: Fields = { ...type.identity?.(target, session) };
  const wanted = new Set(own);
  if (all)
    for (const [name, property] of Object.entries(type.properties ?? {}))
      if (property.get && !property.onDemand && !name.startsWith('_')) wanted.add(name);
  for (const name of wanted) {
    const value = await readProperty(object, name, session);
    if (value !== undefined) fields[name] = value;
  }
  for (const [name, below] of nested) {
    const child = readMember(object, name, session);
    if (child === undefined) throw apiNotFound(`${type.name}.${name}`);
    fields[name] = child === null ? null : await load(child, below, {}, session);
  }
  return fields;
}

async function readProperty(object: HostObject, name: string, session: Session): Promise<Json | undefined> {
  const { type, target } = object;
  const property = type.properties?.[name];
  const member = `${type.name}.${name}`;
  if (property?.get) {
    checkRequirement(member, session);
    if (property.calculated) await session.recalculation.settled();
    return property.get(target, session);
  }
  const child = readMember(object, name, session);
  if (child === undefined) throw apiNotFound(member);
  return child === null ? null : load(child, [], {}, session);
}
