import { parseTerritory } from '../../territory';
import { MEASURES } from './measures';
import { measure as m } from './measures';
import type { RplsTally } from './tally';

/** The numbers of a file by commune of today. */
export interface Settled {
  readonly communes: ReadonlyMap<string, Float64Array>;
  readonly totals: Float64Array;
  /** Codes as written that were carried to today's commune, arrondissements included, with their lines. */
  readonly carried: readonly { readonly from: string; readonly to: string; readonly lines: number }[];
  /** Codes that no commune has, with their lines. */
  readonly unknown: readonly { readonly code: string; readonly lines: number; readonly firstLine: number }[];
}

/** Brings every commune code to today's; those that meet are added. Throws TableNotLoaded without the communes. */
export function settle(tally: RplsTally): Settled {
  const communes = new Map<string, Float64Array>();
  const totals = new Float64Array(MEASURES);
  const carried: { from: string; to: string; lines: number }[] = [];
  const unknown: { code: string; lines: number; firstLine: number }[] = [];
  for (const { code, sums, firstLine } of tally.communes) {
    const lines = sums[m.lines] ?? 0;
    if (lines === 0) continue;
    const today = parseTerritory(`COM:${code}`);
    if (!today) {
      unknown.push({ code, lines, firstLine });
      continue;
    }
    if (today.carriedFrom !== undefined || today.rolledUp)
      carried.push({ from: code, to: today.code, lines });
    let here = communes.get(today.code);
    if (!here) communes.set(today.code, (here = new Float64Array(MEASURES)));
    add(here, sums);
    add(totals, sums);
  }
  const sorted = [...communes].sort(([a], [b]) => (a < b ? -1 : 1));
  return { communes: new Map(sorted), totals, carried, unknown };
}

function add(target: Float64Array, sums: Float64Array): void {
  for (let at = 0; at < MEASURES; at += 1) target[at] = (target[at] ?? 0) + (sums[at] ?? 0);
}
