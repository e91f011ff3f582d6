import type { Catalogue, Coefficient } from '../../catalogue';
import { conversionFactor } from '../../formula';
import type { Call } from '../arguments/call';
import { wordKey } from '../arguments/call';
import { isBlank, textIn } from '../arguments/cell';
import { type Grid, requireSameSize } from '../arguments/grid';
import { readSeries } from '../arguments/series';
import { nothingAnswered } from '../arguments/sums';
import { unknown, wrong } from '../failure';
import type { FunctionContext, FunctionSpec } from '../model';

/** Other names of the energies; the catalogue's scopes say what each factor covers. */
const otherNames: Readonly<Record<string, string>> = {
  gaznaturel: 'gaz',
  fiouldomestique: 'fioul',
  propane: 'gpl',
  butane: 'gpl',
  granules: 'bois',
  buches: 'bois',
  plaquettes: 'bois_plaquettes',
  reseau: 'reseau_moyen',
};

export const CO2: FunctionSpec = {
  id: 'CO2',
  family: 'energy',
  description: {
    fr: 'Émissions de consommations d’énergie finale, en kgCO2e, d’une famille de facteurs nommée.',
    en: 'Emissions of final energy consumption, in kgCO2e, with a named family of factors.',
  },
  parameters: [
    {
      name: 'consommations',
      description: {
        fr: 'Énergie finale, en kWh ; elles sont ajoutées',
        en: 'Final energy, in kWh; added up',
      },
      kind: 'range',
    },
    {
      name: 'energies',
      description: {
        fr: 'Énergie de chaque ligne, ou une pour toutes : gaz, fioul, elec_chauffage, bois…',
        en: 'Energy of each row, or one for all: gaz, fioul, elec_chauffage, bois…',
      },
      kind: 'range',
    },
    {
      name: 'famille',
      description: {
        fr: 'Famille de facteurs : dpe_2021, empreinte_2026 ou cgdd_ancien',
        en: 'Family of factors: dpe_2021, empreinte_2026 or cgdd_ancien',
      },
      kind: 'cell',
    },
    {
      name: 'unite',
      description: { fr: 'Unité : kWh (sinon), MWh ou GWh', en: 'Unit: kWh (default), MWh or GWh' },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'cell',
  help: {
    fr: 'Une seule famille par total : deux familles ne comptent pas la même chose. Si la famille n’a pas de facteur pour une énergie, #N/A le dit. Le gaz facturé se compte en kWh PCS (gaz_pcs, empreinte_2026) ; gaz est par kWh PCI. Énergies : gaz, gaz_pcs, fioul, charbon, gpl, elec_chauffage, elec_ecs, elec_refroidissement, elec_eclairage, elec_autres, bois, bois_plaquettes, reseau_moyen, biomethane.',
    en: 'One family a total: two families do not count the same things. If the family has no factor for an energy, #N/A says so. Invoiced gas is in HHV kWh (gaz_pcs, empreinte_2026); gaz is per LHV kWh. Energies: gaz, gaz_pcs, fioul, charbon, gpl, elec_chauffage, elec_ecs, elec_refroidissement, elec_eclairage, elec_autres, bois, bois_plaquettes, reseau_moyen, biomethane.',
  },
  references: ['dpe_2021_arrete', 'empreinte_2026', 'cgdd_facteurs'],
  examples: [
    {
      given: [[[10000], [2000]], [['gaz'], ['elec_chauffage']], 'dpe_2021'],
      expected: 2428,
      reason: '10 000 × 0,227 + 2 000 × 0,079 = 2 270 + 158',
    },
    { given: [5, 'bois', 'dpe_2021', 'MWh'], expected: 150, reason: '5 000 kWh × 0,030' },
  ],
  run(call, context) {
    const amounts = call.grid('consommations');
    const energies = call.grid('energies');
    if (!energies.isSingle) requireSameSize(amounts, energies);
    const family = familyOf(call, context.catalogue);
    const unit = call.choice<'kWh' | 'MWh' | 'GWh'>('unite', ['kWh', 'MWh', 'GWh']);
    const { columns, skipped } = readSeries({ grid: amounts, nonnegative: true });
    const factors = new Map<string, number>();
    let [sum, rows] = [0, 0];
    columns[0]?.forEach((amount, at) => {
      if (Number.isNaN(amount)) return;
      const energy = energyAt(energies, at, skipped);
      const factor = factors.get(energy) ?? factorOf(energy, family, context);
      factors.set(energy, factor);
      sum += amount * factor;
      rows++;
    });
    if (rows === 0) throw nothingAnswered('consommations');
    return unit === 'kWh' ? sum : sum * (conversionFactor(unit, 'kWh') ?? 1);
  },
};

const PREFIX = 'co2_';
const factorsByCatalogue = new WeakMap<Catalogue, readonly Coefficient[]>();

/** The emission factors of the catalogue, looked for once. */
function factorsOf(catalogue: Catalogue): readonly Coefficient[] {
  const known = factorsByCatalogue.get(catalogue);
  if (known) return known;
  const factors = catalogue.coefficients.filter((one) => one.code.startsWith(PREFIX));
  factorsByCatalogue.set(catalogue, factors);
  return factors;
}

function familyOf(call: Call, catalogue: Catalogue): string {
  const families = [...new Set(factorsOf(catalogue).map((one) => one.set))];
  const family = call.chosen('famille', families);
  if (family !== undefined) return family;
  throw wrong(
    `« famille » est vide : nommez la famille de facteurs, ${families.join(', ')}. Une étude n’en retient qu’une.`,
    `"famille" is blank: name the family of factors, ${families.join(', ')}. A study retains one only.`,
  );
}

function energyAt(energies: Grid, at: number, skipped: number): string {
  const [row, column] = energies.isSingle
    ? [0, 0]
    : [Math.floor(at / energies.columnCount) + skipped, at % energies.columnCount];
  const error = energies.errorAt(row, column);
  if (error) throw error;
  const value = energies.at(row, column);
  if (!isBlank(value)) return textIn(value);
  const { fr, en } = energies.place(row, column);
  throw wrong(
    `${fr} : l’énergie manque en face d’une consommation. Écrivez-la, par exemple gaz.`,
    `${en}: the energy is missing beside a consumption. Write it, for example gaz.`,
  );
}

function factorOf(written: string, family: string, { catalogue }: FunctionContext): number {
  const word = wordKey(written).replace(/-/g, '_');
  const code = `${PREFIX}${otherNames[word.replace(/_/g, '')] ?? word}`;
  const factor = catalogue.coefficient(code, family);
  if (factor) return factor.value;
  const factors = factorsOf(catalogue);
  const known = factors.filter((one) => one.code === code);
  const names = (some: readonly Coefficient[]) =>
    [...new Set(some.map((one) => one.code.slice(PREFIX.length)))].join(', ');
  const ofFamily = names(factors.filter((one) => one.set === family));
  if (known.length === 0)
    throw wrong(
      `« ${written} » n’est pas une énergie du catalogue. Écrivez ${ofFamily}.`,
      `"${written}" is not an energy of the catalogue. Write ${ofFamily}.`,
    );
  throw unknown(
    `La famille ${family} n’a pas de facteur pour « ${written} » (elle a ${ofFamily}). Choisissez une famille qui a toutes vos énergies : deux familles ne se mélangent pas.`,
    `The family ${family} has no factor for "${written}" (it has ${ofFamily}). Choose a family that has all your energies: two families do not mix.`,
  );
}
