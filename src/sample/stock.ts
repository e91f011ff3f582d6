import { amount } from './ledger';
import { type Chance, chanceOf } from './random';
import { type Region, totalOf } from './region';
import type { Residence } from './residences';
import { taste } from './taste';
import { spread } from './spread';

const RATINGS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
/** Mean conventional consumption and emissions of a class, per square metre and year. */
const CONSUMPTION = [55, 90, 145, 205, 285, 370, 460];
const EMISSIONS = [4, 9, 21, 38, 58, 82, 105];

/** Areas, accessibility, heating and energy ratings of every residence. */
export function fillStock(residences: readonly Residence[], region: Region): void {
  for (const residence of residences) fillAreas(residence, region.year);
  fillRatings(residences, region);
  for (const { row } of residences) fillConsumption(row);
}

function fillAreas({ landlord, row }: Residence, year: number): void {
  const chance = chanceOf(`areas ${String(row.code)} ${landlord.slug}`);
  const dwellings = amount(row, 'logements');
  const house = row.type === 'I';
  const built = amount(row, 'annee');
  row.surface = Math.round(
    dwellings * (house ? 74 : 62) * taste(landlord, 'area', 0.1) * chance.factor(0.06),
  );
  // The age is counted at the end of the year; a residence of unknown year has none.
  row.ageTotal = built > 0 ? (year - built) * dwellings : 0;
  row.individuels = house ? dwellings : 0;
  row.collectifs = house ? 0 : dwellings;
  const flats = amount(row, 'collectifs');
  row.ascenseurs = flats >= 24 && chance.next() < 0.4 ? Math.ceil(flats / 42) : 0;
  // With a lift, nearly all; without, the ground floor.
  row.ascRdc = Math.round(flats * (row.ascenseurs > 0 ? 0.6 : 0.3) * taste(landlord, 'lifts', 0.4));
  row.pmr = Math.round(dwellings * (built >= 2007 ? 0.62 : 0.06) * taste(landlord, 'pmr', 0.5));
  row.senior = chance.next() < 0.06 * taste(landlord, 'senior', 1) ? Math.ceil(dwellings * 0.4) : 0;
  row.enr =
    !house && chance.next() < (row.qpv === 'Oui' ? 0.3 : 0.2) * taste(landlord, 'network', 0.5)
      ? dwellings
      : 0;
}

function fillRatings(residences: readonly Residence[], region: Region): void {
  const lines = residences.map((residence) => {
    const chance = chanceOf(`rating ${String(residence.row.code)} ${residence.landlord.slug}`);
    return {
      row: residence.row,
      mean: meanRating(residence, region.year, chance),
      unknown: (chance.next() ** 4 + 0.1) * taste(residence.landlord, 'unknown ratings', 0.6),
    };
  });
  for (const { row } of lines) row.reste = amount(row, 'logements');
  const take = (column: string, weight: (line: (typeof lines)[number]) => number): void => {
    spread(lines, column, totalOf(region, column), (line) => weight(line) * amount(line.row, 'reste'), {
      cap: 'reste',
    });
    for (const { row } of lines) row.reste = amount(row, 'reste') - amount(row, column);
  };
  take('dpe_inconnu', ({ unknown }) => unknown);
  // From both ends towards the middle: class D is what remains.
  for (const letter of ['g', 'a', 'f', 'b', 'e', 'c'] as const) {
    const rank = RATINGS.indexOf(letter);
    take(`dpe_${letter}`, ({ mean }) => Math.exp(-((rank - mean) ** 2) / 1.1) + 1e-6);
  }
  for (const { row } of lines) {
    row.dpe_d = amount(row, 'reste');
    delete row.reste;
  }
}

/** From 0 (all A) to 6 (all G): recent and renovated residences are better. */
function meanRating({ row, landlord }: Residence, year: number, chance: Chance): number {
  const age = year - (amount(row, 'annee') || 1972);
  const worn = age < 8 ? 0.8 : age < 20 ? 2.2 : age < 40 ? 3.4 : 3.9;
  const renovated = age > 25 && chance.next() < 0.4 * taste(landlord, 'renovated') ? 1.5 : 0;
  return worn - renovated + 2 * (taste(landlord, 'comfort') - 1) + chance.between(-0.5, 0.5);
}

function fillConsumption(row: Record<string, number | string>): void {
  const counts = RATINGS.map((letter) => amount(row, `dpe_${letter}`));
  const known = counts.reduce((all, one) => all + one, 0);
  const perDwelling = amount(row, 'surface') / amount(row, 'logements');
  const total = (means: readonly number[]): number =>
    Math.round(counts.reduce((all, count, rank) => all + count * perDwelling * (means[rank] ?? 0), 0));
  row.surfaceDpe = Math.floor(known * perDwelling);
  row.conso = total(CONSUMPTION);
  row.ges = total(EMISSIONS);
  // One rating in fifty is of no known date: it does not count as an older one.
  row.dpeAncien = Math.floor(known * 0.98);
}
