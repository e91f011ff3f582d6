import { CampaignError, campaignTerritory, consolidate } from '../../src/consolidation';
import { A, B, C, contribution, perimeter } from './campaign';
import { smallCatalogue } from './indicators';

const at = (siren: string, ...territories: string[]) =>
  contribution({ siren, at: Object.fromEntries(territories.map((one) => [one, { nb_lls: 1 }])) });

describe('the campaign’s territory', () => {
  test('is the perimeter’s territory that contains all others', () => {
    const lines = perimeter({ [A]: { 'DEP:14': 1, 'REG:28': 1 }, [B]: { 'COM:76540': 1 } });
    expect(campaignTerritory({ contributions: [at(A, 'FR')], perimeter: lines })).toBe('REG:28');
    expect(campaignTerritory({ contributions: [], perimeter: perimeter({ [A]: { 'DEP:14': 1 } }) })).toBe(
      'DEP:14',
    );
  });

  test('an EPCI across the border and a zone do not contradict the perimeter', () => {
    const lines = perimeter({ [A]: { 'REG:28': 1, 'EPCI:246100663': 1, 'ZONE:abc/B2': 1 } });
    expect(campaignTerritory({ contributions: [], perimeter: lines })).toBe('REG:28');
  });

  test('where the perimeter has none, the one asked if it contains all, else an error', () => {
    const lines = perimeter({ [A]: { 'DEP:14': 1 }, [B]: { 'DEP:50': 1 } });
    expect(campaignTerritory({ contributions: [], perimeter: lines, territory: 'REG:28' })).toBe('REG:28');
    expect(campaignTerritory({ contributions: [], perimeter: lines, territory: 'REG:11' })).toBeUndefined();
    expect(() =>
      consolidate({ contributions: [], perimeter: lines, year: 2019, catalogue: smallCatalogue() }),
    ).toThrow(/DEP:14, DEP:50/);
  });

  test('the perimeter prevails over the one asked, and that is said', () => {
    const result = consolidate({
      contributions: [],
      perimeter: perimeter({ [A]: { 'REG:28': 1 } }),
      territory: 'DEP:14',
      year: 2019,
      catalogue: smallCatalogue(),
    });
    expect(result.territory).toBe('REG:28');
    expect(result.remarks.map((one) => one.code)).toEqual(['territory_of_perimeter']);
  });

  test('a blank territory in the perimeter is the campaign’s', () => {
    const result = consolidate({
      contributions: [],
      perimeter: [{ siren: A, name: '', territory: '', dwellings: 7 }],
      territory: 'REG:28',
      year: 2019,
      catalogue: smallCatalogue(),
    });
    expect(result.dwellingsOf(A, 'REG:28')).toBe(7);
  });

  test('without a perimeter: the one asked', () => {
    expect(campaignTerritory({ contributions: [at(A, 'REG:28')], territory: 'DEP:14' })).toBe('DEP:14');
  });

  test('else the one région found, else France', () => {
    expect(campaignTerritory({ contributions: [at(A, 'DEP:14', 'REG:28'), at(B, 'REG:28')] })).toBe('REG:28');
    expect(campaignTerritory({ contributions: [at(A, 'FR', 'DEP:14'), at(B)] })).toBe('FR');
  });

  test('one région prevails over facts above or outside it', () => {
    expect(campaignTerritory({ contributions: [at(A, 'FR', 'REG:28'), at(B, 'DEP:75')] })).toBe('REG:28');
  });

  test('else what contains everything they name', () => {
    expect(campaignTerritory({ contributions: [at(A, 'DEP:14'), at(B, 'COM:14118')] })).toBe('DEP:14');
    expect(campaignTerritory({ contributions: [at(A, 'DEP:14'), at(B, 'DEP:50')] })).toBe('REG:28');
  });

  test('several régions, or nothing named, is an error that says what to give', () => {
    const run = (...contributions: ReturnType<typeof at>[]) =>
      consolidate({ contributions, catalogue: smallCatalogue() });
    expect(() => run(at(A, 'REG:28'), at(B, 'REG:32'))).toThrow(CampaignError);
    expect(() => run(at(A, 'REG:28'), at(B, 'REG:32'))).toThrow(/REG:28, REG:32.*--territory/);
    expect(() => run(at(A, ''), at(B, ''))).toThrow(/--territory/);
  });

  test('a landlord alone answers for all of itself', () => {
    expect(campaignTerritory({ contributions: [at(A, '')] })).toBe('FR');
    expect(campaignTerritory({ contributions: [at(A, 'REG:28', 'REG:32')] })).toBe('FR');
  });
});

describe('the campaign’s year', () => {
  const year = (...years: number[]) =>
    consolidate({
      contributions: years.map((one, index) => contribution({ siren: [A, B, C][index] ?? A, year: one })),
      territory: 'REG:28',
      catalogue: smallCatalogue(),
    }).year;

  test('is the most frequent exercice, of equals the latest', () => {
    expect(year(2018, 2018, 2020)).toBe(2018);
    expect(year(2018, 2020)).toBe(2020);
  });

  test('nothing usable is an error', () => {
    const rejected = { ...contribution({ siren: A }), status: 'rejected' as const };
    expect(() =>
      consolidate({ contributions: [rejected], territory: 'REG:28', catalogue: smallCatalogue() }),
    ).toThrow(CampaignError);
  });
});
