import '../../support/territories';
import { createReadStream, readFileSync } from 'node:fs';
import { importRpls, mergeRpls, rplsWorkbook } from '../../../src/importers/rpls';
import { catalogue } from '../../../src/catalogue';
import { readContribution } from '../../../src/contribution';
import { bytesSource, writeWorkbook } from '../../../src/xlsx';
import { sharedData } from '../../support/shared';
import { expectAccounted } from './lines';

type Row = Readonly<Record<string, string>>;

/** Another way to read the open data of 2018: text lines, cut at each semicolon. */
function naiveRows(file: string): Row[] {
  const [headings = '', ...lines] = readFileSync(file, 'latin1')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const names = headings.split(';');
  return lines.map((line) => {
    const fields = line.split(';');
    return Object.fromEntries(names.map((name, at) => [name, fields[at] ?? '']));
  });
}

const sumOf = (rows: readonly Row[], value: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + value(row), 0);
const ratedAs = (letters: string) => (row: Row) =>
  row['DPEENERGIE'] !== '' && letters.includes(row['DPEENERGIE'] ?? '?') && row['DPEDATE'] !== '01/1900';

/** The definitions of the catalogue again, on texts; the survey of January 2018 is that of the year 2017. */
const counted: Readonly<Record<string, (rows: readonly Row[]) => number>> = {
  nb_lls: (rows) => rows.length,
  nb_individuel: (rows) => rows.filter((row) => row['TYPECONST'] === 'I').length,
  nb_collectif: (rows) => rows.filter((row) => /^[CE]$/.test(row['TYPECONST'] ?? '')).length,
  somme_ages: (rows) => sumOf(rows, (row) => 2017 - Number(row['CONSTRUCT'])),
  nb_age_connu: (rows) => rows.filter((row) => /^(1[7-9]|20)\d\d$/.test(row['CONSTRUCT'] ?? '')).length,
  surface_totale: (rows) => sumOf(rows, (row) => Number(row['SURFHAB'])),
  mes_neuf: (rows) =>
    rows.filter((row) => row['LOCAT'] === '2017' && /^[14]$/.test(row['ORIGINE'] ?? '')).length,
  mes_acq: (rows) =>
    rows.filter((row) => row['LOCAT'] === '2017' && /^[23]$/.test(row['ORIGINE'] ?? '')).length,
  log_qpv: (rows) => rows.filter((row) => row['QPV'] === '1').length,
  ...Object.fromEntries(
    [...'ABCDEFG'].map((letter) => [
      `dpe_${letter.toLowerCase()}`,
      (rows: readonly Row[]) => rows.filter(ratedAs(letter)).length,
    ]),
  ),
  dpe_inconnu: (rows) => rows.filter((row) => !ratedAs('ABCDEFG')(row)).length,
};

describe.each([
  ['data/rpls/rpls-2018-corse.csv', 14_451],
  ['data/rpls/rpls-2018-mayotte.csv', 270],
])('%s', (path, lines) => {
  const file = sharedData(path);
  if (file === undefined) return it('is not here', () => undefined);

  it('accounts for every line and agrees, commune by commune, with a naive count', async () => {
    const found = await importRpls(() => createReadStream(file), { file: path });
    expectAccounted(found);
    expect(found.counts).toEqual({
      lines: lines + 1,
      headings: 1,
      blank: 0,
      present: lines,
      exits: 0,
      outOfScope: [],
      rejected: [],
    });
    expect([found.layout.kind, found.year]).toEqual(['open', 2017]);
    const rows = naiveRows(file);
    const communes = new Map<string, Row[]>();
    for (const row of rows) {
      const code = row['DEPCOM'] ?? '';
      const some = communes.get(code);
      if (some) some.push(row);
      else communes.set(code, [row]);
    }
    for (const [code, count] of Object.entries(counted)) {
      expect([code, found.totals[code]]).toEqual([code, count(rows)]);
      // No commune of these two files has been merged since: codes as written are today's.
      const facts = found.facts.filter((fact) => fact.code === code);
      expect(Object.fromEntries(facts.map(({ territory, value }) => [territory, value]))).toEqual(
        Object.fromEntries([...communes].map(([commune, some]) => [`COM:${commune}`, count(some)])),
      );
    }
    expect(found.financing.reduce((sum, { dwellings }) => sum + dwellings, 0)).toBe(lines);
    // Open data: no occupation, no rent; never zero.
    for (const code of ['nb_loues', 'nb_vacants', 'somme_loyers_mois', 'demolitions']) {
      expect(found.facts.some((fact) => fact.code === code)).toBe(false);
      expect(found.unanswered).toContainEqual(expect.objectContaining({ code, why: 'absent' }));
    }
  });

  it('writes a workbook that reads as a contribution once the landlord is named', async () => {
    const found = await importRpls(() => createReadStream(file), { file: path });
    const landlord = { siren: '123456782', name: 'OFFICE D’ESSAI' };
    const bytes = await writeWorkbook(rplsWorkbook(mergeRpls([{ ...found, landlord }]), catalogue));
    const read = await readContribution(bytesSource(bytes), 'rpls.xlsx', { catalogue });
    expect(read.status).toBe('accepted');
    expect(read.identity).toMatchObject({ siren: '123456782', year: 2017 });
    expect(read.facts).toHaveLength(found.facts.length);
    const stock = read.facts.filter(({ code }) => code === 'nb_lls');
    const total = stock.reduce((sum, { answer }) => sum + (answer.kind === 'number' ? answer.value : NaN), 0);
    expect(total).toBe(lines);
    expect(read.members.map(({ identifier }) => identifier)).toEqual(found.communes);
    expect(read.remarks.filter(({ level }) => level === 'blocking')).toEqual([]);
  });
});

it('recognises the headings of 2025, which tell their year', async () => {
  const file = sharedData('data/rpls/rpls-2025-header.csv');
  if (file === undefined) return;
  const found = await importRpls(() => createReadStream(file), {});
  expect([found.layout.kind, found.year, found.rows, found.counts.lines]).toEqual(['open', 2024, 0, 1]);
});

describe('several files', () => {
  const file = sharedData('data/rpls/rpls-2018-mayotte.csv');
  if (file === undefined) return it('is not here', () => undefined);
  const read = (year?: number) =>
    importRpls(() => createReadStream(file), year === undefined ? {} : { year });

  it('are added within a year, and give the opening stock of the next', async () => {
    const merged = mergeRpls([await read(2017), await read(2018)]);
    const of = (code: string, year: number) =>
      merged.totals.find((one) => one.code === code && one.year === year)?.value;
    expect([of('nb_lls', 2017), of('nb_lls', 2018), of('parc_debut', 2018), of('parc_debut', 2017)]).toEqual([
      270,
      270,
      270,
      undefined,
    ]);
    const twice = mergeRpls([await read(), await read()]);
    expect(twice.totals.find(({ code }) => code === 'nb_lls')?.value).toBe(540);
    expect(twice.remarks.map(({ code }) => code)).toContain('same_file_twice');
  });

  it('leave unanswered for a year what one of them does not give', async () => {
    const whole = await read();
    const totals = Object.fromEntries(Object.entries(whole.totals).filter(([code]) => code !== 'mes_neuf'));
    const facts = whole.facts.filter(({ code }) => code !== 'mes_neuf');
    const merged = mergeRpls([whole, { ...whole, totals, facts, communes: [] }]);
    expect(merged.facts.some(({ code }) => code === 'mes_neuf')).toBe(false);
    expect(merged.remarks.map(({ code }) => code)).toContain('uneven_files');
  });
});
