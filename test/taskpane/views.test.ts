import { exampleCall, functionTable } from '../../src/functions';
import { isDark } from '../../src/taskpane/office/appearance';
import { barOf, filteredCards, type Card, type CardGroup } from '../../src/taskpane/tasks/indicators/cards';
import {
  argumentFromSelection,
  readArgument,
  shownFormula,
  storedFormula,
  syntaxOf,
  usualArgument,
} from '../../src/taskpane/tasks/functions/call-draft';
import { barShare, linePoints, outlineOf } from '../../src/taskpane/tasks/study/chart-places';
import { filtered, neighbours } from '../../src/taskpane/tasks/questionnaire/filters';
import { literalOf } from '../../src/taskpane/tasks/explain/cell-story';
import { emptyDraft, problemsOf, templateIdentity } from '../../src/taskpane/tasks/start/identity-form';
import { callsIn } from '../../src/taskpane/workbook/formula-calls';
import type { Question, Questionnaire } from '../../src/taskpane/workbook/questionnaire';
import { summaryOf } from '../../src/taskpane/workbook/range-summary';
import { placeOf } from '../../src/taskpane/workbook/reference';
import { typedNumber } from '../../src/taskpane/workbook/typed-number';
import { unitWords } from '../../src/taskpane/workbook/unit-words';
import { briefEngine } from './support';

describe('identity', () => {
  const draft = {
    siren: '552 100 554',
    name: 'Habitat',
    year: '2024',
    family: 'OPH',
    territory: '',
  } as const;

  test.each([
    ['552 100 554', undefined],
    ['552100555', 'sirenKey'],
    ['55210055', 'sirenLength'],
    ['', 'sirenMissing'],
    // A SIRET: nine digits of SIREN, five of establishment.
    ['55210055400013', 'sirenSiret'],
  ])('SIREN %s: %s', async (siren, message) => {
    expect(problemsOf({ ...draft, siren }, await briefEngine()).siren?.message).toBe(message);
  });

  test.each([
    [{ name: ' ' }, ['name']],
    [{ year: '24' }, ['year']],
    [{ year: '1999' }, ['year']],
    [{ territory: 'Atlantide' }, ['territory']],
    [{ territory: 'REG:28' }, []],
  ])('%j', async (change, wrong) => {
    expect(Object.keys(problemsOf({ ...draft, ...change }, await briefEngine()))).toEqual(wrong);
  });

  test('answers are for the year before; spaces of the SIREN are not kept', async () => {
    expect(emptyDraft(new Date(2026, 0, 2)).year).toBe('2025');
    expect(templateIdentity(draft, await briefEngine())).toEqual({
      siren: '552100554',
      name: 'Habitat',
      year: 2024,
      family: 'OPH',
    });
  });
});

test.each([
  ['1 234,5', 'fr', 1234.5],
  ['1\u202f234', 'fr', 1234],
  ['−3', 'fr', -3],
  [',5', 'fr', 0.5],
  // One thousand or one and a bit: never guessed.
  ['1.234', 'fr', undefined],
  ['12 %', 'fr', undefined],
  ['', 'fr', undefined],
  ['1,234.5', 'en', 1234.5],
  ['1,23', 'en', undefined],
] as const)('« %s » typed in %s', (text, locale, value) => {
  expect(typedNumber(text, locale)).toBe(value);
});

test.each([
  ['logement', 'fr', 'logements'],
  ['€/m²/mois', 'fr', '€/m²/mois'],
  ['%', 'fr', '%'],
  ['', 'fr', ''],
  ['logement', 'en', 'dwellings'],
] as const)('unit %s in %s', (unit, locale, words) => {
  expect(unitWords(unit, locale)).toBe(words);
});

