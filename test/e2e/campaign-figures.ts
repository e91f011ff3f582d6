import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { catalogue } from '../../src/catalogue';
import type { WorkbookFile } from './simulated-excel';

/**
 * The published figures of a region once more, from the landlords' workbooks, by another reader and another program:
 * nothing of the engine. Sums of questionnaire figures and quotients of two such sums, at the campaign's territory.
 */

type Answer = number | 'SO' | undefined;

interface Row {
  readonly code: string;
  readonly territory: string;
  readonly value: unknown;
  readonly unit: string;
}

interface Landlord {
  readonly siren: string;
  readonly rows: readonly Row[];
}

/** A figure that the union changed: in which workbook, which cell. */
export interface Changed {
  readonly file: string;
  readonly cell: string;
  readonly value: number;
}

interface Line {
  readonly siren: string;
  readonly family: string;
  readonly territory: string;
  readonly dwellings: number;
}

export interface Recomputed {
  readonly collected: number;
  /** Extrapolated family by family; the same where all answered. */
  readonly redressed: number;
  readonly respondents: number;
  readonly coverage: number;
}

const plainly = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The sheet that a table stands on: landlords call their sheets as they like. */
function sheetOf(bytes: Uint8Array, table: string): string {
  const parts = Object.entries(
    unzipSync(bytes, { filter: ({ name }) => /^xl\/(tables|worksheets\/_rels|_rels|workbook)/u.test(name) }),
  ).map(([name, part]) => [name, strFromU8(part)] as const);
  const named = (text: string) => parts.find(([name]) => name.endsWith(text))?.[1] ?? '';
  const own =
    parts
      .find(([, xml]) => xml.includes(`displayName="${table}"`))?.[0]
      .split('/')
      .at(-1) ?? '?';
  const sheet = parts.find(
    ([name, xml]) => name.startsWith('xl/worksheets/_rels/') && xml.includes(`/${own}"`),
  );
  const file = sheet?.[0].split('/').at(-1)?.replace('.rels', '') ?? '?';
  const id = new RegExp(`<Relationship [^>]*>`, 'gu');
  const relation = [...named('workbook.xml.rels').matchAll(id)].find(([xml]) =>
    xml.includes(`/${file}"`),
  )?.[0];
  const rid = /Id="([^"]*)"/u.exec(relation ?? '')?.[1] ?? '?';
  const entry = [...named('xl/workbook.xml').matchAll(/<sheet [^>]*>/gu)].find(([xml]) =>
    xml.includes(`"${rid}"`),
  );
  const name = /name="([^"]*)"/u.exec(entry?.[0] ?? '')?.[1] ?? '';
  return name.replaceAll('&amp;', '&').replaceAll('&apos;', "'").replaceAll('&quot;', '"');
}

/** One landlord's rows of the year; a changed figure replaced. */
function landlordOf({ name, bytes }: WorkbookFile, year: number, changed: readonly Changed[]): Landlord {
  const [whoIs = '', what = ''] = ['IMPACT_IDENTITE', 'IMPACT_DONNEES'].map((table) => sheetOf(bytes, table));
  const { Sheets: sheets } = read(bytes, { sheets: [whoIs, what], cellHTML: false, cellText: false });
  const lines = (sheet: string) =>
    utils.sheet_to_json<unknown[]>(sheets[sheet] as object, { header: 1, blankrows: true, range: 0 });
  const identity = new Map(
    lines(whoIs).flatMap((row) => {
      const [field, value] = row.filter((one) => one !== undefined && one !== null);
      return [[plainly(field), String(value ?? '')] as const];
    }),
  );
  const all = lines(what);
  const head = all.findIndex((row) => row.some((one) => plainly(one) === 'code'));
  const at = (heading: string) => (all[head] ?? []).findIndex((one) => plainly(one) === heading);
  const [code, territory, annee, valeur, unite] = ['code', 'territoire', 'annee', 'valeur', 'unite'].map(
    at,
  ) as [number, number, number, number, number];
  const rows = all.flatMap((row, index): Row[] => {
    if (index <= head || Number(row[annee]) !== year) return [];
    const address = `${utils.encode_col(valeur)}${index + 1}`;
    const change = changed.find((one) => one.file === name && one.cell === address);
    const held = (sheets[what] as Record<string, { t?: string } | undefined>)[address];
    // SheetJS gives an error its number.
    const value = change ? change.value : held?.t === 'e' ? '#' : row[valeur];
    const unit = unite < 0 ? '' : String(row[unite] ?? '');
    return [{ code: String(row[code]), territory: String(row[territory] ?? ''), value, unit }];
  });
  return { siren: identity.get('siren') ?? '', rows };
}

