import { defaultOptions } from '../session';
import { appContext, APP_CONTEXT } from './app-context';
import { ActionKind, answer, parseRequest } from './messages';

/** The address that the add-in is told of a workbook opened in the page. */
export const documentUrlOf = (fileName: string): string =>
  new URL(encodeURIComponent(fileName), 'https://localhost/').href;

/**
 * The answer to the first thing office.js asks, before there is a host: which Excel this is, and which workbook. It can
 * then become ready, and the pane be painted, while the grid is still loading. Undefined for whatever needs the
 * workbook: keep it for the host. No file that the page opens brings settings of the add-in, hence none here.
 */
export function greeting(message: unknown, documentUrl: string): string | undefined {
  const request = parseRequest(message);
  if (request?._actionName !== APP_CONTEXT) return undefined;
  const settings = { load: () => [], save: () => undefined };
  return answer(request, appContext(String(request._data), { ...defaultOptions, documentUrl }, settings));
}

/** Whether a message asks to be told of events: the first that office.js sends once the add-in has started. */
export const isListening = (message: unknown): boolean =>
  parseRequest(message)?._actionType === ActionKind.RegisterEvent;
