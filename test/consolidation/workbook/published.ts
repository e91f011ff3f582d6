import { catalogue } from '../../../src/catalogue';
import { consolidate, type Consolidation, type ConsolidationInput } from '../../../src/consolidation';
import { contribution, type Given, perimeter } from '../campaign';

const sirens = ['111111118', '222222226', '333333334', '444444442', '555555559', '666666664'];

/** Figures that look like nothing, the same at every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/**
 * A campaign over the whole published catalogue: six landlords of seven answer, with gaps of every kind, row
 * tables, lists that overlap, two départements, a perimeter and some references.
 */
export function publishedCampaign(landlords = sirens.length): Consolidation {
  return consolidate(publishedInput(landlords));
}

/** What that campaign is consolidated from. */
export function publishedInput(landlords = sirens.length): ConsolidationInput {
  const random = generator(7);
  const answer = (): Given => {
    const draw = random();
    if (draw < 0.06) return 'ND';
    if (draw < 0.16) return 'SO';
    if (draw < 0.2) return null;
    return draw < 0.24 ? 0 : Math.round(random() * 1e6) / 100;
  };
  const points = [...catalogue.dataPoints.values()].filter((one) => one.kind === 'sum');
  const answers = (): Record<string, Given> => Object.fromEntries(points.map((one) => [one.code, answer()]));
  const contributions = sirens.slice(0, landlords).map((siren, index) =>
    contribution({
      siren,
      name: `Bailleur n° ${index + 1}`,
      sentAt: '2020-03-01',
      data: answers(),
      at: { 'DEP:14': answers(), 'DEP:76': index % 2 === 0 ? answers() : {} },
      lists: {
        fournisseurs: { '': ['552081317', `50000000${index}`, `5000000${index % 2}0`] },
        communes_implantation: { '': ['14118', `1400${index}`] },
      },
      rents: [
        ['DEP:14', 5 + random(), 9, 1000 * (index + 1)],
        ['DEP:76', 6, 8 + random(), 700],
      ],
      works: index === 2 ? [] : [['DEP:14', 800, 300, 120, 60, 20 + random()]],
    }),
  );
  return {
    contributions,
    catalogue,
    by: ['DEP'],
    perimeter: perimeter(
      Object.fromEntries(
        [...sirens.slice(0, landlords), '777777770'].map((siren, index) => [
          siren,
          { 'REG:28': 1000 + 37 * index, 'DEP:14': 400 + index },
        ]),
      ),
    ),
    references: [
      { code: 'rp_territoire', year: 2019, territory: 'REG:28', value: 1_474_000, source: 'Insee' },
      { code: 'salaire_btp', year: 2019, territory: 'REG:28', value: 38_000, source: 'Insee' },
    ],
  };
}
