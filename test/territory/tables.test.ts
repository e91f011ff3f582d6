import { readFileSync } from 'node:fs';
import type * as territoryContext from '../../src/territory';
import { communesOfPostalCode, territoryName, territoryOfCedex } from '../../src/territory';

describe('postal codes', () => {
  it('tells a CEDEX by its first digits, and either part of Corsica only where the post’s own codes do', () => {
    expect(['14067', '01012', '97491', '20189', '20291', '20700'].map(territoryOfCedex)).toEqual([
      'DEP:14',
      'DEP:01',
      'DEP:974',
      'DEP:2A',
      'DEP:2B',
      'REG:94',
    ]);
    expect(['98000', '00000', '2A004', '1401'].map(territoryOfCedex)).toEqual(Array(4).fill(undefined));
  });

  it('gives every commune of a code, and none for what is not one of the post', () => {
    // La Poste, base officielle des codes postaux: Caen alone; Paris as one commune; four communes for 14440.
    expect(communesOfPostalCode('14000')).toEqual(['COM:14118']);
    expect(communesOfPostalCode('75001')).toEqual(['COM:75056']);
    expect(communesOfPostalCode('14440').map(territoryName)).toContain('Douvres-la-Délivrande');
    expect(communesOfPostalCode('14052')).toEqual([]);
    expect(communesOfPostalCode('B-1000')).toEqual([]);
  });

  it('holds as many codes as communes say, by another reading of the official package', () => {
    const file = require.resolve('@etalab/decoupage-administratif/data/communes.json');
    const communes = JSON.parse(readFileSync(file, 'utf8')) as {
      type: string;
      code: string;
      codesPostaux?: string[];
    }[];
    const caen = communes.filter(
      (one) => one.type === 'commune-actuelle' && (one.codesPostaux ?? []).includes('14610'),
    );
    expect(communesOfPostalCode('14610')).toEqual(caen.map((one) => `COM:${one.code}`));
    expect(caen.length).toBeGreaterThan(1);
  });
});

describe('tables that are not there yet', () => {
  it('says which one is asked for, and answers once it is provided', () => {
    jest.isolateModules(() => {
      const fresh = jest.requireActual<typeof territoryContext>('../../src/territory');
      expect(fresh.isProvided('territories')).toBe(false);
      expect(() => fresh.parseTerritory('DEP:14')).toThrow(fresh.TableNotLoaded);
      expect(() => fresh.communesOfPostalCode('14000')).toThrow(
        expect.objectContaining({ table: 'postalCodes' }),
      );
      fresh.provideTable('territories', () => ({
        version: 'test',
        regions: [['28', 'Normandie']],
        departements: [['14', 'Calvados', '28']],
        epci: [],
        communes: [],
        former: [],
      }));
      expect(fresh.parseTerritory('DEP:14')).toEqual({ code: 'DEP:14' });
      expect(fresh.isInside('DEP:14', 'REG:28')).toBe(true);
    });
  });
});