describe('a call, as the person writes it and as Excel stores it', () => {
  const spec = functionTable.find(({ id }) => id === 'LOYER_M2')!;
  const french = syntaxOf({
    language: 'fr-FR',
    decimalSeparator: ',',
    thousandsSeparator: ' ',
    listSeparator: ';',
  });
  const english = syntaxOf({
    language: 'en-US',
    decimalSeparator: '.',
    thousandsSeparator: ',',
    listSeparator: ',',
  });
  const written = (typed: readonly string[], syntax = french) => {
    const drafts = typed.map((one) => readArgument(one, syntax));
    return [storedFormula(spec, drafts), shownFormula(spec, drafts, syntax)];
  };

  test.each([
    [
      ['A2:A9', "'Année 2024'!B2:B9"],
      "=IMPACT.LOYER_M2(A2:A9,'Année 2024'!B2:B9)",
      "=IMPACT.LOYER_M2(A2:A9; 'Année 2024'!B2:B9)",
    ],
    [['1 234,5', '20'], '=IMPACT.LOYER_M2(1234.5,20)', '=IMPACT.LOYER_M2(1234,5; 20)'],
    [
      ['Baux[#Tout]', 'Baux[[#Données],[Surface]]'],
      '=IMPACT.LOYER_M2(Baux[#All],Baux[[#Data],[Surface]])',
      '=IMPACT.LOYER_M2(Baux[#Tout]; Baux[[#Données],[Surface]])',
    ],
    // A text keeps its quotes; what was left out at the end is left out.
    [['dit "tout"', ''], '=IMPACT.LOYER_M2("dit ""tout""")', '=IMPACT.LOYER_M2("dit ""tout""")'],
    [['', 'B2'], '=IMPACT.LOYER_M2(,B2)', '=IMPACT.LOYER_M2(; B2)'],
  ])('%j', (typed, stored, shown) => {
    expect(written(typed)).toEqual([stored, shown]);
  });

  test('in English, commas and points', () => {
    expect(written(['1,234.5', 'Baux[#All]'], english)).toEqual([
      '=IMPACT.LOYER_M2(1234.5,Baux[#All])',
      '=IMPACT.LOYER_M2(1234.5, Baux[#All])',
    ]);
  });

  test.each([
    ['Feuil1', 'Feuil1', 'A1:A9'],
    ['Feuil1', 'Autre', 'Feuil1!A1:A9'],
    ['Année 2024', undefined, "'Année 2024'!A1:A9"],
    ["L'an", undefined, "'L''an'!A1:A9"],
    // Would be read as a cell.
    ['T1', undefined, "'T1'!A1:A9"],
  ])('selection on %s for a formula on %s', (sheet, destination, text) => {
    expect(argumentFromSelection({ sheet, address: 'A1:A9' }, destination)).toBe(text);
  });

  test('functions of the catalogue are offered the tables of the workbook, if it has them', () => {
    const indicator = functionTable.find(({ id }) => id === 'INDICATEUR')!;
    const parameter = indicator.parameters.find(({ name }) => name === 'donnees')!;
    const offered = (tables: string[], syntax = french) =>
      usualArgument(parameter, indicator, new Set(tables), syntax);
    expect(offered(['IMPACT_DONNEES'])).toBe('IMPACT_DONNEES[#Tout]');
    expect(offered(['IMPACT_DONNEES'], english)).toBe('IMPACT_DONNEES[#All]');
    expect(offered([])).toBe('');
    expect(usualArgument(spec.parameters[0]!, spec, new Set(['IMPACT_LOYERS']), french)).toBe('');
  });

  test('every function has an example in both ways of writing', () => {
    for (const one of functionTable) {
      expect(one.examples.length).toBeGreaterThan(0);
      expect(exampleCall(one, one.examples[0]!, 'fr')).toContain(`=IMPACT.${one.id}(`);
    }
  });
});

test.each([
  ['=IMPACT.LOYER_M2(A1:A9,B1:B9)', [['LOYER_M2', ['A1:A9', 'B1:B9']]]],
  ['=1+IMPACT.CO2(SUM(A1,A2),"a,b(")', [['CO2', ['SUM(A1,A2)', '"a,b("']]]],
  [
    '=IMPACT.EMPLOIS(IMPACT.LM3(A1),)',
    [
      ['EMPLOIS', ['IMPACT.LM3(A1)', '']],
      ['LM3', ['A1']],
    ],
  ],
  ["=_xldudf_IMPACT_ZONE('a(b'!A1)", [['ZONE', ["'a(b'!A1"]]]],
  ['="IMPACT.ZONE(A1)"', []],
  ['=IMPACT.ZONE(A1', []],
])('calls in %s', (formula, calls) => {
  expect(callsIn(formula).map(({ id, arguments: given }) => [id, given])).toEqual(calls);
});

test.each([
  ['$B$2:$B$9', { sheet: 'Ici', address: 'B2:B9' }],
  ["'L''an 1'!a1", { sheet: "L'an 1", address: 'A1' }],
  ['Feuil1!C:C', { sheet: 'Feuil1', address: 'C:C' }],
  ['Table[Loyer]', undefined],
  ['SUM(A1)', undefined],
])('place %s', (text, place) => {
  expect(placeOf(text, 'Ici')).toEqual(place);
});

test.each([
  ['', null],
  ['"a ""b"""', 'a "b"'],
  ['-1.5e3', -1500],
  ['TRUE', true],
  ['A1', undefined],
])('constant %s', (text, value) => {
  expect(literalOf(text)).toBe(value);
});

test('a block in a few words: numbers, texts, blanks and errors apart', () => {
  expect(
    summaryOf([
      [1, 2.5, null, ''],
      ['ND', true, { error: '#N/A' }, 0],
    ]),
  ).toEqual({
    cells: 8,
    numbers: 3,
    texts: 2,
    blanks: 2,
    errors: 1,
  });
  // A sum says something of a column, nothing of a table.
  expect(summaryOf([[1], ['ND'], [2.5]]).sum).toBe(3.5);
  expect(summaryOf([[1, 2.5]]).sum).toBe(3.5);
});

