import { breather } from '../core/breather';
import { createGraph, type ObjectGraph } from './graph';
import { apiNotFound, generalException, itemNotFound, RichApiError } from './errors';
import { ConnectionLost } from './faults';
import { HostObject } from './objects';
import { readMember, retrieve, select } from './query';
import { checkRequirement } from './requirements';
import { ActionType, type Action, type BatchRequest, type BatchResponse, type Json } from './protocol';
import type { Session } from '../session';

type Result = { ActionId: number; Value: Json };

/**
 * Runs one batch in order. As in Excel, what precedes a failing action stays done; the response
 * carries the results up to it and the index of the action, from which office.js finds the statement.
 * The page answers between the actions of a long one; other batches wait.
 */
export async function executeBatch(
  request: BatchRequest,
  session: Session,
  beforeAction?: (index: number) => void,
): Promise<BatchResponse> {
  const graph = createGraph(request.ObjectPaths, session);
  const results: Result[] = [];
  const traces: number[] = [];
  const breathe = breather();
  for (const [index, action] of request.Actions.entries()) {
    await breathe();
    try {
      beforeAction?.(index);
      if (action.ActionType === ActionType.Trace) traces.push(action.Id);
      const value = await runAction(action, graph, session);
      if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
    } catch (problem) {
      if (problem instanceof ConnectionLost) throw problem;
      return failed(problem, results, traces, index, locationOf(action, request));
    }
  }
  session.references.forgetTransient();
  return traces.length > 0 ? { Results: results, TraceIds: traces } : { Results: results };
}

function failed(problem: unknown, results: Result[], traces: number[], index: number, location: string) {
  const error = problem instanceof RichApiError ? problem : unexpected(problem);
  return {
    Results: results,
    ...(traces.length > 0 ? { TraceIds: traces } : {}),
    Error: {
      Code: error.code,
      Message: error.message,
      HttpStatusCode: error.httpStatus,
      Location: location,
      ActionIndex: index,
    },
  };
}

/** A fault of the host itself: said in full, because a silent one would look like a fault of Excel. */
const unexpected = (problem: unknown) =>
  generalException(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));

/** `Range.Values`, `Worksheets.GetItem`…: the parent's path name, then the member. */
function locationOf(action: Action, request: BatchRequest): string {
  const path = request.ObjectPaths[action.ObjectPathId];
  const parent = path?.ParentObjectPathId ? request.ObjectPaths[path.ParentObjectPathId] : undefined;
  const names = [parent?.Name, path?.Name, action.Name].filter((name) => Boolean(name));
  return names.slice(-2).join('.');
}

async function runAction(action: Action, graph: ObjectGraph, session: Session): Promise<Json | undefined> {
  if (action.ActionType === ActionType.Trace) return null;
  const object = await graph.object(action.ObjectPathId);
  switch (action.ActionType) {
    case ActionType.Instantiate:
      return object === null ? null : identityOf(object, session);
    case ActionType.Query:
    case ActionType.RecursiveQuery:
      return object === null ? null : select(object, action.QueryInfo ?? {}, session);
    case ActionType.QueryAsJson:
      return object === null ? null : retrieve(object, action.QueryInfo ?? {}, session);
    case ActionType.Method:
      return callMethod(object, action, graph, session);
    case ActionType.SetProperty:
      return setMember(object, action.Name, await graph.plainArgument(action.ArgumentInfo), session);
    case ActionType.Update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {}))
        await setMember(object, name, value, session);
      return undefined;
    case ActionType.EnsureUnchanged:
      return null;
    default:
      throw apiNotFound(`action type ${action.ActionType}`);
  }
}

const identityOf = (object: HostObject, session: Session): Json =>
  object.type.identity?.(object.target, session) ?? {};

async function callMethod(
  object: HostObject | null,
  action: Action,
  graph: ObjectGraph,
  session: Session,
): Promise<Json> {
  if (object === null) {
    if (action.Name === '_KeepReference') return null;
    throw itemNotFound();
  }
  const result = await graph.call(object, action.Name, await graph.arguments(action.ArgumentInfo));
  if (result instanceof HostObject) return identityOf(result, session);
  return result ?? null;
}

async function setMember(
  object: HostObject | null,
  name: string,
  value: Json,
  session: Session,
): Promise<undefined> {
  if (object === null) throw itemNotFound();
  const property = object.type.properties?.[name];
  const member = `${object.type.name}.${name}`;
  if (property) {
    if (!property.set) throw apiNotFound(`${member} (read only)`);
    checkRequirement(member, session);
    await property.set(object.target, value, session);
    return undefined;
  }
  const nested = readMember(object, name, session);
  if (nested instanceof HostObject && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, one] of Object.entries(value)) await setMember(nested, pascal(key), one, session);
    return undefined;
  }
  throw apiNotFound(member);
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
