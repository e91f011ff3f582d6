import { accessDenied, itemNotFound, type RichApiError } from './errors';
import { ActionType, type BatchRequest } from './protocol';

/** Troubles of real life, to order. `dropped` is a connection lost while the batch is being applied. */
export type FaultKind =
  | 'cellEditMode'
  | 'throttled'
  | 'payloadTooLarge'
  | 'responseTooLarge'
  | 'protected'
  | 'itemNotFound'
  | 'dropped';

export interface Fault {
  readonly kind: FaultKind;
  /** How many writing actions go through first; without it, the whole batch is refused. */
  readonly after?: number;
}

/** What the transport answers, as the numbers that office.js knows. */
const transportCode: Partial<Record<FaultKind, number>> = {
  cellEditMode: 5004,
  throttled: 5102,
  payloadTooLarge: 5103,
  responseTooLarge: 5104,
};

/** The session is said to be lost (InvalidOrTimedOutSession): nothing tells how much was applied. */
const LOST_SESSION = 5012;

/** Faults to come, for the next batches of the add-in; clean-up batches are never hit. */
export interface Faults {
  /** Makes the next batch fail; `times` batches when said. */
  failNext(kind: FaultKind, options?: { readonly times?: number; readonly after?: number }): void;
  /** Applies that many writing actions of the next batch, then loses the connection. */
  dropAfter(actions: number): void;
  clear(): void;
  readonly pending: number;
}

export function createFaults() {
  const queue: Fault[] = [];
  const faults: Faults = {
    failNext(kind, { times = 1, after } = {}) {
      for (let time = 0; time < times; time++) queue.push(after === undefined ? { kind } : { kind, after });
    },
    dropAfter(actions) {
      queue.push({ kind: 'dropped', after: actions });
    },
    clear() {
      queue.length = 0;
    },
    get pending() {
      return queue.length;
    },
  };
  /** The fault of this batch, if one waits and the batch is not mere clean-up. */
  const take = (request: BatchRequest): Fault | undefined => (isCleanUp(request) ? undefined : queue.shift());
  return { faults, take };
}

const isCleanUp = ({ Actions }: BatchRequest): boolean =>
  Actions.every((one) => one.Name === '_RemoveReference' || one.ActionType === ActionType.Instantiate) &&
  Actions.some((one) => one.Name === '_RemoveReference');

/** The refusal of a whole batch, before anything of it is done. */
export const refusalOf = (fault: Fault | undefined): number | undefined =>
  fault && fault.after === undefined ? transportCode[fault.kind] : undefined;

/** Thrown inside a batch when the connection drops; the transport then answers its code. */
export class ConnectionLost extends Error {
  constructor(readonly code: number) {
    super('The connection was lost while the batch was being applied.');
  }
}

const isWrite = (request: BatchRequest, index: number): boolean => {
  const action = request.Actions[index];
  if (!action || action.Name.startsWith('_')) return false;
  return action.ActionType === ActionType.SetProperty || action.ActionType === ActionType.Method;
};

/** A check run before each action: lets `after` writing actions through, then fails. */
export function interruption(fault: Fault | undefined, request: BatchRequest) {
  if (!fault || refusalOf(fault) !== undefined) return undefined;
  let writes = 0;
  return (index: number): void => {
    const countsReads = fault.kind === 'itemNotFound' && fault.after === undefined;
    const concerned = countsReads
      ? request.Actions[index]?.ObjectPathId !== undefined
      : isWrite(request, index);
    if (!concerned) return;
    if (writes++ < (fault.after ?? 0)) return;
    throw failure(fault);
  };
}

function failure({ kind }: Fault): RichApiError | ConnectionLost {
  if (kind === 'protected') return accessDenied();
  if (kind === 'itemNotFound') return itemNotFound();
  return new ConnectionLost(transportCode[kind] ?? LOST_SESSION);
}