describe('questions', () => {
  const question = (code: string, more: Partial<Question>) =>
    ({ code, remarks: [], essential: false, state: 'blank', ...more }) as unknown as Question;
  const all = [
    question('a', { state: 'number', essential: true }),
    question('b', {}),
    question('c', { state: 'refused', remarks: [{} as never] }),
    question('d', { state: 'not_applicable' }),
  ];
  const questionnaire = { themes: [{ code: 'T', questions: all, answered: 2 }] } as unknown as Questionnaire;
  test.each([
    ['all', ['a', 'b', 'c', 'd'], 2],
    ['essential', ['a'], 1],
    ['open', ['b', 'c'], 0],
    ['remarked', ['c'], 0],
  ] as const)('%s', (filter, codes, answered) => {
    const [theme] = filtered(questionnaire, filter);
    expect([theme?.questions.map(({ code }) => code), theme?.answered]).toEqual([codes, answered]);
  });

  test('the one before and the one after; none at the ends', () => {
    const codes = (code: string) => {
      const { previous, next } = neighbours(questionnaire.themes, code);
      return [previous?.code, next?.code];
    };
    expect([codes('a'), codes('c'), codes('d'), codes('z')]).toEqual([
      [undefined, 'b'],
      ['b', 'd'],
      ['c', undefined],
      [undefined, undefined],
    ]);
  });
});

describe('cards', () => {
  const card = (value: number | null, benchmark?: number, unit = '%'): Card =>
    ({
      indicator: {
        code: 'OFF-07',
        label: { fr: 'Taux de vacance', en: 'Vacancy rate' },
        unit: '%',
        firstReview: value !== null,
      },
      cell: { value },
      ...(benchmark !== undefined && { benchmark: { value: benchmark, unit } }),
    }) as unknown as Card;

  test.each([
    // From zero to the larger one and 15 % more: 4 / (8 × 1,15), 8 / (8 × 1,15).
    [card(4, 8), { value: 0.4347826, benchmark: 0.8695652, zero: 0 }],
    // From −2: to 4 × 1,15 = 4,6, over 6,6.
    [card(-2, 4), { value: 0, benchmark: 6 / 6.6, zero: 2 / 6.6 }],
  ])('a bar and its mark', (one, expected) => {
    const bar = barOf(one)!;
    for (const [name, share] of Object.entries(expected))
      expect(bar[name as keyof typeof bar]).toBeCloseTo(share, 6);
  });

  test('no bar without a value, without a benchmark, or in another unit', () => {
    expect([card(null, 8), card(4), card(4, 8, '€'), card(0, 0)].map(barOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('searched without accents or case, in either language, by code', () => {
    const groups = [{ dimension: { code: 'OFF' }, cards: [card(4), card(null)] }] as unknown as CardGroup[];
    const count = (filter: Partial<Parameters<typeof filteredCards>[1]>) =>
      filteredCards(groups, { dimension: '', text: '', computedOnly: false, ...filter }).flatMap(
        ({ cards }) => cards,
      ).length;
    expect([count({ text: 'VACÂNCE' }), count({ text: 'off-07 rate' }), count({ text: 'loyer' })]).toEqual([
      2, 2, 0,
    ]);
    expect([
      count({ computedOnly: true }),
      count({ dimension: 'essential' }),
      count({ dimension: 'PAC' }),
    ]).toEqual([1, 1, 0]);
  });
});

test.each([
  ['#1f1f1f', true],
  ['#FFFFFF', false],
  // A saturated green is light to the eye.
  ['#00ff00', false],
  ['blue', undefined],
])('ground %s is dark: %s', (colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});

test('charts and maps of a study: shares of the greatest, a margin of a tenth, closed outlines', () => {
  expect([barShare(50, 200), barShare(-100, 200), barShare(null, 200)]).toEqual([0.25, 0.5, 0]);
  // 100 high: the least at 90, the greatest at 10; a year without a value is passed over.
  const at = { width: 200, height: 100 };
  const ends = [
    { x: 0, y: 90 },
    { x: 200, y: 10 },
  ];
  expect(linePoints([10, null, 30], [10, 30], at)).toEqual(ends);
  expect(linePoints([5], [5, 5], at)).toEqual([{ x: 0, y: 50 }]);
  const ring = [
    [0, 0],
    [0.5, 0],
    [0.5, 0.25],
  ] as const;
  expect(outlineOf([ring, ring])).toBe('M0.00 0.00L50.00 0.00L50.00 25.00Z'.repeat(2));
});
