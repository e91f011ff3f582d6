import { Random } from '../../../../bench/support/random';
import type { Given } from '../../campaign';
import type { Expected } from '../publication';
import { dataPoints, local } from './indicators';
import { type Commune, communesOf, departements, placesAround, REGION } from './places';

/** The smallest figures there are of a leaf, by territory (`+` for what a total leaves over). */
export type Atoms = Readonly<Record<string, number>>;

/** A landlord of a made-up region, with what is behind the facts it gives. */
export interface Owner {
  readonly name: string;
  readonly unit: string;
  readonly family: 'OPH' | 'ESH';
  readonly dwellings: Readonly<Record<string, number>>;
  readonly silent: boolean;
  readonly facts: Readonly<Record<string, Readonly<Record<string, Given>>>>;
  /** By leaf; row-table leaves as products of columns. */
  readonly atoms: Readonly<Record<string, Atoms>>;
  readonly rents: [string, number, number, number][];
  readonly works: [string, number, number, number, number, number][];
}

/** How a landlord writes its figures. */
const modes = ['region', 'departements', 'both', 'rest', 'communes', 'detailed'] as const;
type Mode = (typeof modes)[number];

/** A region of 3 to 7 landlords, with all the ways of answering and of not answering. */
export function randomRegion(seed: number): Owner[] {
  const random = new Random(seed);
  const count = random.pick([3, 4, 5, 6, 6, 7, 7]);
  const tidy = random.next() < 0.3;
  return Array.from({ length: count }, (_, at) => owner(at, tidy, random));
}

function owner(at: number, tidy: boolean, random: Random): Owner {
  const name = `Bailleur ${'ABCDEFG'[at]}`;
  const present = departements.filter(() => random.next() < 0.8);
  const own = (present.length > 0 ? present : [departements[0]]).flatMap((one) => {
    const [first, ...rest] = communesOf(one);
    return first ? [first, ...rest.filter(() => random.next() < 0.7)] : [];
  });
  const mode = tidy ? 'communes' : random.pick(modes);
  const facts: Record<string, Record<string, Given>> = {};
  const atoms: Record<string, Atoms> = {};
  const size = random.pick([1, 1, 1, 1, 4]);
  for (const code of dataPoints) {
    const how = random.next() < 0.15 ? random.pick(modes) : mode;
    const written = local.includes(code)
      ? locally(own, how, random, size)
      : write(own, how, tidy ? 0.5 : random.next(), random, size);
    atoms[code] = written.atoms;
    for (const [place, given] of Object.entries(written.facts)) (facts[place] ??= {})[code] = given;
  }
  const rowPlaces = mode === 'region' ? [REGION] : own;
  const rents = tables(rowPlaces, random, (place) => [
    place,
    random.integer(4, 7),
    random.integer(8, 14),
    random.integer(100, 900) * size,
  ]) as Owner['rents'];
  const works = tables(rowPlaces, random, (place) => [
    place,
    random.integer(100, 900) * size,
    random.integer(200, 400),
    random.integer(50, 150),
    10,
    5,
  ]) as Owner['works'];
  const kept: Record<string, Record<string, Given>> = { ...facts };
  if (rents.length === 0 && random.next() < 0.4) (kept[REGION] ??= {})['IMPACT_LOYERS'] = 'SO';
  return {
    name,
    unit: at < 2 && random.next() < 0.25 ? 'the group' : name,
    family: random.pick(['OPH', 'ESH'] as const),
    dwellings: Object.fromEntries(placesAround(own).map((one) => [one, 100 * random.integer(5, 20)])),
    silent: random.next() < 0.08,
    facts: kept,
    atoms: { ...atoms, ...rowAtoms(rents, works) },
    rents,
    works,
  };
}

function tables<Row>(places: readonly string[], random: Random, row: (place: string) => Row): Row[] {
  return random.next() < 0.75 ? places.filter(() => random.next() < 0.9).map(row) : [];
}

