import {
  isInside,
  levelOf,
  parseTerritory,
  suggestTerritories,
  territoriesAround,
  territoriesInside,
  territoryName,
} from '../../src/territory';

describe('a territory code', () => {
  it.each([
    ['FR', 'FR'],
    ['fr', 'FR'],
    ['REG:28', 'REG:28'],
    [' reg : 28 ', 'REG:28'],
    ['DEP:14', 'DEP:14'],
    ['dep:2a', 'DEP:2A'],
    ['DEP:2B', 'DEP:2B'],
    ['DEP:971', 'DEP:971'],
    ['EPCI:200065597', 'EPCI:200065597'],
    ['EPCI:200 065 597', 'EPCI:200065597'],
    ['com:14118', 'COM:14118'],
    ['COM:2a004', 'COM:2A004'],
  ])('%j is read as %s', (written, code) => expect(parseTerritory(written)).toEqual({ code }));

  it('may have lost its leading zero in a spreadsheet', () => {
    expect(parseTerritory('DEP:1')).toEqual({ code: 'DEP:01' });
    expect(parseTerritory('COM:1053')).toEqual({ code: 'COM:01053' });
  });

  it.each(['', ' ', '14', '14118', 'DEP:20', 'DEP:99', 'REG:23', 'COM:99999', 'EPCI:1', 'XXX:14', 'FR:14'])(
    '%j is unknown',
    (written) => expect(parseTerritory(written)).toBeUndefined(),
  );

  it('of a zone keeps its value as written, spaces around aside', () => {
    expect(parseTerritory('ZONE:abc/B2')).toEqual({ code: 'ZONE:abc/B2' });
    expect(parseTerritory(" zone:ABC / Villages  d'avenir ")).toEqual({ code: "ZONE:abc/Villages d'avenir" });
    expect(parseTerritory('ZONE:abc')).toBeUndefined();
    expect(parseTerritory('ZONE:abc/')).toBeUndefined();
  });

  it.each([
    ['COM:75101', 'COM:75056'],
    ['COM:75120', 'COM:75056'],
    ['COM:69389', 'COM:69123'],
    ['COM:13216', 'COM:13055'],
  ])('of an arrondissement, %s, rolls up to %s', (written, code) =>
    expect(parseTerritory(written)).toEqual({ code, rolledUp: true }),
  );

  it.each([
    // Annecy-le-Vieux joined Annecy, Équeurdreville-Hainneville Cherbourg-en-Cotentin.
    ['com:74011', 'COM:74010', 'COM:74011'],
    ['COM:50173', 'COM:50129', 'COM:50173'],
    // Pont-Farcy left the Calvados for Tessy-Bocage, in the Manche.
    ['COM:14513', 'COM:50592', 'COM:14513'],
    // Saint-Rambert joined Lyon in 1963: not an arrondissement.
    ['COM:69232', 'COM:69123', 'COM:69232'],
  ])('of a former commune, %s, is carried to %s', (written, code, carriedFrom) =>
    expect(parseTerritory(written)).toEqual({ code, carriedFrom }),
  );
});

describe('the level of a code', () => {
  it.each(['FR', 'REG', 'DEP', 'EPCI', 'COM', 'ZONE'])('%s', (level) =>
    expect(levelOf(level === 'FR' ? 'FR' : `${level}:x`)).toBe(level),
  );
  it.each(['', 'REG', 'FR:1', 'CANTON:1'])('%j has none', (text) => expect(levelOf(text)).toBeUndefined());
});

describe('what lies inside what', () => {
  it('Caen lies in its EPCI, the Calvados, Normandy and France, and not in itself', () => {
    expect(territoriesAround('COM:14118')).toEqual(['FR', 'REG:28', 'DEP:14', 'EPCI:200065597']);
    expect(isInside('COM:14118', 'DEP:14')).toBe(true);
    expect(isInside('COM:14118', 'COM:14118')).toBe(false);
    expect(isInside('COM:14118', 'DEP:50')).toBe(false);
    expect(isInside('DEP:14', 'COM:14118')).toBe(false);
    expect(isInside('DEP:14', 'REG:28')).toBe(true);
    expect(isInside('DEP:971', 'REG:01')).toBe(true);
  });

  it('Caen la mer lies in the Calvados', () => {
    expect(territoriesAround('EPCI:200065597')).toEqual(['FR', 'REG:28', 'DEP:14']);
  });

  it('the Métropole du Grand Paris crosses départements: inside the région, in none of them', () => {
    expect(territoriesAround('EPCI:200054781')).toEqual(['FR', 'REG:11']);
    expect(isInside('EPCI:200054781', 'DEP:75')).toBe(false);
    expect(isInside('COM:75056', 'EPCI:200054781')).toBe(true);
    expect(isInside('COM:75056', 'DEP:75')).toBe(true);
  });

  it('an EPCI across régions lies in France only', () => {
    // Redon Agglomération: Ille-et-Vilaine, Morbihan (Bretagne) and Loire-Atlantique (Pays de la Loire).
    expect(territoriesAround('EPCI:243500741')).toEqual(['FR']);
    expect(territoryName('EPCI:243500741')).toMatch(/Redon/);
  });

  it('a zone is a grouping: inside nothing, nothing inside', () => {
    expect(isInside('ZONE:abc/B2', 'FR')).toBe(false);
    expect(territoriesInside('FR', 'ZONE')).toEqual([]);
  });

  it('lists the départements of Normandy', () => {
    expect(territoriesInside('REG:28', 'DEP')).toEqual(['DEP:14', 'DEP:27', 'DEP:50', 'DEP:61', 'DEP:76']);
  });
});

describe('names and suggestions', () => {
  it.each([
    ['FR', 'France'],
    ['REG:28', 'Normandie'],
    ['DEP:2A', 'Corse-du-Sud'],
    ['COM:14118', 'Caen'],
    ['ZONE:abc/B2', 'B2 (abc)'],
    ['DEP:99', 'DEP:99'],
  ])('%s is %s', (code, name) => expect(territoryName(code)).toBe(name));

  it.each([
    ['14118', ['COM:14118']],
    ['14', ['DEP:14']],
    ['28', ['REG:28', 'DEP:28']],
    ['200065597', ['EPCI:200065597']],
    ['INSEE:14118', ['COM:14118']],
    ['74011', ['COM:74011']],
    ['saint etienne du rouvray', ['COM:76575']],
    ['normandie', ['REG:28']],
    ['france', ['FR']],
    ['nulle part', []],
    ['', []],
  ])('%j may be %j', (text, codes) => expect(suggestTerritories(text)).toEqual(codes));
});
