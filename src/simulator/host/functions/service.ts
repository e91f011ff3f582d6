import type { IDisposable } from '@univerjs/core';
import { FunctionType, IFunctionService, type IFunctionInfo } from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import { cellReader } from '../core/cells';
import type { Grid } from '../core/grid';
import type { Recalculation } from '../core/recalculation';
import { isErrorValue } from '../model/number-format';
import { hostObject, type HostObject } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import { AddinFunction, type FunctionContext } from './addin-function';
import type { BlankArgument } from './arguments';
import { cellKey, Invocations, type CallerCell } from './invocations';
import { checkFunctions, type FunctionMetadata, type FunctionsFile } from './metadata';
import { excelCorrections } from './corrections';
import { cellsToCalculate } from './to-calculate';

export interface RegisterOptions {
  /** The add-in's namespace: `IMPACT` gives `IMPACT.EMPLOIS`. */
  readonly namespace: string;
  /** How a blank cell reaches the functions; `null` unless said. */
  readonly blank?: BlankArgument;
}

/** The custom functions of the add-in, in the grid. */
export interface CustomFunctionHost {
  readonly object: HostObject;
  /** Registers the functions of a `functions.json`; cells that use them are calculated again. */
  register(file: FunctionsFile, options: RegisterOptions): void;
  /** The add-in's own message for the error that a cell shows. */
  messageAt(sheetId: string, row: number, column: number): string | undefined;
  /** True once the runtime of the add-in answers calls. */
  readonly isReady: boolean;
  /** Resolves when the runtime is ready. */
  ready(): Promise<void>;
  /** Calls every function again, as a full recalculation does. */
  refresh(): void;
  /** Resolves when no result is awaited and all are in the cells. */
  settled(): Promise<void>;
  /** The add-in is being replaced: its runtime answers no more. */
  disconnect(): void;
  dispose(): void;
}

type Post = (messages: readonly { readonly type: number; readonly body: Json }[]) => void;

export function createCustomFunctions(
  grid: Grid,
  recalculation: Recalculation,
  post: Post,
): CustomFunctionHost {
  const engine = grid.injector.get(IFunctionService);
  const messages = new Map<string, string>();
  const stale = new Map<string, CallerCell>();
  let registered: readonly string[] = [];
  let descriptions: IDisposable | undefined;
  let whenReady: (() => void)[] = [];
  let isReady = false;
  let flushing: Promise<void> = Promise.resolve();

  const invocations = new Invocations(post, (cells) => {
    for (const cell of cells) stale.set(cellKey(cell), cell);
    flushing = flushing.then(flush);
  });

  /** Calculates again the cells whose result has come, until each has taken it. */
  async function flush(): Promise<void> {
    for (let attempt = 0; stale.size > 0 && attempt < 20; attempt++) {
      await recalculation.idle();
      if (stale.size === 0) return;
      const started = Date.now();
      await recalculation.calculate([...stale.values()]);
      // Results trickle in: the next ones are gathered for as long as the last calculation took.
      await new Promise((resolve) => setTimeout(resolve, Math.min(1000, Date.now() - started)));
    }
    stale.clear();
  }

  const context: Omit<FunctionContext, 'blank' | 'allowErrors'> = {
    invocations,
    sheetName: (sheetId) => grid.workbook.getSheetBySheetId(sheetId)?.getName(),
    report(caller, message) {
      if (message === undefined) messages.delete(cellKey(caller));
      else messages.set(cellKey(caller), message);
    },
    taken: (caller) => void stale.delete(cellKey(caller)),
  };

  function ready(): void {
    isReady = true;
    invocations.start();
    for (const resolve of whenReady) resolve();
    whenReady = [];
  }

  const corrections = excelCorrections();
  engine.registerExecutors(...corrections);

  return {
    object: hostObject(
      {
        name: 'CustomFunctions',
        methods: {
          _SetOsfControlContainerReadyForCustomFunctions: { run: ready },
          _GetEnabledFeatures: { run: () => [] },
          SetInvocationArrayResults: {
            run: (_target, [results]) => invocations.receive(results as Json[][]),
          },
          SetInvocationResults: {
            run: (_target, [results]) =>
              invocations.receive((results as unknown as ResultObject[]).map(asEntry)),
          },
        },
      },
      null,
    ),
    register(file, { namespace, blank = null }) {
      checkFunctions(file);
      engine.unregisterExecutors(...registered);
      const qualified = ({ name }: FunctionMetadata) => `${namespace}.${name}`.toUpperCase();
      const full = { ...context, blank, allowErrors: file.allowErrorForDataTypeAny === true };
      engine.registerExecutors(...file.functions.map((one) => new AddinFunction(qualified(one), one, full)));
      registered = file.functions.map(qualified);
      descriptions?.dispose();
      descriptions = grid.injector
        .get(IDescriptionService)
        .registerDescriptions(file.functions.map((one) => describe(qualified(one), one)));
      engine.deleteFormulaAstCacheKey(...registered);
      const cells = cellsToCalculate(grid.workbook, registered);
      if (cells.length === 0) return;
      flushing = flushing.then(async () => {
        await recalculation.idle();
        await recalculation.calculate(cells);
      });
    },
    messageAt(sheetId, row, column) {
      const message = messages.get(cellKey({ sheetId, row, column }));
      return message !== undefined && isErrorValue(cellReader(grid, sheetId).value(row, column))
        ? message
        : undefined;
    },
    get isReady() {
      return isReady;
    },
    ready: () => (isReady ? Promise.resolve() : new Promise((resolve) => whenReady.push(resolve))),
    refresh() {
      invocations.forget();
      recalculation.calculateAll();
    },
    async settled() {
      do {
        await recalculation.settled();
        await flushing;
        if (isReady && invocations.isWaiting) await new Promise((resolve) => setTimeout(resolve, 20));
      } while ((isReady && invocations.isWaiting) || stale.size > 0 || recalculation.pending);
    },
    disconnect() {
      isReady = false;
      invocations.stop();
    },
    dispose() {
      invocations.dispose();
      descriptions?.dispose();
      engine.unregisterExecutors(...registered);
    },
  };
}

interface ResultObject {
  readonly id: number;
  readonly value: Json;
  readonly failed?: boolean;
  readonly errorCode?: number;
}

const asEntry = ({ id, value, failed, errorCode }: ResultObject): Json[] =>
  failed ? [id, false, value, errorCode ?? null] : [id, true, value];

/** What the function list and the entry help of the grid show. */
const describe = (name: string, { description = '', parameters = [] }: FunctionMetadata): IFunctionInfo => ({
  functionName: name,
  functionType: FunctionType.User,
  description,
  abstract: description,
  functionParameter: parameters.map((one) => ({
    name: one.name,
    detail: one.description ?? '',
    example: '',
    require: one.optional ? 0 : 1,
    repeat: one.repeating ? 1 : 0,
  })),
});