const levelOf = (territory: string): string => territory.split(':')[0] ?? '';

/** The answer at the campaign's territory: there itself, else the sum of the coarsest level. */
function answerOf(
  { siren, rows }: Landlord,
  code: string,
  perimeter: readonly Line[],
  whole: string,
): Answer {
  const own = rows.filter((one) => one.code === code);
  const isFilled = ({ value }: Row): boolean => value !== undefined && value !== '';
  const there = own.filter((one) => (one.territory === '' || one.territory === whole) && isFilled(one));
  // A level whose rows are all blank is skipped; one blank among filled ones makes the whole not answered.
  const level = ['DEP', 'EPCI', 'COM'].find((one) =>
    own.some((row) => levelOf(row.territory) === one && isFilled(row)),
  );
  const parts = there.length > 0 ? there : own.filter(({ territory }) => levelOf(territory) === level);
  if (parts.length === 0) return undefined;
  if (there.length === 0) {
    const filled = new Set(parts.map(({ territory }) => territory));
    const listed = perimeter.filter((one) => one.siren === siren && levelOf(one.territory) === level);
    if (listed.some(({ territory }) => !filled.has(territory))) return undefined;
  }
  const values = parts.map(({ value }) => value);
  if (values.some((one) => typeof one !== 'number' && String(one).trim().toUpperCase() !== 'SO'))
    return undefined;
  const numbers = values.filter((one) => typeof one === 'number');
  return numbers.length === 0 ? 'SO' : numbers.reduce((sum, one) => sum + one, 0);
}

/** `a + b - c`, as what each is multiplied by; undefined for anything else. */
function sumOf(text: string): ReadonlyMap<string, number> | undefined {
  const bare = text.trim().replace(/^\((.*)\)$/u, '$1');
  if (!/^[a-z][a-z0-9_]*( [+-] [a-z][a-z0-9_]*)*$/u.test(bare)) return undefined;
  const terms = bare.replaceAll(' - ', ' + -').split(' + ');
  return new Map(terms.map((one) => (one.startsWith('-') ? [one.slice(1), -1] : [one, 1])));
}

/**
 * The figures at a territory, by indicator: those whose formula is a sum, or a quotient of two, of plain answers.
 * Indicators that rest on a figure that needs more than reading (a text, another unit, a negative or a double) are
 * left out, as are those that fewer than half of the dwellings answered.
 */
