import { type Catalogue, catalogue } from '../src/catalogue';
import { consolidate } from '../src/consolidation';
import type { Contribution, Fact, TableRow } from '../src/contribution';
import type { Measure } from './formula.bench';

const DEPARTEMENTS = ['DEP:14', 'DEP:27', 'DEP:50', 'DEP:61', 'DEP:76'];
const COMMUNES = ['COM:14118', 'COM:27229', 'COM:50129', 'COM:61001', 'COM:76540'];
const FAMILIES = ['OPH', 'ESH', 'COOP', 'SEM'] as const;

/** What a consolidation costs: one for each size, and the memory that the largest leaves in use. */
export interface ConsolidationMeasure extends Measure {
  /** Bytes of figures and results, after the run. */
  readonly heapUsed: number;
}

/**
 * The catalogue without its cross-checks: made-up figures would fail most of them, and the remarks would outweigh
 * what is measured here. What checks cost is measured with the workbooks of the sample region.
 */
const quiet: Catalogue = {
  ...catalogue,
  dataPoints: new Map([...catalogue.dataPoints].map(([code, one]) => [code, { ...one, checks: [] }])),
  indicators: new Map([...catalogue.indicators].map(([code, one]) => [code, { ...one, sanity: undefined }])),
};

/**
 * A landlord that answers every data point in every département, with rents and works by commune.
 * One answer in 50 is `ND`, one in 60 `SO`: the slow ways through the engine are walked too.
 */
function syntheticContribution(rank: number): Contribution {
  const file = `bailleur-${rank}.xlsx`;
  const facts: Fact[] = [];
  const rows: TableRow[] = [];
  const points = [...catalogue.dataPoints.values()].filter((one) => one.kind === 'sum');
  points.forEach((point, at) =>
    DEPARTEMENTS.forEach((territory, place) => {
      const turn = rank * 7919 + at * 31 + place;
      facts.push({
        code: point.code,
        year: 2019,
        territory,
        written: territory,
        answer:
          turn % 50 === 0
            ? { kind: 'unavailable' }
            : turn % 60 === 0
              ? { kind: 'not_applicable' }
              : { kind: 'number', value: 1000 + (turn % 7) * 100 + rank },
        source: { file, sheet: 'Données', cell: `E${facts.length + 2}` },
      });
    }),
  );
  COMMUNES.forEach((territory, place) => {
    const source = { file, sheet: 'Loyers', cell: `A${place + 2}` };
    const works = { surface: 900, conso_avant: 300, conso_apres: 120, ges_avant: 60, ges_apres: 20 };
    const rents = { loyer_hlm: 5, loyer_marche: 9 + place / 10, surface_louee: 1000 + rank };
    const common = { year: 2019, territory, source };
    rows.push({ ...common, table: 'loyers', label: 'T3', values: rents });
    rows.push({ ...common, table: 'travaux', label: 'Résidence', values: works });
  });
  return {
    file,
    identity: {
      siren: String(100000000 + rank),
      name: `Bailleur ${rank}`,
      year: 2019,
      family: FAMILIES[rank % FAMILIES.length] ?? 'OPH',
    },
    facts,
    members: [],
    rows,
    remarks: [],
    status: 'accepted',
  };
}

/** Consolidations of 52 and 600 landlords, all indicators, the région and its five départements. */
export function benchConsolidation(): readonly ConsolidationMeasure[] {
  return [52, 600].map((size): ConsolidationMeasure => {
    const contributions = Array.from({ length: size }, (_, rank) => syntheticContribution(rank));
    const perimeter = contributions.flatMap(({ identity }, rank) =>
      ['REG:28', ...DEPARTEMENTS].map((territory) => ({
        siren: identity?.siren ?? '',
        name: identity?.name ?? '',
        territory,
        dwellings: 500 + rank,
      })),
    );
    const facts = contributions.reduce((sum, one) => sum + one.facts.length, 0);
    const start = performance.now();
    const result = consolidate({ contributions, perimeter, by: ['DEP'], catalogue: quiet });
    const nanoseconds = (performance.now() - start) * 1e6;
    const name = `consolidation : ${size} bailleurs, ${facts} chiffres, ${result.cells.length} cellules`;
    return { name, nanoseconds, heapUsed: process.memoryUsage().heapUsed };
  });
}
