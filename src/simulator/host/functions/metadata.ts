/** `functions.json` as Microsoft defines it: what Excel knows of an add-in's functions. */
export interface FunctionParameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters?: readonly FunctionParameter[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: {
    readonly stream?: boolean;
    readonly volatile?: boolean;
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
}

export interface FunctionsFile {
  readonly functions: readonly FunctionMetadata[];
  /** Errors among the arguments are then handed to the function instead of being returned at once. */
  readonly allowErrorForDataTypeAny?: boolean;
}

/** Refuses by name what this host does not do, instead of doing it wrong. */
export function checkFunctions({ functions }: FunctionsFile): void {
  for (const { id, options, parameters = [] } of functions) {
    if (options?.stream) throw new Error(`${id}: streaming functions are not simulated.`);
    if (options?.volatile) throw new Error(`${id}: volatile functions are not simulated.`);
    const repeating = parameters.findIndex((one) => one.repeating);
    if (repeating >= 0 && repeating < parameters.length - 1)
      throw new Error(`${id}: only the last parameter may repeat.`);
  }
}

/** How many arguments Excel accepts. */
export function arity({ parameters = [] }: FunctionMetadata): { least: number; most: number } {
  const required = parameters.filter((one) => !one.optional && !one.repeating).length;
  const repeats = parameters.some((one) => one.repeating);
  return { least: required, most: repeats ? 255 : parameters.length };
}
