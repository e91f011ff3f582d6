import { amount } from './ledger';
import { chanceOf } from './random';
import { type Region, totalOf } from './region';
import type { Residence } from './residences';
import { taste } from './taste';
import { spread } from './spread';

/** Occupation, vacancy, turnover and rents of every residence. */
export function fillTenancy(residences: readonly Residence[], region: Region): void {
  const lines = residences.map((residence) => {
    const chance = chanceOf(`tenancy ${String(residence.row.code)} ${residence.landlord.slug}`);
    return { ...residence, chance, luck: chance.next() };
  });
  type Let = (typeof lines)[number];
  const share = (code: string, weight: (line: Let) => number, cap?: string, floor?: string): void =>
    spread(lines, code, totalOf(region, code), weight, { cap, floor });

  // Most residences have a few dwellings out of use, some many (works, demolition to come).
  const outOfUse = totalOf(region, 'nb_lls') - totalOf(region, 'nb_proposes_location');
  spread(
    lines,
    'horsOffre',
    outOfUse,
    ({ row, luck, landlord }) =>
      amount(row, 'logements') * (0.3 + luck ** 3) * taste(landlord, 'out of use', 0.5),
    {
      cap: 'logements',
    },
  );
  for (const { row } of lines) {
    row.nb_proposes_location = amount(row, 'logements') - amount(row, 'horsOffre');
  }
  share(
    'nb_vacants',
    (line) => emptiness(line) * amount(line.row, 'nb_proposes_location'),
    'nb_proposes_location',
  );
  share('nb_vac3m', ({ row, luck }) => (0.5 + luck) * amount(row, 'nb_vacants'), 'nb_vacants');
  for (const { row } of lines) {
    row.nb_loues = amount(row, 'nb_proposes_location') - amount(row, 'nb_vacants');
  }
  const otherwise = totalOf(region, 'nb_occupes') - totalOf(region, 'nb_loues');
  spread(lines, 'autreOccupation', otherwise, ({ row }) => amount(row, 'horsOffre'), { cap: 'horsOffre' });
  for (const { row } of lines) row.nb_occupes = amount(row, 'nb_loues') + amount(row, 'autreOccupation');

  const recent = totalOf(region, 'nb_proposes_location') - totalOf(region, 'nb_loc_1an');
  spread(
    lines,
    'recents',
    recent,
    ({ row }) => amount(row, 'nb_proposes_location') * (row.annee === region.year ? 40 : 0.3),
    { cap: 'nb_proposes_location' },
  );
  for (const { row } of lines) {
    row.nb_loc_1an = amount(row, 'nb_proposes_location') - amount(row, 'recents');
  }
  share(
    'nb_emmenag_hors_neuf',
    ({ row, landlord, chance }) =>
      amount(row, 'nb_loc_1an') * taste(landlord, 'turnover') * chance.factor(0.5),
    'nb_loc_1an',
  );
  share(
    'nb_occupants',
    ({ row, landlord, chance }) =>
      amount(row, 'nb_loues') *
      (row.type === 'I' ? 1.7 : 0.9) *
      taste(landlord, 'families', 0.15) *
      chance.factor(0.2),
    undefined,
    'nb_loues',
  );
  fillRents(lines, region);
}

function emptiness({ landlord, site, luck }: Residence & { luck: number }): number {
  const slack = site.departement === 'DEP:61' ? 2.2 : site.departement === 'DEP:50' ? 1.2 : 1;
  return (0.15 + luck ** 3) * slack * taste(landlord, 'vacancy', 0.4);
}

/** Whole euros a month and whole square metres: their regional ratio is the published rent. */
function fillRents(lines: readonly (Residence & { luck: number })[], region: Region): void {
  let area = 0;
  for (const { row } of lines) {
    const dwelling = amount(row, 'surface') / amount(row, 'logements');
    row.surfaceLouee = Math.round(amount(row, 'nb_loues') * dwelling);
    area += row.surfaceLouee;
  }
  spread(lines, 'loyer', Math.round((area * region.rentCents) / 100), (line) => {
    const { row, site, landlord } = line;
    const built = amount(row, 'annee');
    const age = built >= 2000 ? 1.16 : built >= 1985 ? 1.06 : 0.95;
    const place = site.town === undefined ? 0.97 : 0.88 + site.town.marketRent / 70;
    const level = age * place * (row.qpv === 'Oui' ? 0.94 : 1) * taste(landlord, 'rent', 0.08);
    return amount(row, 'surfaceLouee') * level * (0.95 + line.luck / 10);
  });
}
