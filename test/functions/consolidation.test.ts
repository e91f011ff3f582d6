import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { writeXlsx } from 'hucre';
import { FunctionFailure } from '../../src/functions';
import { call, column, failure, failureIn } from './calls';

/** A cell as a host gives it, and as a workbook holds it. */
type Cell = string | number | null;

const [A, B, C, D, E] = ['111111118', '222222226', '333333334', '444444442', '555555556'] as const;

/** siren, code, territory, value; all of 2024. Of E nothing came. */
const answers: [string, string, Cell, Cell][] = [
  [A, 'nb_lls', 'DEP:14', 300],
  [A, 'nb_lls', 'DEP:50', 100],
  [A, 'nb_vacants', 'DEP:14', 6],
  [A, 'nb_vacants', 'DEP:50', '4'],
  [A, 'nb_proposes_location', 'DEP:14', 200],
  [A, 'nb_proposes_location', 'DEP:50', '100,0'],
  [A, 'nb_occupants', null, 900],
  [B, 'nb_lls', null, 400],
  [B, 'nb_lls', 'DEP:14', 400],
  [B, 'nb_vacants', 'DEP:14', 10],
  [B, 'nb_proposes_location', 'DEP:14', 100],
  [B, 'nb_occupants', null, 850],
  [C, 'nb_lls', 'DEP:50', 100],
  [C, 'nb_vacants', 'DEP:50', 'ND'],
  [C, 'nb_proposes_location', 'DEP:50', 80],
  [C, 'nb_occupants', null, 250],
  [D, 'nb_lls', 'COM:14118', 50],
  [D, 'nb_vacants', 'COM:14118', 'SO'],
  [D, 'nb_proposes_location', 'COM:14118', 'SO'],
  [D, 'nb_occupants', null, 100],
];
const rents: [string, string, string, number, number, number][] = [
  [A, 'DEP:14', 'T3', 5, 9, 1000],
  [A, 'DEP:50', 'T3', 6, 8, 500],
  [B, 'DEP:14', 'T2', 7, 10, 250],
];
const members: [string, string][] = [
  [A, '732829320'],
  [B, '732829320'],
  [B, '552081317'],
];
const perimeter: Cell[][] = [
  ['siren', 'raison_sociale', 'famille', 'groupe', 'territoire', 'logements'],
  [A, 'Office A', 'OPH', null, 'REG:28', 400],
  [B, 'Office B', 'OPH', null, 'REG:28', 400],
  [C, 'Société C', 'ESH', null, 'REG:28', 100],
  [D, 'Société D', 'ESH', null, 'REG:28', 50],
  [E, 'Société E', 'ESH', null, 'REG:28', 150],
  [A, 'Office A', 'OPH', null, 'DEP:14', 300],
  [B, 'Office B', 'OPH', null, 'DEP:14', 400],
  [A, 'Office A', 'OPH', null, 'DEP:50', 100],
  [C, 'Société C', 'ESH', null, 'DEP:50', 100],
];
const references: Cell[][] = [
  ['code', 'annee', 'territoire', 'valeur', 'source'],
  ['ref.rp_territoire', 2024, 'REG:28', 10_000, 'essai'],
];

const headings = ['siren', 'code', 'annee', 'territoire', 'valeur'];
const facts: Cell[][] = [
  headings,
  ...answers.map(([siren, code, place, value]) => [siren, code, 2024, place, value]),
];
const allRents: Cell[][] = [
  ['siren', 'annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee'],
  ...rents.map(([siren, ...row]) => [siren, 2024, ...row]),
];
const allLists: Cell[][] = [
  ['siren', 'code', 'annee', 'territoire', 'identifiant'],
  ...members.map(([siren, one]) => [siren, 'fournisseurs', 2024, 'REG:28', one]),
];

/** What CONSOLIDER and COUVERTURE are given besides the code and the territory. */
const consolidated = (codes: unknown, places: unknown, id = 'CONSOLIDER') =>
  call(id, codes, facts, 2024, places, perimeter, allRents, null, allLists, references);

interface Json {
  indicators: {
    code: string;
    territory: string;
    value: number | null;
    coverage: number | null;
    status: string;
    extrapolatedShare: number;
  }[];
}

