import type { Catalogue } from '../catalogue';
import type { Remark } from '../contribution';
import { isUninhabited, levelOf, type Zonings } from '../territory';
import type { ReferenceFigure } from './model';
import { remarkOnFile } from './remarks';

/** The references of a campaign, found by code, year and territory, exactly; for a zone, see `sumOverZone`. */
export interface ReferenceLookup {
  readonly figures: readonly ReferenceFigure[];
  readonly remarks: readonly Remark[];
  valueOf(code: string, year: number, territory: string): number | undefined;
}

/** A blank territory becomes the campaign's; one that then meets a figure of another value is not taken, nor is that. */
export function referenceLookup(
  figures: readonly ReferenceFigure[],
  territory: string,
  zoned?: { readonly zonings: Zonings; readonly catalogue: Catalogue },
): ReferenceLookup {
  const placed = figures.map((one) => ({ ...one, territory: one.territory || territory }));
  const byKey = new Map<string, ReferenceFigure>();
  const contradicted = new Set<string>();
  const remarks: Remark[] = [];
  for (const one of placed) {
    const key = keyOf(one.code, one.year, one.territory);
    const other = byKey.get(key);
    if (other && other.value !== one.value && !contradicted.has(key)) {
      contradicted.add(key);
      const message = `ref.${one.code} (${one.year}, ${one.territory}) est donnée deux fois, ${other.value} et ${one.value} : aucune n’est prise, supprimez la fausse.`;
      remarks.push(remarkOnFile('blocking', 'contradictory_reference', message, ''));
    }
    if (!other) byKey.set(key, one);
  }
  const valid = (one: ReferenceFigure) => !contradicted.has(keyOf(one.code, one.year, one.territory));
  const exactly = (code: string, year: number, at: string) => {
    const key = keyOf(code, year, at);
    return contradicted.has(key) ? undefined : byKey.get(key)?.value;
  };
  /** What may be added (dwellings, households) adds up over the zone's communes of the campaign, if all are given. */
  const sumOverZone = (code: string, year: number, zone: string) => {
    if (!zoned || !isCount(zoned.catalogue.dataPoints.get(code)?.unit)) return undefined;
    const communes = zoned.zonings.communesOf(zone, territory).filter((one) => !isUninhabited(one));
    let sum = 0;
    for (const commune of communes) sum += exactly(code, year, commune) ?? Number.NaN;
    return communes.length > 0 && !Number.isNaN(sum) ? sum : undefined;
  };
  return {
    figures: [...byKey.values()].filter(valid),
    remarks,
    valueOf(code, year, at) {
      const given = exactly(code, year, at);
      return given === undefined && levelOf(at) === 'ZONE' ? sumOverZone(code, year, at) : given;
    },
  };
}

const keyOf = (code: string, year: number, territory: string): string => `${code} ${year} ${territory}`;

/** Whether a unit counts things: a share, a rent or a price is never added up over communes. */
const isCount = (unit: string | undefined): boolean =>
  unit !== undefined && unit !== '%' && !unit.includes('/') && !unit.includes('²');
