import { invalidArgument, itemNotFound } from '../richapi/errors';
import {
  hostObject,
  type Argument,
  type HostObject,
  type ObjectType,
  type Property,
} from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { changeExtras, extrasOf, without } from './extras';

const text = (name: string): Property<null> => ({
  get: (_target, session) => extrasOf(session.grid).properties[name] ?? '',
  set: (_target, value, session) => {
    if (typeof value !== 'string') throw invalidArgument();
    const { properties } = extrasOf(session.grid);
    changeExtras(session.grid, { properties: { ...properties, [name]: value } });
  },
});

/** A custom property, by its key. */
const customType: ObjectType<string> = {
  name: 'CustomProperty',
  properties: {
    Key: { get: (key) => key },
    Value: {
      get: (key, session) => extrasOf(session.grid).customProperties[key] ?? null,
      set: (key, value, session) => write(key, value, session),
    },
    Type: { get: (key, session) => kindOf(extrasOf(session.grid).customProperties[key]) },
  },
  methods: { Delete: { run: (key, _args, session) => remove(key, session) } },
};

const kindOf = (value: Json | undefined): string =>
  typeof value === 'number'
    ? Number.isInteger(value)
      ? 'Number'
      : 'Float'
    : typeof value === 'boolean'
      ? 'Boolean'
      : 'String';

/** Excel keeps at most 255 characters of a custom property. */
const LONGEST = 255;

function write(key: Argument, value: Argument, session: Session): void {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (typeof key !== 'string' || key === '' || !isScalar) throw invalidArgument();
  if (typeof value === 'string' && value.length > LONGEST) throw invalidArgument();
  const { customProperties } = extrasOf(session.grid);
  changeExtras(session.grid, {
    customProperties: { ...customProperties, [keyOf(key, session) ?? key]: value },
  });
}

function remove(key: string, session: Session): void {
  changeExtras(session.grid, { customProperties: without(extrasOf(session.grid).customProperties, key) });
}

/** Keys do not tell letter case apart. */
const keyOf = (key: Argument, session: Session): string | undefined =>
  Object.keys(extrasOf(session.grid).customProperties).find(
    (one) => one.toLowerCase() === String(key).toLowerCase(),
  );

function find(key: Argument, session: Session): HostObject | null {
  const known = keyOf(key, session);
  return known === undefined ? null : hostObject(customType, known);
}

function found(key: Argument, session: Session): HostObject {
  const property = find(key, session);
  if (!property) throw itemNotFound();
  return property;
}

const customsType: ObjectType<null> = {
  name: 'CustomPropertyCollection',
  items: (_target, session) =>
    Object.keys(extrasOf(session.grid).customProperties).map((key) => hostObject(customType, key)),
  item: (_target, key, session) => found(key, session),
  methods: {
    Add: {
      run: (_target, [key, value], session) => {
        write(key, value, session);
        return found(key, session);
      },
    },
    DeleteAll: { run: (_target, _args, session) => changeExtras(session.grid, { customProperties: {} }) },
    GetCount: {
      run: (_target, _args, session) => Object.keys(extrasOf(session.grid).customProperties).length,
    },
    GetItem: { run: (_target, [key], session) => found(key, session) },
    GetItemOrNullObject: { run: (_target, [key], session) => find(key, session) },
  },
};

/** The properties of the document: the usual ones, and those that an add-in adds. */
const documentPropertiesType: ObjectType<null> = {
  name: 'DocumentProperties',
  properties: {
    Author: text('author'),
    Category: text('category'),
    Comments: text('comments'),
    Company: text('company'),
    Keywords: text('keywords'),
    Manager: text('manager'),
    Subject: text('subject'),
    Title: text('title'),
    LastAuthor: { get: (_target, session) => extrasOf(session.grid).properties['lastAuthor'] ?? '' },
    CreationDate: { get: (_target, session) => extrasOf(session.grid).properties['creationDate'] ?? null },
    RevisionNumber: {
      get: (_target, session) => extrasOf(session.grid).properties['revisionNumber'] ?? 0,
      set: (_target, value, session) => {
        const { properties } = extrasOf(session.grid);
        changeExtras(session.grid, { properties: { ...properties, revisionNumber: value } });
      },
    },
  },
  links: { Custom: { to: () => hostObject(customsType, null) } },
};

export const documentProperties = hostObject(documentPropertiesType, null);
