import { Random } from '../../../bench/support/random';
import { shownCells } from '../../../src/consolidation';
import { attack, rebuild, tooFew } from './attacker/attack';
import { dataPoints, INHABITED, known, local, proportional } from './attacker/indicators';
import { abc, communes, departements, REGION } from './attacker/places';
import { asExpected, type Owner, randomRegion } from './attacker/region';
import { published, withFormulas } from './publication';

/** `IMPACT_ATTACKS=1000` tries as many regions; a few are enough to see a broken audit. */
const COUNT = Number(process.env['IMPACT_ATTACKS'] ?? 120);
const FIRST = Number(process.env['IMPACT_ATTACKS_FROM'] ?? 1);

const groupings = [['DEP'], ['DEP'], ['DEP', 'abc'], ['EPCI'], ['abc'], ['DEP', 'EPCI']] as const;

/** A made-up region, published with some of the indicators, and put together again by the attacker. */
function publishedRegion(seed: number) {
  const random = new Random(seed * 7919);
  const owners = randomRegion(seed);
  const codes = Object.keys(known).filter(() => random.next() < 0.28);
  const by = random.pick(groupings);
  const territories = [REGION, ...departements, ...Object.values(communes).flat()];
  const { result } = published(asExpected(owners), {
    catalogue: catalogueOf(codes),
    by,
    zonings: [abc],
    references: [...new Set(territories)].map((territory) => ({
      code: 'rp_territoire',
      year: 2019,
      territory,
      value: INHABITED,
      source: 'essai',
    })),
  });
  const cells = shownCells(result).filter((one) => one.status !== 'unavailable');
  return { owners, cells: cells.map((one) => rebuild(owners, one)) };
}

function catalogueOf(codes: readonly string[]) {
  const catalogue = withFormulas(
    Object.fromEntries(codes.map((code) => [code, known[code]?.formula ?? ''])),
    true,
  );
  const points = new Map([...catalogue.dataPoints].filter(([, one]) => one.kind !== 'sum'));
  for (const code of dataPoints) {
    const point = catalogue.dataPoints.get(code);
    if (!point) throw new Error(`no data point ${code}`);
    const marks = { proportional: proportional.includes(code), local: local.includes(code), checks: [] };
    points.set(code, { ...point, ...marks });
  }
  return { ...catalogue, dataPoints: points };
}

describe('an attacker that knows who answered and how many dwellings each has', () => {
  test(`learns nothing of ${COUNT} regions, whose published figures it finds again from the contributions`, () => {
    const broken: Record<number, readonly string[]> = {};
    const count = { published: 0, withheld: 0 };
    for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
      const { owners, cells } = publishedRegion(seed);
      const found = [...cells.flatMap(wrong), ...attack(owners, cells)];
      if (found.length > 0) broken[seed] = found;
      for (const { shown } of cells) count[shown.status === 'published' ? 'published' : 'withheld'] += 1;
    }
    expect(broken).toEqual({});
    // A publication of nothing would be safe.
    expect(count.published).toBeGreaterThan(count.withheld / 3);
  });
});

/** What is published and should not be, or is not what the contributions come to. */
function wrong(cell: ReturnType<typeof rebuild>): string[] {
  const { shown, code, place } = cell;
  if (shown.status !== 'published') return [];
  const close = (one: number | null | undefined, other: number) =>
    one !== null && one !== undefined && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));
  const units = new Set(cell.respondents.map((one: Owner) => one.unit)).size;
  const checks = {
    value: close(shown.value, cell.value ?? Number.NaN),
    share: close(shown.extrapolatedShare, cell.share),
    respondents: shown.respondents === cell.respondents.length,
    units: units >= 3,
    dominance: !cell.brought.some((one) => tooFew(one) && one.size >= 3 && [...one.values()].some(Boolean)),
    coverage: cell.coverage >= (known[code]?.bottom ? 0.5 : 0.7),
  };
  return Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : [`${what}: ${code} ${place}`]));
}
