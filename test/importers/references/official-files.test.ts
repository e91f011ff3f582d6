import { readFileSync } from 'node:fs';
import territory from '../../../generated/territory.json';
import { catalogue } from '../../../src/catalogue';
import { importReferences, type ImportedReferences } from '../../../src/importers/references';
import { bytesSource } from '../../../src/xlsx';
import { sharedData } from '../../support/shared';

const read = (path: string, options = {}): Promise<ImportedReferences> =>
  importReferences(bytesSource(readFileSync(path)), path, { catalogue, ...options });

/** Today's commune by another way than the product's: the table of former communes, as it is generated. */
const former = new Map((territory as unknown as { former: [string, string][] }).former);
const today = (code: string): string => `COM:${former.get(code) ?? code}`;

const countsOf = (zones: Iterable<string>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const zone of zones) counts[zone] = (counts[zone] ?? 0) + 1;
  return counts;
};

/** Municipal population of 2022, added up over column E of the XML by a Python program. */
const POPULATION = 68_017_091;

const accounted = ({ account }: ImportedReferences): number =>
  Object.values(account.fates).reduce((sum, one) => sum + one, 0);

const zoning = (imported: ImportedReferences, name: string) =>
  imported.zonings.find((one) => one.name === name)!;

describe('official files as published', () => {
  it('the ABC zoning: every commune, its zone and its date', async () => {
    const path = sharedData('data/territory/zonage-abc-2025-09-05.csv');
    if (!path) return;
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n').slice(1);
    const expected = new Map(lines.map((line) => line.split(';')).map((one) => [today(one[0]!), one[3]!]));
    const imported = await read(path);
    const abc = zoning(imported, 'abc');
    expect([imported.layout, abc.date]).toEqual(['zonage-abc', '2025-09-05']);
    expect(abc.zoneOf).toEqual(expected);
    // cut -d';' -f4 | sort | uniq -c on the file.
    expect(countsOf(abc.zoneOf.values())).toEqual({ Abis: 133, A: 871, B1: 2383, B2: 3162, C: 28326 });
    expect([imported.account.lines, accounted(imported)]).toEqual([lines.length + 1, lines.length + 1]);
    expect(imported.remarks).toEqual([]);
  });

  it('programmes of 2023 carried to the communes of today, with the counts said', async () => {
    const path = sharedData('data/territory/acv-pvd-cog2023.csv');
    if (!path) return;
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);
    const rows = lines.map((line) => /^(\w+),(.*),([^,]*),([^,]*),([^,]*),([^,]*)$/.exec(line.trim())!);
    const imported = await read(path);
    for (const [name, column] of [
      ['pvd', 3],
      ['acv', 4],
      ['acv2', 5],
      ['va', 6],
    ] as const) {
      const expected = new Set(rows.filter((one) => one[column] !== '').map((one) => today(one[1]!)));
      expect([name, new Set(zoning(imported, name).zoneOf.keys())]).toEqual([name, expected]);
    }
    const moved = rows.filter((one) => former.has(one[1]!)).length;
    const { carried, superseded } = imported.account.fates;
    expect([moved > 0, carried + superseded]).toEqual([true, moved]);
    expect([imported.account.lines, accounted(imported)]).toEqual([lines.length + 1, lines.length + 1]);
    expect(imported.remarks.map((one) => one.code).sort()).toEqual(['lines_carried', 'lines_superseded']);
  });

  it('the density grid: headings on row 5 of a workbook, line breaks in those above', async () => {
    const path = sharedData('data/workbooks/insee-density-2025.xlsx');
    if (!path) return;
    const imported = await read(path);
    // Counted in the XML of the sheet by a Python program.
    expect(countsOf(zoning(imported, 'densite').zoneOf.values())).toEqual({
      Rural: 30596,
      'Urbain intermédiaire': 3580,
      'Urbain dense': 699,
    });
    expect(countsOf(zoning(imported, 'rural').zoneOf.values())).toEqual({ Rural: 30596, Urbain: 3580 + 699 });
    expect(countsOf(zoning(imported, 'densite7').zoneOf.values())).toEqual({
      'Rural à habitat dispersé': 18288,
      'Rural à habitat très dispersé': 7236,
      'Bourgs ruraux': 5072,
      'Ceintures urbaines': 1996,
      'Petites villes': 947,
      'Grands centres urbains': 699,
      'Centres urbains intermédiaires': 637,
    });
    expect(zoning(imported, 'densite').date).toBe('2025-07-21');
    expect(imported.account).toMatchObject({ lines: 34880, fates: { read: 34875, heading: 5, blank: 0 } });
    const communes = imported.values.filter((one) => one.territory.startsWith('COM:'));
    expect(communes.length).toBe(34875);
    const population = communes.reduce((sum, one) => sum + one.value, 0);
    // The same Python program added up column E.
    expect(population).toBe(POPULATION);
    expect(imported.values.find((one) => one.territory === 'FR')).toEqual({
      code: 'population',
      year: 2022,
      territory: 'FR',
      value: POPULATION,
    });
  }, 120_000);

  it('market rents: latin-1, decimal commas, charges included, no year of their own', async () => {
    const path = sharedData('data/territory/anil-loyers-appartements-95.csv');
    if (!path) return;
    const lines = readFileSync(path, 'latin1').trimEnd().split('\r\n').slice(1);
    const rents = lines.map((line) => line.replaceAll('"', '').split(';'));
    const expected = new Map(rents.map((one) => [today(one[1]!), Number(one[6]!.replace(',', '.'))]));
    const undated = await read(path);
    expect(undated.values).toEqual([]);
    expect(undated.remarks.find((one) => one.code === 'missing_year')).toMatchObject({ level: 'blocking' });
    const imported = await read(path, { year: 2023 });
    expect(new Map(imported.values.map((one) => [one.territory, one.value]))).toEqual(expected);
    expect(new Set(imported.values.map((one) => `${one.code} ${one.year}`))).toEqual(
      new Set(['loyer_annonce_appartement 2023']),
    );
    expect(imported.remarks.map((one) => one.code)).toContain('charges_included');
    expect(accounted(imported)).toBe(lines.length + 1);
  });
});
