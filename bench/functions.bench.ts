import postalCodes from '../generated/postal-codes.json';
import territories from '../generated/territory.json';
import { catalogue } from '../src/catalogue';
import { functionTable, provideCatalogue, register } from '../src/functions';
import { provideTable, territoriesInside } from '../src/territory';
import type { Measure } from './formula.bench';

const RUNS = 5;

/** Nanoseconds of one call, the best of several runs. */
function best(run: () => unknown, rounds: number): number {
  for (let round = 0; round < Math.min(rounds, 2000); round++) run();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    for (let round = 0; round < rounds; round++) run();
    return ((performance.now() - start) * 1e6) / rounds;
  });
  return Math.min(...times);
}

function host(): (id: string, ...given: unknown[]) => unknown {
  const functions = new Map<string, (...given: unknown[]) => unknown>();
  register(
    (id, run) => void functions.set(id, run),
    (_, message) => new Error(message),
  );
  return (id, ...given) => functions.get(id)?.(...given);
}

const column = (rows: number, make: (row: number) => unknown): unknown[][] =>
  Array.from({ length: rows }, (_, row) => [make(row)]);

/** A landlord's table: every data point of the catalogue, at several départements. */
function answers(places: readonly string[], codes: readonly string[]): unknown[][] {
  const rows = places.flatMap((place) => codes.map((code, at) => [code, 2024, place, 100 + at]));
  return [['code', 'annee', 'territoire', 'valeur'], ...rows];
}

const again = (range: readonly (readonly unknown[])[]): unknown[][] => range.map((row) => [...row]);

/**
 * What a call costs us, the host's transport aside. Targets: 20 µs a scalar call; 10,000 values spilled by one
 * INDICATEURS for less than 10,000 SUMIFS.
 */
export function benchFunctions(): readonly Measure[] {
  provideCatalogue(() => catalogue);
  provideTable('territories', () => territories);
  provideTable('postalCodes', () => postalCodes);
  const codes = [...catalogue.dataPoints.values()].filter((one) => one.kind === 'sum').map((one) => one.code);
  const places = territoriesInside('FR', 'DEP').slice(0, 10);
  const call = host();
  const scalars: readonly (readonly [string, ...unknown[]])[] = functionTable.flatMap(({ id, examples }) =>
    examples
      .filter(({ given }) => given.every((one) => !Array.isArray(one)))
      .slice(0, 1)
      .map(({ given }) => [id, ...given] as const),
  );
  const measures = scalars.map(([id, ...given]): Measure => ({
    name: `fonction ${id}, une cellule`,
    nanoseconds: best(() => call(id, ...given), 20_000),
  }));
  const rents = column(100_000, (row) => 300 + (row % 200));
  const areas = column(100_000, (row) => 40 + (row % 60));
  const texts = column(100_000, (row) => `${300 + (row % 200)},5`);
  const whole = column(1_048_576, (row) => (row < 5 ? 100 : null));
  const sirens = column(100_000, (row) => 732829320 + row);
  const data = answers(places, codes);
  // Hosts give new arrays, whose texts are new too.
  const fresh = copies(data);
  // What a landlord of one département fills in.
  const own = copies(answers(places.slice(0, 1), codes));
  const first = best(
    () =>
      call(
        'INDICATEURS',
        changed(data),
        2024,
        places.map((one) => [one]),
      ),
    3,
  );
  return [
    ...measures,
    { name: 'LOYER_M2, 100 000 lignes', nanoseconds: best(() => call('LOYER_M2', rents, areas), 20) },
    { name: 'LOYER_M2, 100 000 textes', nanoseconds: best(() => call('LOYER_M2', texts, areas), 5) },
    { name: 'LOYER_M2, colonnes entières', nanoseconds: best(() => call('LOYER_M2', whole, whole), 5) },
    { name: 'SIREN_VALIDE, 100 000 lignes', nanoseconds: best(() => call('SIREN_VALIDE', sirens), 3) },
    {
      name: `INDICATEUR, table d’un seul territoire (${own[0]?.length} lignes) déjà lue, copie nouvelle à chaque appel`,
      nanoseconds: best(() => call('INDICATEUR', 'CTX-01', next(own), 2024, places[0]), 10_000),
    },
    {
      name: `étalon : une addition sur les mêmes ${data.length} lignes`,
      nanoseconds: best(() => addUp(next(fresh)), 2000),
    },
    {
      name: `INDICATEUR, table de ${data.length} lignes déjà lue, copie nouvelle à chaque appel`,
      nanoseconds: best(() => call('INDICATEUR', 'CTX-01', next(fresh), 2024, places[0]), 2000),
    },
    {
      name: `INDICATEURS, ${places.length} territoires, table nouvelle`,
      nanoseconds: first,
    },
    {
      name: `INDICATEURS, ${places.length} territoires, table déjà lue`,
      nanoseconds: best(
        () =>
          call(
            'INDICATEURS',
            again(data),
            2024,
            places.map((one) => [one]),
          ),
        20,
      ),
    },
  ];
}

const copies = (data: readonly unknown[][]): unknown[][][] =>
  Array.from({ length: 20 }, () => JSON.parse(JSON.stringify(data)) as unknown[][]);

let turn = 0;
const next = (tables: readonly unknown[][][]): unknown[][] => tables[turn++ % tables.length] ?? [];

/** The least that a function of a whole table can cost. */
function addUp(rows: readonly (readonly unknown[])[]): number {
  let sum = 0;
  for (const row of rows) for (const cell of row) if (typeof cell === 'number') sum += cell;
  return sum;
}

let version = 0;

/** The same table with one other figure: it has to be read again. */
function changed(data: readonly (readonly unknown[])[]): unknown[][] {
  const copy = again(data);
  const row = copy[1];
  if (row) row[3] = ++version;
  return copy;
}
