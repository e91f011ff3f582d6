import { type Catalogue, catalogue } from '../src/catalogue';
import { consolidate, type ConsolidationInput, publish } from '../src/consolidation';
import type { Answer, Contribution, Fact, TableRow } from '../src/contribution';
import { Random } from './support/random';

const DEPARTEMENTS = ['DEP:14', 'DEP:27', 'DEP:50', 'DEP:61', 'DEP:76'];
const COMMUNES = ['COM:14118', 'COM:27229', 'COM:50129', 'COM:61001', 'COM:76540'];
const FAMILIES = ['OPH', 'ESH', 'COOP', 'SEM'] as const;
const LANDLORDS = 52;
const UNANSWERED = 0.02;

/** Where answers lack: the whole data point of a landlord, or its figure in one département. */
export type Lacking = 'landlord' | 'figure';

/** What a publication costs, in time and in cells. */
export interface PublicationMeasure {
  readonly name: string;
  readonly cells: number;
  /** Shares of the cells that have a value. */
  readonly withheld: {
    readonly insufficient: number;
    readonly primary: number;
    readonly secondary: number;
  };
  /** Of computing: what others do on the machine meanwhile is not counted. */
  readonly milliseconds: number;
  /** Of the consolidation alone, in the same run. */
  readonly consolidation: number;
}

/** Cross-checks of made-up figures fail: they are left out, as in the bench of the consolidation. */
const quiet: Catalogue = {
  ...catalogue,
  dataPoints: new Map([...catalogue.dataPoints].map(([code, one]) => [code, { ...one, checks: [] }])),
};

/**
 * Normandy: 52 landlords of 300 to 20 000 dwellings, 9 in 10 of the départements each, all data points, rents and
 * works by commune; 2 % of the answers are `ND`.
 */
function publishableRegion(lacking: Lacking, seed = 1): ConsolidationInput {
  const random = new Random(seed);
  const landlords = Array.from({ length: LANDLORDS }, (_, rank) => landlordOf(rank, lacking, random));
  return {
    catalogue: quiet,
    contributions: landlords.map(({ contribution }) => contribution),
    perimeter: landlords.flatMap(({ perimeter }) => perimeter),
    by: ['DEP'],
    year: 2019,
  };
}

function landlordOf(rank: number, lacking: Lacking, random: Random) {
  const siren = String(100_000_000 + rank);
  const file = `bailleur-${rank}.xlsx`;
  const size = Math.round(300 * Math.exp(random.next() * 4.2));
  const present = DEPARTEMENTS.filter(() => random.next() < 0.9);
  const weights = present.map(() => 0.2 + random.next());
  const all = weights.reduce((sum, one) => sum + one, 0);
  const dwellings = weights.map((one) => Math.round((size * one) / all));
  const facts: Fact[] = [];
  const rows: TableRow[] = [];
  for (const point of catalogue.dataPoints.values()) {
    if (point.kind !== 'sum') continue;
    const scale = 0.05 + random.next();
    const none = random.next() < UNANSWERED;
    let total = 0;
    const add = (territory: string, answer: Answer) =>
      facts.push({
        code: point.code,
        year: 2019,
        territory,
        written: territory,
        answer,
        source: { file, sheet: 'Données', cell: `E${facts.length + 2}` },
      });
    present.forEach((territory, at) => {
      const value = Math.round((dwellings[at] ?? 0) * scale * (0.5 + random.next()));
      total += value;
      const missing = lacking === 'landlord' ? none : random.next() < UNANSWERED;
      add(territory, missing ? { kind: 'unavailable' } : { kind: 'number', value });
    });
    if (point.local && !none) add('REG:28', { kind: 'number', value: total });
  }
  present.forEach((territory, at) => {
    const commune = COMMUNES[DEPARTEMENTS.indexOf(territory)] ?? '';
    const source = { file, sheet: 'Lignes', cell: `A${at + 2}` };
    const common = { year: 2019, territory: commune, source };
    const surface = random.integer(200, 2000);
    const market = random.decimal(8, 14, 2);
    const rents = {
      loyer_hlm: random.decimal(4, 7, 2),
      loyer_marche: market,
      surface_louee: dwellings[at] ?? 0,
    };
    const works = { surface, conso_avant: 300, conso_apres: 120, ges_avant: 60, ges_apres: 20 };
    rows.push({ ...common, table: 'loyers', label: 'T3', values: rents });
    rows.push({ ...common, table: 'travaux', label: 'Résidence', values: works });
  });
  const family = FAMILIES[rank % FAMILIES.length] ?? 'OPH';
  const name = `Bailleur ${rank}`;
  const contribution: Contribution = {
    file,
    identity: { siren, name, year: 2019, family },
    facts,
    members: [],
    rows,
    remarks: [],
    status: 'accepted',
  };
  const places = [['REG:28', size] as const, ...present.map((one, at) => [one, dwellings[at] ?? 0] as const)];
  const perimeter = places.map(([territory, count]) => ({
    siren,
    name,
    family,
    territory,
    dwellings: count,
  }));
  return { contribution, perimeter };
}

/** Publications of the whole catalogue at the région and its five départements, beside their consolidation. */
export function benchPublication(): PublicationMeasure[] {
  const ways = [
    ['2 % des données d’un bailleur, partout', 'landlord'],
    ['2 % des chiffres, département par département', 'figure'],
  ] as const;
  return ways.map(([name, lacking]) => {
    const input = publishableRegion(lacking);
    const start = computed();
    consolidate(input);
    const consolidated = computed();
    const { cells } = publish(input);
    const end = computed();
    const valued = cells.filter((one) => one.value !== null);
    const share = (test: (reason: string | null, status: string) => boolean) =>
      valued.filter((one) => test(one.reason, one.status)).length / valued.length;
    return {
      name,
      cells: cells.length,
      withheld: {
        insufficient: share((_, status) => status === 'insufficient'),
        primary: share((reason, status) => status === 'masked' && reason !== 'secondary'),
        secondary: share((reason) => reason === 'secondary'),
      },
      milliseconds: end - consolidated,
      consolidation: consolidated - start,
    };
  });
}

function computed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
