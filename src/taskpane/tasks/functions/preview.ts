import {
  ConsolidationNotLoaded,
  evaluate,
  FunctionFailure,
  loadConsolidation,
  loadTable,
  type FunctionSpec,
  type ResultCell,
} from '../../../functions';
import { formatNumber, type Locale } from '../../../formula';
import { TableNotLoaded } from '../../../territory';
import type { Engine } from '../../engine';
import type { Bilingual } from '../../i18n';
import type { ExcelPort } from '../../port';
import { argumentOf, readReference } from '../../workbook/reference';
import type { Argument } from './call-draft';

/** What a call would show: the first rows of its result, or why it has none. */
export type Preview =
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'result'; readonly rows: readonly (readonly string[])[]; readonly more: number }
  | { readonly kind: 'failure'; readonly reason: Bilingual }
  /** An argument that names nothing in the workbook. */
  | { readonly kind: 'unknown'; readonly text: string };

const MOST_ROWS = 6;
const MOST_COLUMNS = 4;

interface Scene {
  readonly port: ExcelPort;
  readonly engine: Engine;
  readonly locale: Locale;
  /** The sheet that references without a sheet are on. */
  readonly sheet: string;
}

/** Calls the function on what the workbook holds now; writes nothing. */
export async function previewOf(
  spec: FunctionSpec,
  drafts: readonly Argument[],
  scene: Scene,
): Promise<Preview> {
  const missing = spec.parameters.some((one, at) => !one.optional && drafts[at]?.kind === 'nothing');
  if (missing) return { kind: 'incomplete' };
  const given: unknown[] = [];
  for (const draft of drafts) {
    if (draft.kind !== 'reference') given.push(draft.kind === 'nothing' ? null : draft.value);
    else {
      const range = await readReference(draft.text, scene.sheet, scene.port).catch(() => undefined);
      if (!range) return { kind: 'unknown', text: draft.text };
      given.push(argumentOf(range));
    }
  }
  return call(spec, given, scene);
}

async function call(spec: FunctionSpec, given: readonly unknown[], scene: Scene): Promise<Preview> {
  const { engine, locale } = scene;
  try {
    return shown(evaluate(spec, given, { catalogue: engine.catalogue, locale }), locale);
  } catch (problem) {
    if (problem instanceof FunctionFailure) return { kind: 'failure', reason: problem.text };
    if (problem instanceof TableNotLoaded) await loadTable(problem.table);
    else if (problem instanceof ConsolidationNotLoaded) await loadConsolidation();
    else throw problem;
    return call(spec, given, scene);
  }
}

function shown(result: ReturnType<typeof evaluate>, locale: Locale): Preview {
  const rows: readonly (readonly ResultCell[])[] = Array.isArray(result) ? result : [[result as ResultCell]];
  return {
    kind: 'result',
    rows: rows
      .slice(0, MOST_ROWS)
      .map((row) => row.slice(0, MOST_COLUMNS).map((cell) => textOf(cell, locale))),
    more: Math.max(0, rows.length - MOST_ROWS),
  };
}

function textOf(cell: ResultCell, locale: Locale): string {
  if (typeof cell === 'number') return formatNumber(cell, { locale });
  if (typeof cell === 'boolean') return locale === 'fr' ? (cell ? 'VRAI' : 'FAUX') : cell ? 'TRUE' : 'FALSE';
  return cell instanceof FunctionFailure ? (cell.kind === 'na' ? '#N/A' : '#VALUE!') : cell;
}
