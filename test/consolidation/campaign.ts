import type { Answer, Contribution, ContributionStatus, Family } from '../../src/contribution';
import { type ConsolidationInput, consolidate, type IndicatorCell } from '../../src/consolidation';
import { smallCatalogue } from './indicators';

const catalogue = smallCatalogue();

/** `null` is a blank cell, `refused` one with a blocking remark. */
export type Given = number | 'ND' | 'SO' | 'refused' | null;

interface Sent {
  siren: string;
  name?: string;
  year?: number;
  family?: Family;
  group?: string;
  status?: ContributionStatus;
  sentAt?: string;
  modified?: string;
  file?: string;
  /** At the campaign's territory (blank in the workbook). */
  data?: Record<string, Given>;
  at?: Record<string, Record<string, Given>>;
  /** Facts of another year, at the campaign's territory. */
  inYear?: Record<number, Record<string, Given>>;
  /** Identifiers by list, by territory. */
  lists?: Record<string, Record<string, string[]>>;
  /** Territory, then rent, market rent, let area; null is a missing number. */
  rents?: [string, number | null, number | null, number | null][];
  /** Territory, then area, energy before and after, GHG before and after. */
  works?: [string, number | null, number | null, number | null, number | null, number | null][];
}

export const A = '111111118';
export const B = '222222226';
export const C = '333333334';
export const D = '444444442';

function answerOf(given: Given): Answer {
  if (given === null) return { kind: 'blank' };
  if (given === 'ND') return { kind: 'unavailable' };
  if (given === 'SO') return { kind: 'not_applicable' };
  return given === 'refused' ? { kind: 'refused' } : { kind: 'number', value: given };
}

const orNone = (value: number | null) => value ?? undefined;

/** A contribution as it would be read from a workbook. */
export function contribution(sent: Sent): Contribution {
  const year = sent.year ?? 2019;
  const file = sent.file ?? `${sent.siren}.xlsx`;
  let row = 1;
  const source = (sheet: string) => ({ file, sheet, cell: `D${++row}` });
  const facts = (values: Record<string, Given>, of: number, territory: string) =>
    Object.entries(values).map(([code, given]) => ({
      code,
      year: of,
      territory,
      written: territory,
      answer: answerOf(given),
      source: source('Données'),
    }));
  return {
    file,
    identity: {
      siren: sent.siren,
      name: sent.name ?? `Bailleur ${sent.siren}`,
      year,
      ...(sent.family ? { family: sent.family } : {}),
      ...(sent.group ? { group: sent.group } : {}),
      ...(sent.status ? { status: sent.status } : {}),
      ...(sent.sentAt ? { sentAt: new Date(sent.sentAt) } : {}),
    },
    ...(sent.modified ? { modified: new Date(sent.modified) } : {}),
    facts: [
      ...facts(sent.data ?? {}, year, ''),
      ...Object.entries(sent.at ?? {}).flatMap(([territory, values]) => facts(values, year, territory)),
      ...Object.entries(sent.inYear ?? {}).flatMap(([of, values]) => facts(values, Number(of), '')),
    ],
    members: Object.entries(sent.lists ?? {}).flatMap(([list, byTerritory]) =>
      Object.entries(byTerritory).flatMap(([territory, identifiers]) =>
        identifiers.map((identifier) => ({ list, year, territory, identifier, source: source('Listes') })),
      ),
    ),
    rows: [
      ...(sent.rents ?? []).map(([territory, hlm, market, area]) => ({
        table: 'loyers' as const,
        year,
        territory,
        label: 'T3',
        values: { loyer_hlm: orNone(hlm), loyer_marche: orNone(market), surface_louee: orNone(area) },
        source: source('Loyers'),
      })),
      ...(sent.works ?? []).map(([territory, area, before, after, ghgBefore, ghgAfter]) => ({
        table: 'travaux' as const,
        year,
        territory,
        label: 'Résidence',
        values: {
          surface: orNone(area),
          conso_avant: orNone(before),
          conso_apres: orNone(after),
          ges_avant: orNone(ghgBefore),
          ges_apres: orNone(ghgAfter),
        },
        source: source('Travaux'),
      })),
    ],
    remarks: [],
    status: 'accepted',
  };
}

/** A perimeter from `{ siren: { territory: dwellings } }`. */
export function perimeter(lines: Record<string, Record<string, number>>) {
  return Object.entries(lines).flatMap(([siren, places]) =>
    Object.entries(places).map(([territory, dwellings]) => ({ siren, name: '', territory, dwellings })),
  );
}

/** Consolidates at REG:28, 2019 unless told, with the small catalogue. */
export function campaign(input: Partial<ConsolidationInput>) {
  const territory = input.perimeter ? {} : { territory: 'REG:28' };
  const result = consolidate({ catalogue, contributions: [], year: 2019, ...territory, ...input });
  const cell = (code: string, at = result.territory): IndicatorCell => {
    const found = result.cells.find((one) => one.code === code && one.territory === at);
    if (!found) throw new Error(`no cell ${code} at ${at}`);
    return found;
  };
  return { result, cell };
}
