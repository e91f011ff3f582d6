import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../src/catalogue';
import { readArguments } from '../../src/cli/arguments';
import { deflate } from '../../src/cli/files';
import { indicators } from '../../src/cli/verbs/indicators';
import { print } from '../../src/cli/output';
import { study } from '../../src/cli/verbs/study';
import {
  buildPublicationWorkbook,
  type Consolidation,
  type Publication,
  publish,
  readPerimeter,
  readReferences,
} from '../../src/consolidation';
import { readContribution } from '../../src/contribution';
import { sampleRegion } from '../../src/sample';
import { bytesSource, writeWorkbook } from '../../src/xlsx';
import { checkStudy, formFor, studyNames } from '../study/sample-study';
import { workbooksOf } from './read-model';

jest.mock('../../src/cli/output', () => ({
  ...jest.requireActual<object>('../../src/cli/output'),
  print: jest.fn(),
}));

/** The sample goes the whole way: written, read back, consolidated. */

let result: Consolidation;
let publication: Publication;
const folder = mkdtempSync(join(tmpdir(), 'impact-studies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const { files } = sampleRegion('normandie', catalogue);
  const text = (path: string): string => String(files.find((file) => file.path === path)?.content);
  const contributions = [];
  for (const { path, workbook } of workbooksOf(files)) {
    const bytes = await writeWorkbook(workbook, { deflate });
    if (path.endsWith('calvance.xlsx')) writeFileSync(join(folder, 'calvance.xlsx'), bytes);
    contributions.push(await readContribution(bytesSource(bytes), path, { catalogue }));
  }
  const perimeter = readPerimeter(text('perimetre.csv'), 'perimetre.csv');
  const references = readReferences(text('references.csv'), 'references.csv');
  expect([...perimeter.remarks, ...references.remarks]).toEqual([]);
  publication = publish({
    contributions,
    perimeter: perimeter.lines,
    references: references.figures,
    by: ['DEP'],
    catalogue,
  });
  result = publication.consolidation;
}, 120_000);

/** What was published of Normandy, as printed. */
const published: readonly (readonly [string, string, (value: number) => string])[] = [
  ['CTX-01', '307834', String],
  ['CTX-03', '550000', String],
  ['CTX-04', '20.86', (value) => (100 * value).toFixed(2)],
  ['CTX-05', '24.3', (value) => (100 * value).toFixed(1)],
  ['CTX-06', '1176', String],
  ['OFF-06', '1100', String],
  ['OFF-07', '2.01', (value) => (100 * value).toFixed(2)],
  ['OFF-09', '11.03', (value) => (100 * value).toFixed(2)],
  ['POP-01', '33000', String],
  ['POP-02', '2.7', (value) => value.toFixed(1)],
  ['PAC-01', '5.31', (value) => value.toFixed(2)],
  ['ECO-01', '800', (value) => (value / 1e6).toFixed(0)],
  ['ECO-07', '5000', String],
  ['ECO-08', '45', (value) => (100 * value).toFixed(0)],
  ['ECO-09', '62', (value) => value.toFixed(0)],
  ['QRT-01', '26.0', (value) => (100 * value).toFixed(1)],
  ['QRT-04', '137', (value) => value.toFixed(0)],
  ['ENE-02', '40.3', (value) => (100 * value).toFixed(1)],
  ['ENE-04', '94.3', (value) => (100 * value).toFixed(1)],
  ['ENE-05', '7000', String],
];

it.each(published)('%s comes out as %s', (code, expected, print) => {
  const cell = result.cells.find((one) => one.code === code && one.territory === 'REG:28');
  expect(cell?.status).toBe('computed');
  expect(cell?.coverage).toBe(1);
  expect(print(cell?.value ?? Number.NaN)).toBe(expected);
});

it('counts 52 landlords, and the workbook sent twice once', () => {
  expect(result.contributions.filter(({ status }) => status === 'accepted')).toHaveLength(52);
  const others = result.contributions.filter(({ status }) => status !== 'accepted');
  expect(others.map(({ file, status }) => [file, status])).toEqual([
    ['contributions/chaumelle-v1.xlsx', 'superseded'],
  ]);
});

