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

/** Why Excel would refuse this number of arguments, in French, and what is missing; undefined when it would not. */
export function miscount({ parameters = [] }: FunctionMetadata, given: number): string | undefined {
  const missing = parameters.slice(given).filter((one) => !one.optional && !one.repeating);
  if (missing.length > 0) {
    const names = missing.map((one) => `« ${one.name} »`).join(', ');
    return `Excel refuserait cette formule : il y manque ${names}. Ajoutez-${missing.length > 1 ? 'les' : 'le'} ; un point-virgule sépare deux arguments.`;
  }
  if (given <= parameters.length || parameters.some((one) => one.repeating)) return undefined;
  return `Excel refuserait cette formule : elle a ${given} arguments, la fonction en prend ${parameters.length} au plus.`;
}
