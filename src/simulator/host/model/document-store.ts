import { invalidArgument, itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { changeExtras, extrasOf, newId, without } from './extras';

const notFound = (): never => {
  throw itemNotFound();
};

/** A setting of the add-in in the workbook, by its key. */
const settingType: ObjectType<string> = {
  name: 'Setting',
  identity: (key) => ({ _Id: key }),
  properties: {
    Key: { get: (key) => key },
    Value: {
      get: (key, session) => extrasOf(session.grid).settings[key] ?? null,
      set: (key, value, session) => void put(key, value, session),
    },
  },
  methods: {
    Delete: {
      run: (key, _args, session) => {
        changeExtras(session.grid, { settings: without(extrasOf(session.grid).settings, key) });
      },
    },
  },
};

function put(key: Argument, value: Argument, session: Session): HostObject {
  if (typeof key !== 'string' || key === '') throw invalidArgument();
  const { settings } = extrasOf(session.grid);
  changeExtras(session.grid, { settings: { ...settings, [key]: (value ?? null) as Json } });
  return hostObject(settingType, key);
}

function setting(key: Argument, session: Session): HostObject | null {
  return typeof key === 'string' && key in extrasOf(session.grid).settings
    ? hostObject(settingType, key)
    : null;
}

const settingsType: ObjectType<null> = {
  name: 'SettingCollection',
  items: (_target, session) =>
    Object.keys(extrasOf(session.grid).settings).map((key) => hostObject(settingType, key)),
  item: (_target, key, session) => setting(key, session) ?? notFound(),
  methods: {
    Add: { run: (_target, [key, value], session) => put(key, value, session) },
    GetCount: { run: (_target, _args, session) => Object.keys(extrasOf(session.grid).settings).length },
    GetItem: { run: (_target, [key], session) => setting(key, session) ?? notFound() },
    GetItemOrNullObject: { run: (_target, [key], session) => setting(key, session) },
  },
};

export const settingsObject = hostObject(settingsType, null);

/** A custom XML part, by its id. */
const partType: ObjectType<string> = {
  name: 'CustomXmlPart',
  identity: (id) => ({ Id: id }),
  properties: {
    Id: { get: (id) => id },
    NamespaceUri: { get: (id, session) => namespaceOf(xmlOf(id, session)) },
  },
  methods: {
    GetXml: { run: (id, _args, session) => xmlOf(id, session) },
    SetXml: {
      run: (id, [xml], session) => {
        xmlOf(id, session);
        if (typeof xml !== 'string') throw invalidArgument();
        const { xmlParts } = extrasOf(session.grid);
        changeExtras(session.grid, { xmlParts: { ...xmlParts, [id]: xml } });
      },
    },
    Delete: {
      run: (id, _args, session) => {
        changeExtras(session.grid, { xmlParts: without(extrasOf(session.grid).xmlParts, id) });
      },
    },
  },
};

const xmlOf = (id: string, session: Session): string => extrasOf(session.grid).xmlParts[id] ?? notFound();

const namespaceOf = (xml: string): string => /<[^?!][^>]*?\sxmlns="([^"]*)"/u.exec(xml)?.[1] ?? '';

interface PartScope {
  readonly namespace: string | null;
}

const partsIn = ({ namespace }: PartScope, session: Session): string[] =>
  Object.entries(extrasOf(session.grid).xmlParts)
    .filter(([, xml]) => namespace === null || namespaceOf(xml) === namespace)
    .map(([id]) => id);

function part(scope: PartScope, id: Argument, session: Session): HostObject | null {
  return partsIn(scope, session).includes(String(id)) ? hostObject(partType, String(id)) : null;
}

function only(scope: PartScope, session: Session): HostObject | null {
  const [id, second] = partsIn(scope, session);
  return id !== undefined && second === undefined ? hostObject(partType, id) : null;
}

const partsType: ObjectType<PartScope> = {
  name: 'CustomXmlPartCollection',
  items: (scope, session) => partsIn(scope, session).map((id) => hostObject(partType, id)),
  item: (scope, id, session) => part(scope, id, session) ?? notFound(),
  methods: {
    Add: {
      run: (_scope, [xml], session) => {
        if (typeof xml !== 'string' || !xml.includes('<')) throw invalidArgument();
        const id = newId();
        changeExtras(session.grid, { xmlParts: { ...extrasOf(session.grid).xmlParts, [id]: xml } });
        return hostObject(partType, id);
      },
    },
    GetByNamespace: {
      run: (_scope, [namespace]) => hostObject(partsType, { namespace: String(namespace) }),
    },
    GetCount: { run: (scope, _args, session) => partsIn(scope, session).length },
    GetItem: { run: (scope, [id], session) => part(scope, id, session) ?? notFound() },
    GetItemOrNullObject: { run: (scope, [id], session) => part(scope, id, session) },
    GetOnlyItem: { run: (scope, _args, session) => only(scope, session) ?? notFound() },
    GetOnlyItemOrNullObject: { run: (scope, _args, session) => only(scope, session) },
  },
};

export const xmlPartsObject = hostObject(partsType, { namespace: null });
