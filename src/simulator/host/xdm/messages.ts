import type { BatchRequest, Json } from '../richapi/protocol';

/** Requests and answers between office.js in its frame and the host, as JSON text. */

export const ActionKind = { Invoke: 0, RegisterEvent: 1, UnregisterEvent: 2 } as const;

export interface XdmRequest {
  readonly _messageType: 0;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: Json;
  readonly _origin: string;
}

/** Numbers of the methods that `executeMethod` carries. */
export const DispatchId = {
  LoadSettings: 75,
  SaveSettings: 76,
  OpenDocumentCopy: 77,
  ReadDocumentSlice: 80,
  CloseDocumentCopy: 81,
  ExecuteRichApi: 93,
  AppCommandCompleted: 94,
  MessageParent: 144,
} as const;

/** Reads a message of office.js; undefined when it is someone else's. */
export function parseRequest(text: unknown): XdmRequest | undefined {
  if (typeof text !== 'string' || !text.startsWith('{')) return undefined;
  try {
    const message = JSON.parse(text) as Partial<XdmRequest>;
    const isRequest = message._messageType === 0 && typeof message._conversationId === 'string';
    return isRequest ? (message as XdmRequest) : undefined;
  } catch {
    return undefined;
  }
}

export const answer = (request: XdmRequest, data: Json, errorCode = 0): string =>
  envelope(request._actionName, request._conversationId, request._correlationId, data, 0, errorCode);

/** The batch that a message carries, when it carries one. */
export function batchOf({ _actionName: name, _data: data }: XdmRequest): BatchRequest | undefined {
  if (name !== 'executeMethod') return undefined;
  const { DdaMethod: method, ArrayData: parts } = data as unknown as MethodData;
  if (method?.DispatchId !== DispatchId.ExecuteRichApi) return undefined;
  return JSON.parse(String(parts?.[BATCH])) as BatchRequest;
}

/** What `executeMethod` answers to a batch. */
export const richApiAnswer = (body: string): Json => ({ Version: 1, Error: 0, Data: [200, [], body] });

/** Where a message has its batch, and the flags of the batch. */
export const [BATCH, FLAGS] = [4, 6] as const;

/** The content of `executeMethod`. */
export interface MethodData {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly DdaSettingsMethod?: { readonly Properties?: Json };
  readonly ArrayData?: readonly Json[];
  /** What a copy of the document is asked for, by number. */
  readonly [asked: number]: Json;
}

export const eventMessage = (name: string, conversation: string, correlation: number, data: Json): string =>
  envelope(name, conversation, correlation, data, 1, 0);

const envelope = (
  name: string,
  conversation: string,
  correlation: number,
  data: Json,
  responseType: number,
  errorCode: number,
): string =>
  JSON.stringify({
    _messageType: 1,
    _actionName: name,
    _conversationId: conversation,
    _correlationId: correlation,
    _errorCode: errorCode,
    _responseType: responseType,
    _serializerVersion: 1,
    _data: data,
  });
