import type { Session } from '../session';
import type { Json } from './protocol';

/*
 * Host objects are declared as tables: a member is a line of data, and a name absent from its table
 * is refused by the executor. Members are written as methods so that tables of different targets
 * can be handled together.
 */

type Result = HostObject | Json | undefined | void;

export interface Property<T> {
  get?(target: T, session: Session): Json | Promise<Json>;
  set?(target: T, value: Json, session: Session): void | Promise<void>;
  /** Reads what formulas produce: the executor waits for recalculation first. */
  readonly calculated?: boolean;
  /** Not part of a load without a selection. */
  readonly onDemand?: boolean;
}

/** An argument as a member receives it: plain JSON, or the host object it refers to. */
export type Argument = Json | HostObject | undefined;

export interface Method<T> {
  run(target: T, args: readonly Argument[], session: Session): Result | Promise<Result>;
  readonly calculated?: boolean;
}

export interface ObjectType<T> {
  readonly name: string;
  /** What office.js needs to find the object again: `Id`, `_Id` or `_ReferenceId`. */
  identity?(target: T, session: Session): { readonly [key: string]: Json };
  readonly properties?: Readonly<Record<string, Property<T>>>;
  readonly links?: Readonly<Record<string, Link<T>>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** The Indexer of a collection. */
  item?(target: T, key: Json, session: Session): HostObject;
  items?(target: T, session: Session): readonly HostObject[];
}

export interface Link<T> {
  to(target: T, session: Session): HostObject | null;
}

/** One object of the workbook as a batch sees it. */
export class HostObject {
  readonly type: ObjectType<unknown>;
  readonly target: unknown;

  constructor(type: ObjectType<unknown>, target: unknown) {
    this.type = type;
    this.target = target;
  }
}

/** Ties a target to its table; the one place where the two types are checked together. */
export function hostObject<T>(type: ObjectType<T>, target: T): HostObject {
  return new HostObject(type as ObjectType<unknown>, target);
}
