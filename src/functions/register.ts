import { CatalogueTextsNotLoaded } from '../catalogue';
import type { Locale } from '../formula';
import { type GeographicTable, TableNotLoaded } from '../territory';
import { CatalogueNotLoaded, catalogueNow, loadCatalogue, loadCatalogueTexts } from './catalogue-source';
import { ConsolidationNotLoaded, loadConsolidation } from './consolidation/engine-source';
import { evaluate } from './evaluate';
import { type FailureKind, FunctionFailure } from './failure';
import type { FunctionContext, FunctionSpec, Result } from './model';
import { functionTable } from './table';
import { loadTable } from './tables';

/** Gives a function to the host under its id (`CustomFunctions.associate`). */
export type Associate = (id: string, run: (...given: unknown[]) => unknown) => void;
/** Makes the host's own error (`CustomFunctions.Error`), the only one whose message a person sees. */
export type MakeError = (kind: FailureKind, message: string) => unknown;

export interface RegisterOptions {
  /** The language of messages and texts, asked at every call. French when it is left out. */
  readonly locale?: () => Locale;
  /** Fetches a geographic table; the add-in's own by default. */
  readonly load?: (table: GeographicTable) => Promise<void>;
}

/**
 * Associates every function of the table. Calls are synchronous, but for those that wait for the catalogue, for a
 * geographic table or for the consolidation.
 */
export function register(associate: Associate, makeError: MakeError, options: RegisterOptions = {}): void {
  const { locale = () => 'fr', load = loadTable } = options;
  for (const spec of functionTable) associate(spec.id, adapter(spec, makeError, locale, load));
}

/** The one adapter: arguments in, the host's values and errors out. */
function adapter(spec: FunctionSpec, makeError: MakeError, locale: () => Locale, load: typeof loadTable) {
  return (...given: unknown[]): unknown => {
    const context = contextOf(locale());
    const errorOf = (problem: unknown) => hostError(problem, spec, context.locale, makeError);
    const run = (): unknown => shown(evaluate(spec, given, context), errorOf);
    return settled(run, load, errorOf);
  };
}

/** The catalogue is asked for when a function reads it, so that the others never wait for it. */
function contextOf(locale: Locale): FunctionContext {
  return {
    locale,
    get catalogue() {
      return catalogueNow();
    },
  };
}

/** The result; a promise of it if a part of the add-in must be fetched first. Every path ends, in a value or an error. */
function settled(
  run: () => unknown,
  load: typeof loadTable,
  errorOf: (problem: unknown) => unknown,
): unknown {
  try {
    return run();
  } catch (problem) {
    const missing = missingPart(problem);
    if (!missing) throw errorOf(problem);
    return afterLoading(missing, run, load).catch((reason: unknown) => {
      throw errorOf(reason);
    });
  }
}

/** What a call may have to wait for. */
type Part = GeographicTable | 'catalogue' | 'texts' | 'consolidation';

function missingPart(problem: unknown): Part | undefined {
  if (problem instanceof TableNotLoaded) return problem.table;
  if (problem instanceof CatalogueTextsNotLoaded) return 'texts';
  if (problem instanceof ConsolidationNotLoaded) return 'consolidation';
  return problem instanceof CatalogueNotLoaded ? 'catalogue' : undefined;
}

function fetchPart(part: Part, load: typeof loadTable): Promise<void> {
  switch (part) {
    case 'catalogue':
      return loadCatalogue();
    case 'texts':
      return loadCatalogueTexts();
    case 'consolidation':
      return loadConsolidation();
    default:
      return load(part);
  }
}

async function afterLoading(
  part: Part,
  run: () => unknown,
  load: typeof loadTable,
  before: readonly Part[] = [],
): Promise<unknown> {
  await fetchPart(part, load).catch(() => {
    throw notLoaded(part);
  });
  try {
    return run();
  } catch (problem) {
    const missing = missingPart(problem);
    if (!missing) throw problem;
    const asked = [...before, part];
    if (asked.includes(missing)) throw notLoaded(missing);
    return afterLoading(missing, run, load, asked);
  }
}

/** What people are told is missing, with its French agreement. */
const partNames: Readonly<Record<Part, { readonly fr: string; readonly en: string }>> = {
  catalogue: { fr: 'Le catalogue n’a pas pu être chargé', en: 'The catalogue' },
  texts: { fr: 'Le catalogue n’a pas pu être chargé', en: 'The catalogue' },
  consolidation: { fr: 'Le calcul régional n’a pas pu être chargé', en: 'The regional calculation' },
  territories: { fr: 'La table des communes n’a pas pu être chargée', en: 'The table of municipalities' },
  postalCodes: { fr: 'La table des communes n’a pas pu être chargée', en: 'The table of municipalities' },
};

function notLoaded(part: Part): FunctionFailure {
  const { fr, en } = partNames[part];
  return new FunctionFailure('na', {
    fr: `${fr} : vérifiez la connexion, puis recalculez (Ctrl+Alt+F9).`,
    en: `${en} could not be loaded: check the connection, then recalculate (Ctrl+Alt+F9).`,
  });
}

/** A spilled range may hold failures, each in its cell; everything else goes out as it is. */
function shown(result: Result, errorOf: (problem: unknown) => unknown): unknown {
  if (!Array.isArray(result)) return result;
  const rows = result as readonly (readonly unknown[])[];
  const failed = rows.some((row) => row.some((cell) => cell instanceof FunctionFailure));
  if (!failed) return rows;
  return rows.map((row) => row.map((cell) => (cell instanceof FunctionFailure ? errorOf(cell) : cell)));
}

function hostError(problem: unknown, { id }: FunctionSpec, locale: Locale, makeError: MakeError): unknown {
  if (problem instanceof FunctionFailure) return makeError(problem.kind, problem.text[locale]);
  const detail = problem instanceof Error ? problem.message : String(problem);
  return makeError(
    'value',
    locale === 'fr'
      ? `Erreur inattendue dans ${id}, à signaler : ${detail}`
      : `Unexpected error in ${id}, please report it: ${detail}`,
  );
}
