import {
  hostObject,
  HostObject,
  type Link,
  type Method,
  type ObjectType,
  type Property,
} from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';

/** An object whose members are only kept (a chart, a rule): where they are, under which path. */
export interface Bag {
  read(session: Session): Readonly<Record<string, Json>>;
  write(members: Readonly<Record<string, Json>>, session: Session): void;
  readonly path: string;
}

/** A member that a method sets and nothing reads: `SetSolidColor` of a fill. */
export class SetBy {
  constructor(readonly method: string) {}
}

/** The members of a kept object: a default value for a scalar, the members of an object below. */
export interface BagShape {
  readonly [member: string]: Json | BagShape | SetBy;
}

const isShape = (value: Json | BagShape): value is BagShape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The type of a kept object. Only the members of its shape exist, so that a misspelt or unknown one
 * fails by name like everywhere else.
 */
export function bagType(name: string, shape: BagShape): ObjectType<Bag> {
  const properties: Record<string, Property<Bag>> = {};
  const links: Record<string, Link<Bag>> = {};
  const methods: Record<string, Method<Bag>> = {};
  for (const [member, value] of Object.entries(shape)) {
    const keep = (bag: Bag, given: Json, session: Session): void =>
      bag.write({ ...bag.read(session), [`${bag.path}${member}`]: given }, session);
    if (value instanceof SetBy) {
      methods[value.method] = {
        run: (bag, [given], session) =>
          keep(bag, given instanceof HostObject ? null : (given ?? null), session),
      };
      continue;
    }
    if (isShape(value)) {
      const type = bagType(`${name}.${member}`, value);
      links[member] = { to: (bag) => hostObject(type, { ...bag, path: `${bag.path}${member}.` }) };
      continue;
    }
    properties[member] = {
      get: (bag, session) => bag.read(session)[`${bag.path}${member}`] ?? value,
      set: keep,
    };
  }
  return { name, properties, links, methods };
}

export const bagObject = (type: ObjectType<Bag>, bag: Omit<Bag, 'path'>): HostObject =>
  hostObject(type, { ...bag, path: '' });
