import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readWithSheetJs } from '@e965/xlsx';
import { readXlsx } from 'hucre';
import { openWorkbook } from '../src/xlsx';
import { landlordWorkbooks } from './landlord-workbooks';
import { inflateWithZlib, withFile } from './support/node-source';

/** What a pass over the workbooks found: the same for every reader, or the comparison is void. */
interface Found {
  cells: number;
  /** Of all numbers. */
  sum: number;
}

interface Reader {
  readonly name: string;
  readonly pass: (path: string, found: Found) => Promise<void>;
}

/** CPU time (user and system) of one pass, and how many times the inflate-only floor that is. */
export interface ReadingMeasure {
  readonly name: string;
  /** Seconds: the median of the rounds. */
  readonly cpu: number;
  readonly timesFloor: number;
  readonly cells: number;
}

export interface ReadingReport {
  readonly files: number;
  /** All readers of ours on all the files, beside the floor. */
  readonly ours: readonly ReadingMeasure[];
  /** Libraries on one file in four, beside the floor and our full reading of the same files. */
  readonly others: readonly ReadingMeasure[];
}

/** Inflates every part and looks at nothing: no reader that reads everything can cost less. */
const FLOOR: Reader = {
  name: 'décompression seule (plancher)',
  pass: async (path) => inflateEverything(readFileSync(path)),
};

const TABLES: Reader = {
  name: 'tableaux de contribution seulement',
  pass: (path, found) =>
    withFile(path, async (source) => {
      const workbook = await openWorkbook(source, { inflate: inflateWithZlib });
      for (const { name } of workbook.tables) {
        const table = await workbook.readTable(name);
        for (let row = 0; row < table.rowCount; row++) {
          for (let column = 0; column < table.columns.length; column++) count(table.cell(row, column), found);
        }
      }
    }),
};

const COLUMNS: Reader = {
  name: 'toutes les feuilles, en colonnes typées',
  pass: (path, found) =>
    withFile(path, async (source) => {
      const workbook = await openWorkbook(source, { inflate: inflateWithZlib });
      for (const { name } of workbook.sheets) found.cells += (await workbook.readSheet(name)).cellCount;
    }),
};

const VALUES: Reader = {
  name: 'toutes les feuilles, chaque valeur et chaque texte',
  pass: (path, found) =>
    withFile(path, async (source) => {
      const workbook = await openWorkbook(source, { inflate: inflateWithZlib });
      for (const { name } of workbook.sheets) {
        (await workbook.readSheet(name)).forEach((_row, _column, value) => count(value, found));
      }
    }),
};

const HUCRE: Reader = {
  name: 'hucre',
  async pass(path, found) {
    for (const sheet of (await readXlsx(readFileSync(path))).sheets) {
      for (const row of sheet.rows) for (const value of row) count(value ?? undefined, found);
    }
  },
};

const SHEETJS: Reader = {
  name: 'SheetJS',
  async pass(path, found) {
    const options = { dense: true, cellText: false, cellHTML: false, cellFormula: false };
    const workbook = readWithSheetJs(readFileSync(path), options);
    for (const name of workbook.SheetNames) {
      const rows: unknown = workbook.Sheets[name]?.['!data'];
      for (const row of (rows ?? []) as ({ v?: unknown } | undefined)[][]) {
        for (const cell of row ?? []) count(cell?.v, found);
      }
    }
  },
};

/** Measures our readers on the 52 workbooks (written into `folder` the first time) and, if wanted, other libraries. */
async function measureReading(
  folder: string,
  { rounds = 5, withOthers = true } = {},
): Promise<ReadingReport> {
  const files = await landlordWorkbooks(folder);
  const ours = await measure([FLOOR, TABLES, COLUMNS, VALUES], files, rounds);
  const some = files.filter((_, i) => i % 4 === 0);
  const others = withOthers ? await measure([FLOOR, COLUMNS, VALUES, HUCRE, SHEETJS], some, 1) : [];
  const pandas = withOthers ? measurePandas(some, others[0]?.cpu ?? 0) : [];
  return { files: files.length, ours, others: [...others, ...pandas] };
}

