import { sum } from './apportion';
import { type LedgerRow, amount } from './ledger';
import type { Operation } from './operations';
import type { Profile } from './profile';
import { chanceOf } from './random';
import type { Residence } from './residences';
import { taste } from './taste';

/** kgCO2e per kWh, of the order of those in the catalogue: only to make plausible emissions. */
const GAS = 0.227;
const OIL = 0.324;
const POWER = 0.064;
const HEAT = 0.11;

/** Energy, water, emissions: one line a département and item. */
export function buildFluids(
  landlord: Profile,
  residences: readonly Residence[],
  operations: readonly Operation[],
): LedgerRow[] {
  return landlord.departements.flatMap(({ code }) => {
    const departement = Number(code.slice(4));
    const stock = residences.filter(({ row }) => row.departement === departement).map(({ row }) => row);
    const works = operations.filter(({ row }) => row.departement === departement).map(({ row }) => row);
    const dwellings = sum(stock.map((row) => amount(row, 'logements')));
    const flats = sum(stock.map((row) => amount(row, 'collectifs')));
    const connected = sum(stock.map((row) => amount(row, 'enr')));
    const renovated = sum(works.map((row) => amount(row, 'renoves')));
    const chance = chanceOf(`fluids ${landlord.slug} ${departement}`);
    const use = (base: number, each: number, subject: string): number =>
      Math.round(base * each * taste(landlord, subject, 0.3) * chance.factor(0.15));
    const gas = use(flats, 2600, 'gas');
    const oil = use(flats, 60, 'oil');
    const heating = use(flats, 70, 'electric heating');
    const common = use(flats, 390, 'common parts');
    const network = use(connected, 4700, 'network');
    const networkGhg = Math.round(network * HEAT * chance.factor(0.2));
    const items: [string, string, number][] = [
      ['Gaz', 'kWh PCI', gas],
      ['Électricité de chauffage', 'kWh', heating],
      ['Électricité des parties communes', 'kWh', common],
      ['Fioul', 'kWh', oil],
      ['Bois', 'kWh', use(flats, 95, 'wood')],
      ['Chaleur de réseau', 'kWh', network],
      ['Émissions des réseaux', 'kgCO2e', networkGhg],
      ['Eau', 'm³', use(dwellings, 0.9, 'water')],
      ['Gain gaz', 'kWh/an', use(renovated, 3100, 'gas saved')],
      ['Gain électricité', 'kWh/an', use(renovated, 620, 'power saved')],
      ['Gain réseau', 'kWh/an', use(renovated, 880, 'heat saved')],
      ['Gain autres énergies', 'kWh/an', use(renovated, 140, 'other saved')],
      ['Scope 1', 'kgCO2e', Math.round(gas * GAS + oil * OIL)],
      ['Scope 2', 'kgCO2e', Math.round((heating + common) * POWER) + networkGhg],
      ['Scope 3', 'kgCO2e', use(dwellings, 1150, 'scope 3')],
      ['CEE', 'kWh cumac', use(renovated, 148_000, 'certificates')],
    ];
    return items.map(([poste, unite, quantite]) => ({ departement, poste, unite, quantite }));
  });
}
