import type { Method } from '../richapi/objects';
import type { Session } from '../session';

/**
 * The hidden methods by which office.js says that it listens: `_RegisterDataChangedEvent` and the like.
 * Keys are the event's name on the wire, values its number.
 */
export function eventMethods<T>(
  events: Readonly<Record<string, number>>,
  target: (object: T, session: Session) => string,
): Readonly<Record<string, Method<T>>> {
  const methods: Record<string, Method<T>> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}`] = {
      run: (object, _args, session) => session.events.subscribe(type, target(object, session)),
    };
    methods[`_Unregister${name}`] = {
      run: (object, _args, session) => session.events.unsubscribe(type, target(object, session)),
    };
  }
  return methods;
}

/** The target of the events of a whole collection. */
export const WORKBOOK_TARGET = 'Workbook';