/** Rounds alternate between the readers, so that what else the machine does weighs on all alike. */
async function measure(
  readers: readonly Reader[],
  files: readonly string[],
  rounds: number,
): Promise<ReadingMeasure[]> {
  const times = readers.map((): number[] => []);
  const found = readers.map((): Found => ({ cells: 0, sum: 0 }));
  for (let round = -1; round < rounds; round++) {
    for (const [i, reader] of readers.entries()) {
      // The first round warms up; libraries that take seconds a file do without.
      if (round < 0 && (reader === HUCRE || reader === SHEETJS)) continue;
      const seen: Found = { cells: 0, sum: 0 };
      const before = process.cpuUsage();
      for (const file of files) await reader.pass(file, seen);
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[i]!.push((user + system) / 1e6);
      found[i] = seen;
    }
  }
  agree(readers, found);
  const floor = median(times[0]!);
  return readers.map(({ name }, i) => {
    const cpu = median(times[i]!);
    return { name, cpu, timesFloor: cpu / floor, cells: found[i]!.cells };
  });
}

/** Readers that go through every value must have seen the same ones. */
function agree(readers: readonly Reader[], found: readonly Found[]): void {
  const complete = found.filter((_, i) => [VALUES, HUCRE, SHEETJS].includes(readers[i]!));
  const [first] = complete;
  for (const { cells, sum } of complete) {
    const close = Math.abs(sum - first!.sum) <= Math.abs(first!.sum) * 1e-9;
    if (cells !== first!.cells || !close) throw new Error(`readers disagree: ${JSON.stringify(complete)}`);
  }
}

const PANDAS = `
import sys, resource, pandas
pandas.DataFrame()
before = resource.getrusage(resource.RUSAGE_SELF)
cells = 0
for path in sys.argv[1:]:
    for sheet in pandas.read_excel(path, sheet_name=None, header=None, engine='openpyxl').values():
        cells += int(sheet.count().sum())
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, cells)
`;

/** pandas with openpyxl, where Python has both; nothing otherwise. */
function measurePandas(files: readonly string[], floor: number): ReadingMeasure[] {
  for (const python of ['python3', '/usr/bin/python3']) {
    const { status, stdout } = spawnSync(python, ['-c', PANDAS, ...files], { encoding: 'utf8' });
    if (status !== 0) continue;
    const [cpu = 0, cells = 0] = stdout.trim().split(' ').map(Number);
    return [{ name: 'pandas et openpyxl', cpu, timesFloor: cpu / floor, cells }];
  }
  return [];
}

function inflateEverything(file: Buffer): void {
  const end = file.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const count = file.readUInt16LE(end + 10);
  let p = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const compressed = file.readUInt32LE(p + 20);
    const offset = file.readUInt32LE(p + 42);
    const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
    void inflateWithZlib(file.subarray(start, start + compressed), file.readUInt32LE(p + 24));
    p += 46 + file.readUInt16LE(p + 28) + file.readUInt16LE(p + 30) + file.readUInt16LE(p + 32);
  }
}

function count(value: unknown, found: Found): void {
  if (value === undefined || value === null) return;
  found.cells++;
  if (typeof value === 'number') found.sum += value;
  // Libraries turn dates into objects.
  else if (value instanceof Date) found.sum += value.getTime() / 86_400_000 + 25_569;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

/**
 * Most memory taken (bytes, resident) by a process that reads the contribution tables of `howMany` workbooks
 * one after the other, then every sheet of the 52. To be run in a process of its own, once the workbooks exist.
 */
export async function memoryOfReading(folder: string, howMany: number): Promise<number> {
  const files = await landlordWorkbooks(folder);
  const found: Found = { cells: 0, sum: 0 };
  for (let i = 0; i < howMany; i++) await TABLES.pass(files[i % files.length]!, found);
  for (const file of files) await COLUMNS.pass(file, found);
  return process.resourceUsage().maxRSS * 1024;
}

/** The whole measure as lines to show; the workbooks stay in the temporary folder for the next time. */
export async function benchReading(): Promise<{ name: string; value: string }[]> {
  const { ours, others } = await measureReading(join(tmpdir(), 'impact-hlm-bench'));
  const show = ({ cpu, timesFloor }: ReadingMeasure): string =>
    `${cpu.toFixed(2).padStart(6)} s de calcul, ${timesFloor.toFixed(2)} × le plancher`;
  return [
    ...ours.map((one) => ({ name: one.name, value: show(one) })),
    ...others.map((one) => ({ name: `un sur quatre : ${one.name}`, value: show(one) })),
  ];
}