let folder: string;
let collected: Json;
let published: Json;

async function workbookOf(siren: string): Promise<string> {
  const table = (name: string, titles: string[], rows: Cell[][]) => ({
    name,
    rows: [titles, ...rows],
    tables: [
      {
        name,
        range: `A1:${String.fromCharCode(64 + titles.length)}${rows.length + 1}`,
        columns: titles.map((one) => ({ name: one })),
      },
    ],
  });
  const own = (all: Cell[][]) => all.filter(([one]) => one === siren).map((row) => row.slice(1));
  const parts: [string, Cell[][]][] = [
    ['IMPACT_DONNEES', facts],
    ['IMPACT_LOYERS', allRents],
    ['IMPACT_LISTES', allLists],
  ];
  const identity: Cell[][] = [
    ['siren', siren],
    ['raison_sociale', siren],
    ['exercice', 2024],
  ];
  const bytes = await writeXlsx({
    sheets: [
      table('IMPACT_IDENTITE', ['champ', 'valeur'], identity),
      ...parts.flatMap(([name, all]) =>
        own(all).length > 0 ? [table(name, (all[0] ?? []).slice(1).map(String), own(all))] : [],
      ),
    ],
  });
  const path = join(folder, `${siren}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}

const csv = (rows: Cell[][]) => rows.map((row) => row.map((one) => one ?? '').join(';')).join('\n');

/** The command line, on workbooks that hold the same answers. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'impact-functions-'));
  const files = await Promise.all([A, B, C, D].map(workbookOf));
  writeFileSync(join(folder, 'perimetre.csv'), csv(perimeter));
  writeFileSync(join(folder, 'references.csv'), csv(references));
  const run = (...more: string[]): Json => {
    const target = join(folder, 'sortie.json');
    const options = ['--perimeter', 'perimetre.csv', '--references', 'references.csv', '--by', 'DEP'];
    const args = ['consolidate', ...files, ...options, '--json', target, ...more];
    const { stderr } = spawnSync('node', [join(__dirname, '../../scripts/impact.mjs'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    try {
      return JSON.parse(readFileSync(target, 'utf8')) as Json;
    } catch {
      throw new Error(stderr);
    }
  };
  collected = run('-o', 'region.xlsx');
  published = run('--publish');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('CONSOLIDER and COUVERTURE', () => {
  test('give by hand what the format says', () => {
    // Vacancy: A (10 of 300) and B (10 of 100); C answers ND, D is not concerned.
    expect(consolidated('OFF-08', null)).toBeCloseTo(20 / 400, 12);
    // Dwellings expected: 400 + 400 + 100 (C) + 150 (E, from whom nothing came); D left.
    expect(consolidated('OFF-08', null, 'COUVERTURE')).toBeCloseTo(800 / 1050, 12);
    expect(consolidated(column('OFF-08', 'CTX-03'), [['REG:28', 'DEP:14']])).toEqual([
      [0.05, 16 / 300],
      [2100, expect.any(FunctionFailure)],
    ]);
    // Mean rent weighted by area: (5 × 1000 + 6 × 500 + 7 × 250) / 1750.
    expect(consolidated('PAC-02', 'REG:28', 'COUVERTURE')).toBeLessThanOrEqual(1);
    // Two different suppliers over A and B.
    expect(consolidated('ECO-12', null)).toBe(2);
    // A row of codes beside a column of places; blanks stay blank.
    expect(consolidated([['OFF-08', 'CTX-01']], column('DEP:50', null, 'DEP:14'))).toEqual([
      [0.04, 200],
      ['', ''],
      [16 / 300, 700],
    ]);
  });

  test('equal the command line for every indicator at every territory', () => {
    let compared = 0;
    for (const { code, territory, value, coverage, status } of collected.indicators) {
      if (code.startsWith('QUA-')) {
        expect(failure('CONSOLIDER', code, facts, 2024, territory, perimeter)?.kind).toBe('na');
        continue;
      }
      const failed = failureOf(() => consolidated(code, territory));
      if (value === null) expect([code, failed?.kind]).toEqual([code, 'na']);
      else {
        expect([code, territory, status, consolidated(code, territory)]).toEqual([
          code,
          territory,
          status,
          value,
        ]);
        compared++;
      }
      if (coverage === null)
        expect(failureOf(() => consolidated(code, territory, 'COUVERTURE'))?.kind).toBe('na');
      else expect([code, consolidated(code, territory, 'COUVERTURE')]).toEqual([code, coverage]);
    }
    expect(compared).toBeGreaterThan(15);
    expect(collected.indicators.length).toBeGreaterThan(500);
  });

  test('need no perimeter: those found answer for themselves', () => {
    // D is not concerned; C did not answer all: 800 dwellings of 900, as they state them.
    expect(call('COUVERTURE', 'OFF-08', facts)).toBeCloseTo(800 / 900, 12);
    expect(call('CONSOLIDER', 'OFF-08', facts)).toBeCloseTo(0.05, 12);
    // Blank territories alone stand for the whole, whatever it is called; numbers lose the zero in front.
    const bare = [headings, [5580683, 'nb_lls', 2024, null, 7], [A, 'nb_lls', 2024, null, 5]];
    expect(call('CONSOLIDER', 'CTX-01', bare)).toBe(12);
    expect(call('CONSOLIDER', 'CTX-01', bare, 2024, 'REG:28')).toBe(12);
  });

  test('read the facts of the regional workbook as they stand there', () => {
    const sheet = read(readFileSync(join(folder, 'region.xlsx'))).Sheets['Faits'];
    const cells = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, range: 0, defval: null });
    const range = cells.slice(cells.findIndex((row) => row.includes('SIREN')));
    expect(range.length).toBeGreaterThan(15);
    for (const code of ['OFF-08', 'CTX-01', 'CTX-03']) {
      const cell = collected.indicators.find((one) => one.code === code && one.territory === 'REG:28');
      expect(call('CONSOLIDER', code, range, 2024, 'REG:28', perimeter)).toBe(cell?.value);
      expect(call('COUVERTURE', code, range, 2024, null, perimeter)).toBe(cell?.coverage);
    }
    expect(failure('CONSOLIDER', 'PAC-03', range)?.fr).toContain('Il faut l’argument « loyers ».');
  });

  test('say what is wrong, where, and what to do', () => {
    const said = (...given: unknown[]) => failure('CONSOLIDER', ...given)?.fr;
    expect(said('CTX-01', null)).toContain('« faits » est vide');
    expect(said('CTX-01', facts.slice(1))).toContain('il manque la colonne siren, code, annee');
    expect(said('CTX-01', [headings, ['123', 'nb_lls', 2024, null, 1]])).toContain(
      '« faits », ligne 2 : « 123 »',
    );
    expect(said('CTX-01', [headings, [null, 'nb_lls', 2024, null, 1]])).toContain(
      'ligne 2 : le SIREN manque',
    );
    expect(said('PAC-99', facts)).toContain('Indicateur inconnu');
    expect(said('CTX-01', facts, 2023)).toContain('aucun bailleur n’y est attendu');
    expect(said('ECO-01', facts)).toContain('aucun des 4 bailleurs attendus n’a tout répondu. Il faut ');
    expect(said('CTX-04', facts)).toContain('(ref.rp_territoire)');
    expect(said('ECO-12', facts, 2024, 'DEP:14', null, null, null, allLists)).toContain(
      'REG:28 (Normandie) seulement',
    );
    expect(said('CTX-01', facts, 2024, 'Calvados')).toContain('DEP:14 (Calvados)');
    expect(
      said('CTX-01', facts, 2024, null, [perimeter[0], [A, 'x', 'OPH', null, 'REG:28', 'mille']]),
    ).toMatch(/« perimetre » : .*« mille » n’est pas un nombre de logements/);
    const lame = [perimeter[0], [A, 'x', 'OPH', null, 'REG:28', null]];
    expect(failure('CONSOLIDER', 'CTX-01', facts, 2024, null, lame)?.en).toBe(
      '"perimetre", row 2: the number of dwellings is missing, or is not a number. Correct it.',
    );
    expect(failure('COUVERTURE', 'CTX-01', facts, 2024, 'COM:14118', perimeter)?.fr).toContain(
      'couverture inconnue',
    );
    const two = [headings, [A, 'nb_lls', 2024, 'REG:28', 1], [B, 'nb_lls', 2024, 'REG:53', 1]];
    expect(said('CTX-01', two)).toContain('donnez « perimetre »');
    // A code that is wrong fails in its own cell.
    expect(failureIn(consolidated(column('CTX-01', 'ZZZ-01'), null), 1)?.fr).toContain('Indicateur inconnu');
  });
});

describe('REDRESSER', () => {
  const families = column('OPH', 'OPH', 'ESH', 'ESH', 'ESH');
  const dwellings = column(400, 400, 100, 50, 150);

  test('extrapolates family by family, as the publication does', () => {
    // 950 of 1,100 dwellings (86.4 %). OPH: 1,750 as they are; ESH: 350 × 300 / 150.
    const people = column(900, 850, 250, 100, 'ND');
    expect(call('REDRESSER', people, dwellings, families)).toBeCloseTo(2450, 9);
    expect(call('REDRESSER', people, dwellings, families, 'part')).toBeCloseTo(1 / 7, 12);
    expect(call('REDRESSER', people, dwellings, families, 'couverture')).toBeCloseTo(950 / 1100, 12);
    expect(call('REDRESSER', people, dwellings, families, 'collecte')).toBe(2100);
    expect(call('REDRESSER', people, dwellings, [[0]], 'collecte')).toBe(2100);
    const broken = column('OPH', 'OPH', { code: '#N/A' }, 'ESH', 'ESH');
    expect(failure('REDRESSER', people, dwellings, broken)?.fr).toContain('« familles », ligne 3');
    // One family: 2,100 × 1,100 / 950.
    expect(call('REDRESSER', people, dwellings)).toBeCloseTo(2_310_000 / 950, 9);
    const cell = published.indicators.find((one) => one.code === 'CTX-03' && one.territory === 'REG:28');
    expect(cell).toMatchObject({ status: 'published' });
    expect(cell?.value).toBeCloseTo(2450, 9);
    expect(cell?.extrapolatedShare).toBeCloseTo(1 / 7, 12);
  });

  test('leaves the sum as collected from 90 %, gives none below 70 %', () => {
    const one = column(1);
    expect(call('REDRESSER', column(90, null), column(90, 10))).toBe(90);
    expect(call('REDRESSER', column(89, null), column(89, 11))).toBeCloseTo(100, 12);
    expect(call('REDRESSER', column(70, null), column(70, 30))).toBeCloseTo(100, 12);
    expect(failure('REDRESSER', column(69, null), column(69, 31))).toMatchObject({ kind: 'na' });
    expect(failure('REDRESSER', column(69, null), column(69, 31))?.fr).toMatch(
      /^Les répondants ont 69\s% des/u,
    );
    // Not concerned: not expected. Headings and blank rows below are passed.
    expect(call('REDRESSER', column('valeur', 69, 'SO', null), column('logements', 69, 31, null))).toBe(69);
    expect(failure('REDRESSER', column(1, null), column(1, 'ND'))?.fr).toContain('de 1 bailleur(s)');
    expect(failure('REDRESSER', column(null), one)?.fr).toContain('« valeurs » ne contient aucun nombre');
    expect(failure('REDRESSER', column(1, 2), one)?.fr).toContain('aussi haute que « valeurs »');
    expect(failure('REDRESSER', column(1, 'abc'), column(1, 2))?.fr).toContain(
      '« valeurs », ligne 2 : « abc »',
    );
    expect(failure('REDRESSER', column(1), column(-1))?.fr).toContain('n’est pas négatif');
  });
});

function failureOf(make: () => unknown): FunctionFailure | undefined {
  try {
    const made = make();
    return made instanceof FunctionFailure ? made : undefined;
  } catch (problem) {
    if (problem instanceof FunctionFailure) return problem;
    throw problem;
  }
}

test('rows of a version that was replaced, kept in the workbook of the union, count no more', () => {
  const kept = [
    [...headings, 'version', 'remplacee'],
    [A, 'nb_lls', 2024, null, 300, 'v2', null],
    [A, 'nb_lls', 2024, null, 999, 'v1', 'le 12/06/2026'],
    [B, 'nb_lls', 2024, null, 100, 'w1', ''],
  ];
  expect(call('CONSOLIDER', 'CTX-01', kept, 2024)).toBe(400);
});
