import type { Remark } from '../contribution';
import type { ReferenceFigure } from './model';
import { remarkOnFile } from './remarks';

/** The references of a campaign, found by code, year and territory, exactly. */
export interface ReferenceLookup {
  readonly figures: readonly ReferenceFigure[];
  readonly remarks: readonly Remark[];
  valueOf(code: string, year: number, territory: string): number | undefined;
}

/** A blank territory becomes the campaign's; one that then meets a figure of another value is not taken, nor is that. */
export function referenceLookup(figures: readonly ReferenceFigure[], territory: string): ReferenceLookup {
  const placed = figures.map((one) => ({ ...one, territory: one.territory || territory }));
  const byKey = new Map<string, ReferenceFigure>();
  const contradicted = new Set<string>();
  const remarks: Remark[] = [];
  for (const one of placed) {
    const key = keyOf(one.code, one.year, one.territory);
    const other = byKey.get(key);
    if (other && other.value !== one.value && !contradicted.has(key)) {
      contradicted.add(key);
      const message = `ref.${one.code} (${one.year}, ${one.territory}) est donnée deux fois, ${other.value} et ${one.value} : aucune n'est prise, supprimez la fausse.`;
      remarks.push(remarkOnFile('blocking', 'contradictory_reference', message, ''));
    }
    if (!other) byKey.set(key, one);
  }
  const valid = (one: ReferenceFigure) => !contradicted.has(keyOf(one.code, one.year, one.territory));
  return {
    figures: [...byKey.values()].filter(valid),
    remarks,
    valueOf(code, year, at) {
      const key = keyOf(code, year, at);
      return contradicted.has(key) ? undefined : byKey.get(key)?.value;
    },
  };
}

const keyOf = (code: string, year: number, territory: string): string => `${code} ${year} ${territory}`;
