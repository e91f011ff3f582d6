import { territoryName, type Zoning } from '../../territory';
import { measure as m } from './measures';
import type { RplsFact, RplsImport } from './model';
import type { Settled } from './settle';

/** A data point that an RPLS answers once the zones of its communes are known. */
interface ZonedPoint {
  readonly code: string;
  /** Points that the file must answer for this one to be answered. */
  readonly like: readonly string[];
  /** The dwellings counted where the commune is in a zone. */
  readonly value: (sums: Float64Array) => number;
  readonly tables: readonly string[];
  /** The zones that count; without them any zone of the tables does. */
  readonly zones?: ReadonlySet<string>;
  /** Every commune has a zone in the tables: one without is not known. Else the tables name their members only. */
  readonly everyCommune: boolean;
  /** What is lacking without the tables. */
  readonly lacking: string;
}

/** By the definitions of the catalogue (`find.rpls`); the zones are those of the commune, not of its centre. */
const zonedPoints: readonly ZonedPoint[] = [
  {
    code: 'log_acv_pvd',
    like: ['nb_lls'],
    value: (sums) => sums[m.present] ?? 0,
    tables: ['acv', 'pvd'],
    everyCommune: false,
    lacking:
      'la liste Action cœur de ville et Petites villes de demain n’est pas dans le RPLS : donnez celle de l’ANCT avec --zonings',
  },
  {
    code: 'mes_b2c',
    like: ['mes_neuf', 'mes_acq'],
    // Those of `mes_neuf` and `mes_acq`, so that the share in zones B2 and C is a share of them.
    value: (sums) => (sums[m.newBuilt] ?? 0) + (sums[m.newAcquired] ?? 0),
    tables: ['abc'],
    zones: new Set(['B2', 'C']),
    everyCommune: true,
    lacking: 'le zonage ABC n’est pas dans le RPLS : donnez le fichier officiel avec --zonings',
  },
];

export interface ZonedAnswers {
  readonly facts: readonly RplsFact[];
  readonly totals: Readonly<Record<string, number>>;
  readonly unanswered: RplsImport['unanswered'];
}

/**
 * The data points that need the zones of communes, where the tables that tell them are given; else why not. A commune
 * whose zone is not known while it has dwellings to count leaves the point without answer: its sum would be short.
 */
export function zonedAnswers(
  { communes }: Settled,
  answered: ReadonlySet<string>,
  year: number,
  zonings: readonly Zoning[],
  wanted: (code: string) => boolean,
): ZonedAnswers {
  const facts: RplsFact[] = [];
  const totals: Record<string, number> = {};
  const unanswered: RplsImport['unanswered'][number][] = [];
  for (const point of zonedPoints.filter(({ code }) => wanted(code))) {
    const { code } = point;
    const tables = point.tables.flatMap((name) => zonings.find((one) => one.name === name) ?? []);
    const missing = point.like.filter((one) => !answered.has(one));
    if (tables.length < point.tables.length) {
      unanswered.push({ code, why: 'unsupported', reason: point.lacking });
      continue;
    }
    if (missing.length > 0) {
      const reason = `il faut ${missing.join(' et ')}, que ce fichier ne donne pas`;
      unanswered.push({ code, why: 'unsupported', reason });
      continue;
    }
    const found = [...communes].map(([territory, sums]) => {
      const zones = tables.flatMap(({ zoneOf }) => zoneOf.get(territory) ?? []);
      const isIn = zones.some((zone) => point.zones?.has(zone) ?? true);
      const value = isIn ? point.value(sums) : 0;
      const unknown = point.everyCommune && zones.length === 0 && point.value(sums) > 0;
      return { territory, value, unknown };
    });
    const unknown = found.filter((one) => one.unknown);
    if (unknown.length > 0) {
      unanswered.push({ code, why: 'unsupported', reason: unknownZones(unknown) });
      continue;
    }
    for (const { territory, value } of found) facts.push({ code, territory, year, value });
    totals[code] = found.reduce((sum, { value }) => sum + value, 0);
  }
  return { facts, totals, unanswered };
}

function unknownZones(communes: readonly { readonly territory: string }[]): string {
  const names = communes
    .slice(0, 5)
    .map(({ territory }) => `${territoryName(territory)} (${territory.slice(4)})`);
  const more = communes.length > 5 ? ` et ${communes.length - 5} autres communes` : '';
  return `le fichier de zonage ne dit pas la zone de ${names.join(', ')}${more}`;
}
