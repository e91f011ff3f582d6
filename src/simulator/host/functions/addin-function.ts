import { BaseFunction, type BaseValueObject, type FunctionVariantType } from '@univerjs/engine-formula';
import { fullAddress } from '../model/address';
import type { Json } from '../richapi/protocol';
import {
  coerce,
  errorForRuntime,
  ErrorArgument,
  firstError,
  readArgument,
  type BlankArgument,
} from './arguments';
import type { CallerCell, Invocations } from './invocations';
import { miscount, type FunctionMetadata, type FunctionParameter } from './metadata';
import { arrayOf, errorValue, messageIn, toValueObject, WAITING, type CallResult } from './results';

export interface FunctionContext {
  readonly invocations: Invocations;
  readonly blank: BlankArgument;
  readonly allowErrors: boolean;
  sheetName(sheetId: string): string | undefined;
  /** The message of the error that a cell shows; undefined takes it away. */
  report(caller: CallerCell, message: string | undefined): void;
  /** The cell has taken its result into account. */
  taken(caller: CallerCell): void;
}

type Cell = Json | ErrorArgument;
interface Given {
  readonly parameter: FunctionParameter;
  readonly rows: readonly (readonly Cell[])[];
  readonly address: string | null;
}

const ALLOW_ERRORS = 4;
const CANCELABLE = 1;

/**
 * A function of the add-in inside Univer's engine. It derives from the engine's own base class because
 * Univer's registerFunction turns text into numbers, blanks into 0, and calls one after the other.
 * Nothing may be thrown out of `calculate`: the engine would stop for good.
 */
export class AddinFunction extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly metadata: FunctionMetadata,
    private readonly context: FunctionContext,
  ) {
    super(name);
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    try {
      return this.run(variants as unknown as FunctionVariantType[]);
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      this.context.report(this.caller, message);
      return errorValue('#VALUE!');
    }
  }

  private get caller(): CallerCell {
    return { sheetId: this.subUnitId ?? '', row: this.row, column: this.column };
  }

  private run(variants: readonly FunctionVariantType[]): BaseValueObject {
    const { parameters = [] } = this.metadata;
    // Not left to the engine (`minParams`), which would show #N/A without a word where Excel refuses the entry.
    const miscounted = miscount(this.metadata, variants.length);
    if (miscounted !== undefined) {
      this.context.report(this.caller, miscounted);
      return errorValue('#N/A');
    }
    const given = variants.map((variant, index): Given => {
      const parameter = parameters[Math.min(index, parameters.length - 1)] ?? { name: '' };
      const sheetName = (id: string) => this.context.sheetName(id);
      return { parameter, ...readArgument(variant, this.context.blank, sheetName) };
    });
    this.context.report(this.caller, undefined);
    if (!this.context.allowErrors) {
      const error = given.map((one) => firstError(one.rows)).find((one) => one !== undefined);
      if (error) return errorValue(error.error);
    }
    const lifted = given.filter((one) => isScalar(one.parameter) && !isSingle(one.rows));
    if (lifted.length === 0) return this.single(given, 0, 0);
    return this.mapped(given, lifted);
  }

  /** A scalar parameter given a range is called once for each of its cells, as Excel does. */
  private mapped(given: readonly Given[], lifted: readonly Given[]): BaseValueObject {
    const rowCount = Math.max(...lifted.map((one) => one.rows.length));
    const columnCount = Math.max(...lifted.map((one) => one.rows[0]?.length ?? 0));
    const values = Array.from({ length: rowCount }, (_r, row) =>
      Array.from({ length: columnCount }, (_c, column) => this.single(given, row, column)),
    );
    const isWaiting = values.some((row) =>
      row.some((one) => one.isError() && String(one.getValue()) === WAITING),
    );
    return isWaiting ? errorValue(WAITING) : arrayOf(values);
  }

  private single(given: readonly Given[], row: number, column: number): BaseValueObject {
    const args: Json[] = [];
    for (const { parameter, rows } of given) {
      if (!isScalar(parameter)) {
        args.push(rows.map((cells) => cells.map(errorForRuntime)));
        continue;
      }
      const cell = elementAt(rows, row, column);
      if (cell === undefined) return errorValue('#N/A');
      const value = cell instanceof ErrorArgument ? errorForRuntime(cell) : coerce(cell, parameter);
      if (value === undefined) return errorValue('#VALUE!');
      args.push(value);
    }
    const result = this.context.invocations.request(this.call(args, given), this.caller);
    if (!result) return errorValue(WAITING);
    this.context.taken(this.caller);
    return this.show(result);
  }

  private call(args: readonly Json[], given: readonly Given[]) {
    const { options } = this.metadata;
    const sheet = this.context.sheetName(this.subUnitId ?? '') ?? '';
    const { row, column } = this;
    const here = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    return {
      functionId: this.metadata.id,
      args: padded(args, this.metadata.parameters ?? []),
      address: options?.requiresAddress ? fullAddress(sheet, here) : null,
      parameterAddresses: options?.requiresParameterAddresses ? given.map((one) => one.address) : null,
      flags: (this.context.allowErrors ? ALLOW_ERRORS : 0) | (options?.cancelable ? CANCELABLE : 0),
    };
  }

  private show(result: CallResult): BaseValueObject {
    if (result.kind === 'error') {
      if (result.message !== '') this.context.report(this.caller, result.message);
      return errorValue(result.error);
    }
    const message = messageIn(result.value);
    if (message) this.context.report(this.caller, message);
    return toValueObject(result.value);
  }
}

const isScalar = ({ dimensionality }: FunctionParameter): boolean => dimensionality !== 'matrix';

const isSingle = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.length <= 1 && (rows[0]?.length ?? 0) <= 1;

/** The element met by one call; a single row or column is repeated. Undefined beyond a range: #N/A. */
function elementAt(rows: readonly (readonly Cell[])[], row: number, column: number): Cell | undefined {
  const cells = rows.length === 1 ? rows[0] : rows[row];
  return cells?.length === 1 ? cells[0] : cells?.[column];
}

/** Missing optional arguments are null; those of a repeating parameter come as one array. */
function padded(args: readonly Json[], parameters: readonly FunctionParameter[]): Json[] {
  const repeating = parameters.at(-1)?.repeating === true;
  const plain = repeating ? parameters.length - 1 : parameters.length;
  const values = Array.from({ length: plain }, (_, index) => args[index] ?? null);
  if (!repeating) return values;
  const rest = args.slice(plain);
  return [...values, rest.length > 0 ? rest : null];
}
