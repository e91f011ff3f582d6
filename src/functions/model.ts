import type { Bilingual, Catalogue } from '../catalogue';
import type { Locale } from '../formula';
import type { Call } from './arguments/call';
import type { FunctionFailure } from './failure';

/** The families of functions, in the order people read them. */
export const families = [
  'catalogue',
  'housing',
  'economy',
  'energy',
  'territory',
  'consolidation',
  'quality',
] as const;
export type FunctionFamily = (typeof families)[number];

export interface Parameter {
  /** French, ASCII, the same in every language: it is what messages and help call the argument. */
  readonly name: string;
  readonly description: Bilingual;
  /** `cell`: one value. `range`: a table of values, a single cell included. */
  readonly kind: 'cell' | 'range';
  readonly optional?: true;
}

/** What may be written between the brackets of an example, and what a cell may show. */
export type Scalar = number | string | boolean | null;

export interface Example {
  /** One for each parameter given, in order; a list of lists is a range. */
  readonly given: readonly (Scalar | readonly (readonly Scalar[])[])[];
  readonly expected: Scalar | readonly (readonly Scalar[])[];
  /** The arithmetic, or where the expected value comes from. */
  readonly reason: string;
}

/** One value of a result; a failure stands for an error in one cell of a spilled range. */
export type ResultCell = number | string | boolean | FunctionFailure;
export type Result = ResultCell | readonly (readonly ResultCell[])[];

/** What functions know beside their arguments. */
export interface FunctionContext {
  readonly catalogue: Catalogue;
  /** Language of texts, unless the call asks for another. */
  readonly locale: Locale;
}

/** A custom function, as data: everything Excel, the pane, the help and the tests need comes from here. */
export interface FunctionSpec {
  /** French ASCII name, the same in every language; never changed once published. */
  readonly id: string;
  readonly family: FunctionFamily;
  readonly description: Bilingual;
  readonly parameters: readonly Parameter[];
  /** `cell`: one value. `range`: may spill. */
  readonly result: 'cell' | 'range';
  /** What a card of the help adds: the rules, the unit, what is left out. */
  readonly help: Bilingual;
  /** Where the definition comes from: keys of the catalogue's references. */
  readonly references: readonly string[];
  readonly examples: readonly Example[];
  /** Pure; throws FunctionFailure. */
  readonly run: (call: Call, context: FunctionContext) => Result;
}