it('has blocking remarks only where the mistakes were put', () => {
  const blocking = result.contributions.flatMap(({ file, remarks }) =>
    remarks.filter(({ level }) => level === 'blocking').map(({ code, subject }) => [file, code, subject]),
  );
  const file = 'contributions/lainerie.xlsx';
  expect(blocking.sort()).toEqual(
    [
      [file, 'error_value', 'log_label_senior'],
      [file, 'wrong_unit', 'dep_adapt'],
      [file, 'negative', 'part_assoc_nb'],
      [file, 'not_a_number', 'locaux_nb'],
      [file, 'conflicting_values', 'acc'],
    ].sort(),
  );
});

it('has no other warning than those meant, and figures that stand out from their peers', () => {
  const meant: Readonly<Record<string, readonly string[]>> = {
    converted_unit: ['hetraie', 'valmorand'],
    number_as_text: ['monthellain'],
    carried_territory: ['sablonval'],
    unknown_code: ['lainerie'],
    uncalculated: ['lainerie'],
    superseded: ['chaumelle-v1'],
  };
  const found = new Map<string, Set<string>>();
  for (const { file, remarks } of result.contributions) {
    for (const { code, level } of remarks) {
      if (level === 'blocking' || code === 'outlier') continue;
      const slug = file.replace(/^.*\/|\.xlsx$/g, '');
      found.set(code, (found.get(code) ?? new Set()).add(slug));
    }
  }
  expect(Object.fromEntries([...found].map(([code, slugs]) => [code, [...slugs].sort()]))).toEqual(meant);
  expect(result.remarks).toEqual([]);
  // Some 8,000 figures are compared: a few in a hundred stand out in any region.
  const outliers = result.contributions.flatMap(({ remarks }) =>
    remarks.filter(({ code }) => code === 'outlier'),
  );
  expect(outliers.length).toBeLessThan(200);
});

it('leaves room for non-response where landlords do not know', () => {
  const coverage = (code: string): number =>
    result.cells.find((one) => one.code === code && one.territory === 'REG:28')?.coverage ?? Number.NaN;
  expect(coverage('SRV-01')).toBeGreaterThan(0.7);
  expect(coverage('SRV-01')).toBeLessThan(0.9);
  expect(coverage('ECO-16')).toBeLessThan(0.6);
});

it('covers the départements by those that answer there', () => {
  const stock = result.cells.filter((one) => one.code === 'CTX-01' && one.territory.startsWith('DEP:'));
  expect(stock.map(({ territory }) => territory)).toEqual(['DEP:14', 'DEP:27', 'DEP:50', 'DEP:61', 'DEP:76']);
  for (const { coverage } of stock) expect(coverage).toBeGreaterThan(0.9);
});

describe('the five studies, by the command line', () => {
  /** Runs a verb as typed; what it says. */
  async function typed(verb: typeof study, ...args: string[]): Promise<string> {
    const said = jest.mocked(print);
    said.mockClear();
    expect(await verb.run(readArguments(verb.spec, args))).toBe(0);
    return said.mock.calls.flat().join('\n');
  }
  const at = (name: string): string => join(folder, name);

  beforeAll(async () => {
    writeFileSync(at('publiable.xlsx'), await writeWorkbook(buildPublicationWorkbook(publication)));
    writeFileSync(at('formulaire.xlsx'), await formFor(2019));
    await typed(indicators, at('calvance.xlsx'), '-o', at('bailleur.xlsx'));
  }, 60_000);

  it.each(studyNames)(
    '%s: each number is that of the consolidation, with its note; nothing withheld',
    async (name) => {
      const given =
        name === 'premier-bilan' ? [at('bailleur.xlsx')] : [at('publiable.xlsx'), at('formulaire.xlsx')];
      const files: Record<string, Uint8Array> = {};
      for (const format of ['docx', 'pptx', 'xlsx']) {
        const output = at(`${name}.${format}`);
        expect(await typed(study, name, '-i', ...given, '-o', output)).toContain(`Étude écrite : ${output}`);
        files[format] = new Uint8Array(readFileSync(output));
      }
      await checkStudy(name, files, publication);
    },
  );
});