interface Written {
  facts: Record<string, Given>;
  atoms: Record<string, number>;
}

/** A data point in one of the modes; `luck` makes it whole, `ND`, `SO`, or lacking in one département. */
function write(own: readonly Commune[], mode: Mode, luck: number, random: Random, size: number): Written {
  const facts: Record<string, Given> = {};
  const atoms: Record<string, number> = {};
  const figure = () => random.integer(1, 300) * size;
  const owned = departements.filter((one) => communesOf(one).some((code) => own.includes(code)));
  if (luck < 0.12) {
    const given = luck < 0.06 ? 'ND' : 'SO';
    const places = mode === 'region' ? [REGION] : mode === 'communes' ? own : owned;
    return { facts: Object.fromEntries(places.map((one) => [one, given])), atoms };
  }
  if (mode === 'region') return { facts: { [REGION]: (atoms[`${REGION}+`] = figure()) }, atoms };
  const lacking = luck > 0.88 && owned.length > 1 ? owned[0] : undefined;
  for (const place of owned) {
    if (place === lacking) {
      facts[place] = luck > 0.94 ? 'ND' : 'SO';
      continue;
    }
    const inside = communesOf(place).filter((one) => own.includes(one));
    let sum = 0;
    if (mode === 'communes' || mode === 'detailed') {
      for (const one of inside) sum += facts[one] = atoms[one] = figure();
      if (mode === 'communes') continue;
      sum += atoms[`${place}+`] = figure();
    } else sum = atoms[place] = figure();
    facts[place] = sum;
  }
  if (mode === 'both' || mode === 'rest') {
    const unsaid = mode === 'rest' || facts[lacking ?? ''] === 'ND';
    if (unsaid) atoms[`${REGION}+`] = figure();
    facts[REGION] = Object.values(atoms).reduce((one, other) => one + other, 0);
  }
  if (mode === 'communes' && lacking) {
    // Its communes are then what is lacking: facts of départements and communes are not mixed here.
    const given = facts[lacking] ?? 'ND';
    delete facts[lacking];
    for (const one of communesOf(lacking)) if (own.includes(one)) facts[one] = given;
  }
  return { facts, atoms };
}

/** What is local to each territory is another figure at each. */
function locally(own: readonly Commune[], mode: Mode, random: Random, size: number): Written {
  const owned = departements.filter((one) => communesOf(one).some((code) => own.includes(code)));
  const places = mode === 'region' || mode === 'communes' ? [REGION] : [REGION, ...owned];
  const figures = Object.fromEntries(places.map((one) => [one, random.integer(1, 300) * size]));
  return { facts: figures, atoms: figures };
}

function rowAtoms(rents: Owner['rents'], works: Owner['works']): Record<string, Atoms> {
  const by = <Row extends readonly [string, ...number[]]>(rows: readonly Row[], of: (row: Row) => number) =>
    Object.fromEntries(rows.map((row) => [row[0], of(row)]));
  return {
    'loyers marche*surface': by(rents, ([, , market, area]) => market * area),
    'loyers hlm*surface': by(rents, ([, hlm, , area]) => hlm * area),
    'loyers surface': by(rents, ([, , , area]) => area),
    'travaux avant*surface': by(works, ([, area, before]) => before * area),
    'travaux apres*surface': by(works, ([, area, , after]) => after * area),
    'travaux surface': by(works, ([, area]) => area),
  };
}

/** The region as the product takes it. */
export function asExpected(owners: readonly Owner[]): Record<string, Expected> {
  return Object.fromEntries(
    owners.map((one) => [
      one.name,
      {
        family: one.family,
        dwellings: one.dwellings,
        ...(one.unit === one.name ? {} : { group: '552100554' }),
        ...(one.silent ? {} : { at: one.facts, rents: one.rents, works: one.works }),
      },
    ]),
  );
}
