import { searchTerritories } from '../../src/territory';

describe('searching a territory by what someone types', () => {
  it('finds a name without its accents and hyphens, and the coarsest first', () => {
    expect(searchTerritories('normandie')[0]).toBe('REG:28');
    expect(searchTerritories('saint etienne du rouvray')[0]).toBe('COM:76575');
    expect(searchTerritories('Ille et Vilaine')[0]).toBe('DEP:35');
  });

  it('finds a code, with its level or without', () => {
    expect(searchTerritories('14')[0]).toBe('DEP:14');
    expect(searchTerritories('reg:28')).toEqual(['REG:28']);
    expect(searchTerritories('14118')[0]).toBe('COM:14118');
    expect(searchTerritories('2a')[0]).toBe('DEP:2A');
  });

  it('gives names that begin so before those with such a word inside', () => {
    const found = searchTerritories('caen');
    expect(found[0]).toBe('COM:14118');
    expect(found).toContain('EPCI:200065597');
  });

  it('gives as many as asked, and none for nothing', () => {
    expect(searchTerritories('saint', 3)).toHaveLength(3);
    expect(searchTerritories('  ')).toEqual([]);
    expect(searchTerritories('xyzzy')).toEqual([]);
  });
});