export function recomputed(
  files: readonly WorkbookFile[],
  perimeterCsv: string,
  formulas: ReadonlyMap<string, string>,
  { year, whole, changed }: { year: number; whole: string; changed: readonly Changed[] },
): ReadonlyMap<string, Recomputed> {
  const perimeter = perimeterCsv
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((line): Line => {
      const [siren = '', , family = '', , territory = '', dwellings] = line.split(';');
      return { siren, family, territory, dwellings: Number(dwellings) };
    });
  const lines = perimeter.filter(({ territory }) => territory === whole);
  const landlords = new Map(
    files.map((file) => landlordOf(file, year, changed)).map((one) => [one.siren, one]),
  );
  const odd = oddCodes([...landlords.values()]);
  const found = new Map<string, Recomputed>();
  for (const [indicator, formula] of formulas) {
    const [upper, lower, ...more] = formula.split(' / ').map(sumOf);
    const isQuotient = formula.includes(' / ');
    if (!upper || (isQuotient && !lower) || more.length > 0) continue;
    const sums = lower ? [upper, lower] : [upper];
    const codes = sums.flatMap((one) => [...one.keys()]);
    if (codes.some((one) => odd.has(one))) continue;
    const states = lines.map((line) => {
      const landlord = landlords.get(line.siren);
      const answers = new Map(
        codes.map((code) => [code, landlord && answerOf(landlord, code, perimeter, whole)]),
      );
      const isOutside = sums.some((one) => [...one.keys()].every((code) => answers.get(code) === 'SO'));
      const answered = codes.every((code) => answers.get(code) !== undefined);
      const totals = sums.map((one) =>
        [...one].reduce((sum, [code, sign]) => sum + sign * (Number(answers.get(code)) || 0), 0),
      );
      return { line, totals, state: isOutside ? 'outside' : answered ? 'answered' : 'silent' };
    });
    const asked = states.filter(({ state }) => state !== 'outside');
    const answered = asked.filter(({ state }) => state === 'answered');
    const dwellings = (some: typeof states) => some.reduce((sum, { line }) => sum + line.dwellings, 0);
    const coverage = dwellings(answered) / dwellings(asked);
    const total = (at: number) => answered.reduce((sum, { totals }) => sum + (totals[at] ?? 0), 0);
    const redressed = (at: number) =>
      [...new Set(asked.map(({ line }) => line.family))].reduce((sum, family) => {
        const ofFamily = answered.filter(({ line }) => line.family === family);
        const expected = dwellings(asked.filter(({ line }) => line.family === family));
        const stood = dwellings(ofFamily);
        const own = ofFamily.reduce((part, { totals }) => part + (totals[at] ?? 0), 0);
        return sum + (stood > 0 ? (own * expected) / stood : (expected * total(at)) / dwellings(answered));
      }, 0);
    if (!(coverage >= 0.5)) continue;
    const value = (of: (at: number) => number) => (isQuotient ? of(0) / of(1) : of(0));
    found.set(indicator, {
      collected: value(total),
      redressed: value(redressed),
      respondents: answered.length,
      coverage,
    });
  }
  return found;
}

/** Codes with a figure that must be judged before it counts. */
function oddCodes(landlords: readonly Landlord[]): ReadonlySet<string> {
  const odd = new Set<string>();
  const units = new Map<string, string>();
  for (const { rows } of landlords) {
    const seen = new Set<string>();
    for (const { code, territory, value, unit } of rows) {
      if (value === undefined || value === '') continue;
      const key = `${code} ${territory}`;
      const isWord = typeof value === 'string' && /^(nd|so)$/iu.test(value.trim());
      const isPlain = typeof value === 'number' && value >= 0;
      const usual = units.get(code) ?? unit;
      if (unit !== '') units.set(code, usual || unit);
      const isOther = unit !== '' && usual !== '' && unit !== usual;
      if (seen.has(key) || !(isWord || isPlain) || isOther) odd.add(code);
      seen.add(key);
    }
  }
  return odd;
}

/** A cell of the published JSON. */
export interface Published {
  readonly code: string;
  readonly territory: string;
  readonly value: number | null;
  readonly respondents: number;
  readonly extrapolatedShare: number;
}

/** The formulas of the catalogue as they are written; those on what is local to a territory add up otherwise. */
export function catalogueFormulas(): ReadonlyMap<string, string> {
  const local = [...catalogue.dataPoints.values()].filter((one) => one.local).map(({ code }) => code);
  const indicators = [...catalogue.indicators.values()].filter(
    ({ consolidation, formula }) =>
      consolidation === 'recomputed' && !local.some((code) => formula.includes(code)),
  );
  return new Map(indicators.map(({ code, formula }) => [code, formula]));
}
