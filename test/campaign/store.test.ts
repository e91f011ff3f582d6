import { catalogue } from '../../src/catalogue';
import {
  receivedHeadings,
  receivedOf,
  receivedVersions,
  storedRows,
  type ReceivedTable,
} from '../../src/campaign';
import { type Contribution, readContribution } from '../../src/contribution';
import { sampleRegion } from '../../src/sample';
import { bytesSource, writeWorkbook } from '../../src/xlsx';
import { A, B, contribution } from '../consolidation/campaign';
import { day } from './campaign';

type Stored = ReturnType<typeof storedRows>;

/** The rows of a kind as a workbook gives them back: a date is a number of days, nothing is undefined. */
function tablesOf(...stored: readonly Stored[]) {
  const serial = (value: unknown) => (value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value);
  const keys = Object.keys(receivedHeadings) as ReceivedTable[];
  return Object.fromEntries(
    keys.map((key) => {
      const rows = stored.flatMap((one) => one[key]);
      const columns: readonly string[] = receivedHeadings[key];
      const cell = (row: number, column: number) => (serial(rows[row]?.[column]) ?? undefined) as string;
      return [key, { columns, rowCount: rows.length, cell }];
    }),
  ) as Record<ReceivedTable, Parameters<typeof receivedVersions>[0]>;
}

const after = (siren: string, version: string) => ({
  siren,
  name: '',
  state: 'reçu' as const,
  by: '',
  sentBy: '',
  version,
  file: '',
  comment: '',
  filled: 0.5,
  blocking: 2,
});
const stored = (one: Contribution, version: string, before?: ReturnType<typeof after>) =>
  storedRows(
    { contribution: one, version, before, after: after(one.identity!.siren, version) },
    { at: day('2020-06-01'), by: 'Claire' },
  );

const nothing = (count: number) => Array.from({ length: count }, () => null);
const sent = contribution({
  siren: A,
  status: 'transmis',
  sentAt: '2020-05-01',
  file: 'alpha.xlsx',
  data: { nb_lls: 0, nb_individuel: 'ND', nb_collectif: 'SO', nb_loues: null, nb_neufs: 'refused' },
  rents: [['COM:14118', 5, 6, 10]],
});

test('blank, ND, SO, zero and refused are five things, and come back as they were', () => {
  const [back] = receivedOf(tablesOf(stored(sent, 'a1')), [{ siren: A, version: 'a1' }]);
  const kept = sent.facts.filter(({ answer }) => answer.kind !== 'blank');
  expect(kept.map(({ answer }) => answer.kind)).toEqual([
    'number',
    'unavailable',
    'not_applicable',
    'refused',
  ]);
  expect(back?.contribution).toEqual({ ...sent, facts: kept });
});

test('a contribution without any figure keeps a row that says so, which is none of its figures', () => {
  const empty = contribution({ siren: B, status: 'transmis', file: 'b.xlsx', data: { nb_lls: null } });
  const rows = stored(empty, 'b1');
  expect(rows.facts).toEqual([[Number(B), 'b1', null, 2019, ...nothing(4), 'Reçu sans aucun chiffre', null]]);
  const [back] = receivedOf(tablesOf(rows), [{ siren: B, version: 'b1' }]);
  expect(back?.contribution).toEqual({ ...empty, facts: [] });
});

test('only the version that the follow-up names counts; what it replaced can be put back', () => {
  const tables = tablesOf(stored(sent, 'a1'), stored({ ...sent, file: 'b.xlsx' }, 'a2', after(A, 'a1')));
  expect(receivedOf(tables, [{ siren: A, version: 'a2' }]).map(({ contribution: one }) => one.file)).toEqual([
    'b.xlsx',
  ]);
  expect(receivedOf(tables, [{ siren: A, version: '' }])).toEqual([]);
  expect(receivedOf(tables, [{ siren: A, version: 'lost' }])).toEqual([]);
  expect(receivedVersions(tables.versions)).toMatchObject([
    { siren: A, version: 'a1', replaces: '', by: 'Claire', filled: 0.5, blocking: 2 },
    { siren: A, version: 'a2', replaces: 'a1', before: { state: 'reçu', by: '' } },
  ]);
});

test('a workbook of a landlord with all its tables, remarks and comments: reading it again gives the same', async () => {
  const files = sampleRegion('normandie', catalogue).files.flatMap(({ path, content }) =>
    // Three with their rows of rents, works and lists, and the one with wrong cells.
    typeof content !== 'string' && /abbayette|argenval|lainerie/u.test(path) ? [content] : [],
  );
  let seen = 0;
  for (const model of files) {
    const bytes = await writeWorkbook(model);
    const read = await readContribution(bytesSource(bytes), 'x.xlsx', { catalogue });
    if (read.status !== 'accepted' || !read.identity) continue;
    seen += 1;
    const { siren } = read.identity;
    const [back] = receivedOf(tablesOf(stored(read, 'v')), [{ siren, version: 'v' }]);
    const filled = new Set(
      read.facts.flatMap(({ code, year, answer }) => (answer.kind === 'blank' ? [] : [`${code} ${year}`])),
    );
    const facts = read.facts.filter(({ code, year }) => filled.has(`${code} ${year}`));
    expect(back?.contribution).toEqual({ ...read, facts });
  }
  expect(seen).toBe(3);
});
