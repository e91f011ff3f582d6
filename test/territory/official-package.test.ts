import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  isInside,
  parseTerritory,
  territoriesAround,
  territoriesInside,
  territoryName,
} from '../../src/territory';

/** The official files themselves, read here without our generator. */
interface Commune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly region?: string;
  readonly commune?: string;
  readonly chefLieu?: string;
}
const folder = dirname(require.resolve('@etalab/decoupage-administratif/package.json'));
const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, 'data', `${name}.json`), 'utf8'));
const communes = read<Commune[]>('communes');
const current = communes.filter((one) => one.type === 'commune-actuelle');
const epci = read<{ code: string; membres: { code: string }[] }[]>('epci');

describe('against the official package', () => {
  it('knows every commune, with its name, département and région', () => {
    const wrong = current.filter((one) => {
      const code = `COM:${one.code}`;
      const inDepartement = one.departement === undefined || isInside(code, `DEP:${one.departement}`);
      const inRegion = one.region === undefined || isInside(code, `REG:${one.region}`);
      const known = parseTerritory(code)?.code === code && territoryName(code) === one.nom;
      return !(known && inDepartement && inRegion && isInside(code, 'FR'));
    });
    expect(wrong).toEqual([]);
    expect(territoriesInside('FR', 'COM')).toHaveLength(current.length);
    expect(current.length).toBeGreaterThan(34_000);
  });

  it('counts the communes of a département and the members of an EPCI', () => {
    const calvados = current.filter((one) => one.departement === '14').length;
    expect(territoriesInside('DEP:14', 'COM')).toHaveLength(calvados);
    const members = epci.find((one) => one.code === '200065597')?.membres.map((one) => `COM:${one.code}`);
    expect(territoriesInside('EPCI:200065597', 'COM')).toEqual(members?.sort());
  });

  it('places every EPCI in a département if and only if all its members are there', () => {
    const departementOf = new Map(current.map((one) => [one.code, one.departement]));
    const wrong = epci.filter((one) => {
      const departements = new Set(one.membres.map((member) => departementOf.get(member.code)));
      const ours = territoriesAround(`EPCI:${one.code}`).filter((code) => code.startsWith('DEP:'));
      const expected = departements.size === 1 ? [...departements].map((code) => `DEP:${code}`) : [];
      return ours.join() !== expected.join();
    });
    expect(wrong.map((one) => one.code)).toEqual([]);
    const across = epci.filter(
      (one) => !territoriesAround(`EPCI:${one.code}`).some((code) => /^DEP/.test(code)),
    );
    expect(across.length).toBeGreaterThan(10);
  });

  it('rolls every arrondissement up, and carries delegated communes whose code is gone', () => {
    const codes = new Set(current.map((one) => one.code));
    const arrondissements = communes.filter((one) => one.type === 'arrondissement-municipal');
    expect(arrondissements).toHaveLength(20 + 9 + 16);
    for (const one of arrondissements)
      expect(parseTerritory(`COM:${one.code}`)).toEqual({ code: `COM:${one.commune}`, rolledUp: true });
    const gone = communes.filter((one) => one.type === 'commune-deleguee' && !codes.has(one.code));
    const wrong = gone.filter((one) => {
      const parsed = parseTerritory(`COM:${one.code}`);
      return parsed?.code !== `COM:${one.chefLieu}` || parsed.carriedFrom !== `COM:${one.code}`;
    });
    expect(wrong).toEqual([]);
    expect(gone.length).toBeGreaterThan(1000);
  });
});
