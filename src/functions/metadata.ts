import type { Locale } from '../formula';
import { functionTable } from './table';

/** `functions.json`, as Excel defines it (Manually create JSON metadata for custom functions). */
export interface FunctionsJson {
  /** Errors among the arguments reach the functions, which name the cell, instead of being returned at once. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl?: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: 'any';
      readonly dimensionality: 'scalar' | 'matrix';
      readonly optional?: true;
    }[];
    readonly result: { readonly type: 'any'; readonly dimensionality: 'scalar' | 'matrix' };
  }[];
}

/**
 * What Excel must know of the functions, in a language: ids and names are the same in both, because localised names
 * break insertion by API (office-js #891, #2464).
 * @param helpUrl the page of a function, if there is one
 */
export function metadata(locale: Locale, helpUrl?: (id: string) => string): FunctionsJson {
  return {
    allowErrorForDataTypeAny: true,
    functions: functionTable.map(({ id, description, parameters, result }) => ({
      id,
      name: id,
      description: description[locale],
      ...(helpUrl && { helpUrl: helpUrl(id) }),
      parameters: parameters.map((one) => ({
        name: one.name,
        description: one.description[locale],
        type: 'any',
        dimensionality: one.kind === 'range' ? 'matrix' : 'scalar',
        ...(one.optional && { optional: true }),
      })),
      result: { type: 'any', dimensionality: result === 'range' ? 'matrix' : 'scalar' },
    })),
  };
}
