import { apiNotFound } from '../richapi/errors';
import { hostObject, type HostObject, type ObjectType } from '../richapi/objects';

/** What the page shows of the add-in's frame and ribbon. */
export interface Surroundings {
  paneState: 'Visible' | 'Background';
  startState: string;
  /** Ribbon controls by id, as the add-in left them. */
  readonly controls: Map<string, { enabled: boolean; visible: boolean }>;
  readonly changed: () => void;
}

const runtime = (surroundings: Surroundings): ObjectType<null> => ({
  name: 'AppRuntimeService',
  methods: {
    SetAppRuntimeState: {
      run(_target, [state]) {
        surroundings.paneState = state === 'Background' ? 'Background' : 'Visible';
        surroundings.changed();
      },
    },
    GetAppRuntimeState: { run: () => surroundings.paneState },
  },
});

const persistence = (surroundings: Surroundings): ObjectType<null> => ({
  name: 'AppRuntimePersistenceService',
  methods: {
    SetAppRuntimeStartState: {
      run(_target, [state]) {
        surroundings.startState = String(state);
      },
    },
    GetAppRuntimeStartState: { run: () => surroundings.startState },
  },
});

const control = (surroundings: Surroundings): ObjectType<string> => {
  const change = (id: string, part: Partial<{ enabled: boolean; visible: boolean }>) => {
    const before = surroundings.controls.get(id) ?? { enabled: true, visible: true };
    surroundings.controls.set(id, { ...before, ...part });
    surroundings.changed();
  };
  return {
    name: 'RibbonControl',
    properties: {
      Id: { get: (id) => id },
      Enabled: {
        get: (id) => surroundings.controls.get(id)?.enabled ?? true,
        set: (id, value) => change(id, { enabled: value === true }),
      },
    },
    methods: { SetVisibility: { run: (id, [visible]) => change(id, { visible: visible === true }) } },
  };
};

const ribbon = (surroundings: Surroundings): ObjectType<null> => {
  const find = {
    run: (_target: null, [id]: readonly unknown[]) => hostObject(control(surroundings), String(id)),
  };
  return {
    name: 'DynamicRibbon',
    methods: {
      GetButton: find,
      GetTab: find,
      ExecuteRequestUpdate: { run: () => undefined },
      ExecuteRequestCreate: { run: () => undefined },
    },
  };
};

/** The services of the runtime that an add-in asks for by name. */
export function createServices(surroundings: Surroundings, customFunctions: HostObject) {
  const services: Readonly<Record<string, HostObject>> = {
    'Microsoft.ExcelServices.CustomFunctions': customFunctions,
    'Microsoft.AppRuntime.AppRuntimeService': hostObject(runtime(surroundings), null),
    'Microsoft.AppRuntime.AppRuntimePersistenceService': hostObject(persistence(surroundings), null),
    // The library announces that it can run actions of the ribbon.
    'Microsoft.InternalService.AddinInternalService': hostObject<null>(
      { name: 'AddinInternalService', methods: { NotifyActionHandlerReady: { run: () => undefined } } },
      null,
    ),
    'Microsoft.DynamicRibbon.DynamicRibbon': hostObject(ribbon(surroundings), null),
  };
  return (name: string): HostObject => {
    const found = services[name];
    if (!found) throw apiNotFound(name);
    return found;
  };
}
