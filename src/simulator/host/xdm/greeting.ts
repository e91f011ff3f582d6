import { ActionType, PathType, type Json } from '../richapi/protocol';
import { defaultOptions } from '../session';
import { appContext, APP_CONTEXT } from './app-context';
import { ActionKind, answer, batchOf, parseRequest, richApiAnswer, type XdmRequest } from './messages';

/** The address that the add-in is told of a workbook opened in the page. */
export const documentUrlOf = (fileName: string): string =>
  new URL(encodeURIComponent(fileName), 'https://localhost/').href;

/**
 * The answer to what office.js asks before there is a workbook: which Excel this is, whether it takes the add-in's
 * functions and will tell it of events. As in Excel, which knows the functions from their file and takes a runtime when
 * it says it is ready, none of this needs the grid; only calls do. Undefined for whatever needs the workbook: keep it
 * for the host, which is also told of what was answered here. No file that the page opens brings settings of the
 * add-in, hence none here.
 */
export function greeting(message: unknown, documentUrl: string): string | undefined {
  const request = parseRequest(message);
  if (!request) return undefined;
  if (request._actionName === APP_CONTEXT) {
    const settings = { load: () => [], save: () => undefined };
    return answer(request, appContext(String(request._data), { ...defaultOptions, documentUrl }, settings));
  }
  if (request._actionType === ActionKind.RegisterEvent) return answer(request, {});
  const body = runtimeAnswer(request);
  return body === undefined ? undefined : answer(request, richApiAnswer(body));
}

/** Whether a message says that the add-in has its functions ready to be called. */
export function registersFunctions(message: unknown): boolean {
  const request = parseRequest(message);
  return (
    request !== undefined && batchOf(request)?.Actions.some(({ Name }) => Name === FUNCTIONS_READY) === true
  );
}

const FUNCTIONS_READY = '_SetOsfControlContainerReadyForCustomFunctions';

/** What the add-in's runtime announces to services that need no workbook, and what they answer. */
const announcements: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  'Microsoft.ExcelServices.CustomFunctions': { [FUNCTIONS_READY]: null, _GetEnabledFeatures: [] },
  'Microsoft.InternalService.AddinInternalService': { NotifyActionHandlerReady: null },
};

/** The answer to a batch of announcements alone. */
function runtimeAnswer(request: XdmRequest): string | undefined {
  const batch = batchOf(request);
  if (!batch) return undefined;
  const results: { ActionId: number; Value: Json }[] = [];
  for (const { Id, ActionType: type, Name, ObjectPathId } of batch.Actions) {
    const path = batch.ObjectPaths[ObjectPathId];
    const service = announcements[path?.Name ?? ''];
    const isKnown = service !== undefined || path?.ObjectPathType === PathType.Global;
    const value =
      type === ActionType.Instantiate && isKnown
        ? {}
        : type === ActionType.Method
          ? service?.[Name]
          : undefined;
    if (value === undefined) return undefined;
    results.push({ ActionId: Id, Value: value });
  }
  return JSON.stringify({ Results: results });
}
