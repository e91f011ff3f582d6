import { ICommandService, IUniverInstanceService, type Workbook } from '@univerjs/core';
import {
  ClearSelectionContentCommand,
  InsertRowCommand,
  SetRangeValuesCommand,
  SetStyleCommand,
} from '@univerjs/sheets';
import { blankWorkbook, createHeadlessUniver, openWorkbook } from '../../../src/simulator/host/core/univer';
import { installPolyfills } from '../../../src/simulator/host/core/polyfills';
import { createHost } from '../../../src/simulator/host/host';
import { EXTRAS_KEY, noExtras, type StoredRule } from '../../../src/simulator/host/model/extras';

installPolyfills();
const univer = createHeadlessUniver();
const unitId = openWorkbook(univer, blankWorkbook());
let told: string | undefined;
const host = createHost({ univer, unitId, onRefused: (sentence) => (told = sentence) });
const commands = univer.__getInjector().get(ICommandService);
afterAll(() => {
  host.dispose();
  univer.dispose();
});

/** Types in a cell of the first column, as the grid's own editor does. */
async function type(row: number, cell: object): Promise<void> {
  const range = { startRow: row, endRow: row, startColumn: 0, endColumn: 0 };
  await commands.executeCommand(SetRangeValuesCommand.id, {
    unitId,
    subUnitId: 'feuille-1',
    range,
    value: { [row]: { 0: cell } },
  });
}

test('a person types formulas in French or in English, and reads them in French', async () => {
  await type(0, { v: '1,5' });
  await type(1, { v: '2,5' });
  await type(2, { f: '=SOMME(A1;A2;1,5)' });
  await type(3, { f: '=SUM(A1,A2)*2' });
  await host.settled();
  expect(host.valueAt('feuille-1', 2, 0)).toBe(5.5);
  expect(host.valueAt('feuille-1', 3, 0)).toBe(8);
  expect(host.formulaAt('feuille-1', 2, 0)).toBe('=SOMME(A1;A2;1,5)');
  expect(host.formulaAt('feuille-1', 3, 0)).toBe('=SOMME(A1;A2)*2');
});

test.each([
  ['12,5 %', 0.125],
  ['31/12/2026', 46_387],
  ['VRAI', true],
  ['12 rue de la Paix', '12 rue de la Paix'],
])('the entry %s is %p', async (typed, value) => {
  await type(6, { v: typed });
  await host.settled();
  expect(host.valueAt('feuille-1', 6, 0)).toBe(value);
});

/** What the host keeps beside the grid, as a file brings it. */
function given(extras: object): void {
  const workbook = univer.__getInjector().get(IUniverInstanceService).getUnit<Workbook>(unitId);
  workbook?.setCustomMetadata({ [EXTRAS_KEY]: { ...noExtras, ...extras } });
}

describe('rules of entry', () => {
  const rule = (row: number, Rule: object, ErrorAlert: object = {}): StoredRule => ({
    id: `regle-${row}`,
    sheetId: 'feuille-1',
    startRow: row,
    endRow: row + 1,
    startColumn: 0,
    endColumn: 0,
    members: { Rule, ErrorAlert, IgnoreBlanks: true } as unknown as StoredRule['members'],
  });
  const answer = 'IF(ISNUMBER(A41),A41>=0,OR(UPPER(TRIM(A41))="ND",UPPER(TRIM(A41))="SO"))';
  beforeAll(async () => {
    await type(30, { v: 'OPH' });
    await type(31, { v: 'ESH' });
    await host.settled();
    given({
      validations: [
        rule(
          40,
          { custom: { formula: `=${answer}` } },
          { title: 'Réponse impossible', message: 'Écrivez un nombre, ND ou SO.' },
        ),
        rule(44, { list: { source: 'Oui,Non' } }),
        rule(48, { list: { source: '=$A$31:$A$32' } }),
        rule(52, { wholeNumber: { formula1: 1, formula2: 12, operator: 'Between' } }),
        rule(
          56,
          { decimal: { formula1: 0, operator: 'GreaterThan' } },
          { style: 'Warning', message: 'Valeur rare.' },
        ),
        rule(60, { textLength: { formula1: 5, operator: 'LessThanOrEqualTo' } }),
        rule(64, { custom: { formula: '=A65>B65' } }),
        rule(68, { decimal: { formula1: 0, operator: 'GreaterThan' } }, { showAlert: false }),
      ],
    });
  });
  afterAll(() => given({}));

  // Excel's own outcome for each: kept, refused, or kept with a warning.
  test.each([
    ['a formula of the questionnaire, a number', 40, '12,5', 12.5, undefined],
    ['the same from its second cell, a word', 41, 'nd', 'nd', undefined],
    [
      'the same, another word',
      41,
      'environ 12',
      'nd',
      'Réponse impossible : Écrivez un nombre, ND ou SO. « environ 12 » n’a pas été gardé en A42.',
    ],
    [
      'the same, a negative number',
      41,
      '-3,5',
      'nd',
      'Réponse impossible : Écrivez un nombre, ND ou SO. « -3,5 » n’a pas été gardé en A42.',
    ],
    ['a word of a list', 44, 'Oui', 'Oui', undefined],
    [
      'a word of a list in another case',
      45,
      'oui',
      undefined,
      'La règle de saisie de cette cellule n’admet pas cette valeur. « oui » n’a pas été gardé en A46.',
    ],
    ['a choice that cells give, whatever its case', 48, 'oph', 'oph', undefined],
    [
      'no choice that cells give',
      49,
      'SEM',
      undefined,
      'La règle de saisie de cette cellule n’admet pas cette valeur. « SEM » n’a pas été gardé en A50.',
    ],
    ['a month', 52, '12', 12, undefined],
    [
      'no month',
      53,
      '13',
      undefined,
      'La règle de saisie de cette cellule n’admet pas cette valeur. « 13 » n’a pas été gardé en A54.',
    ],
    [
      'no whole number',
      53,
      '1,5',
      undefined,
      'La règle de saisie de cette cellule n’admet pas cette valeur. « 1,5 » n’a pas été gardé en A54.',
    ],
    ['a warning', 56, '-1', -1, 'Valeur rare. « -1 » est gardé en A57 : la règle ne fait qu’avertir.'],
    [
      'a text too long',
      60,
      'beaucoup',
      undefined,
      'La règle de saisie de cette cellule n’admet pas cette valeur. « beaucoup » n’a pas été gardé en A61.',
    ],
    ['a rule on other cells, which nobody can tell', 64, '1', 1, undefined],
    ['a rule that does not alert', 68, '-1', -1, undefined],
  ])('%s', async (_case, row, entry, kept, sentence) => {
    told = undefined;
    const number = Number(entry.replace(',', '.'));
    await type(row, Number.isNaN(number) ? { v: entry, t: 1 } : { v: number, t: 2 });
    await host.settled();
    expect(host.valueAt('feuille-1', row, 0)).toBe(kept);
    expect(told).toBe(sentence);
  });

  test('what was there stays, and a cell can always be emptied', async () => {
    await type(52, { v: 11, t: 2 });
    await type(52, { v: 99, t: 2 });
    await host.settled();
    expect(host.valueAt('feuille-1', 52, 0)).toBe(11);
    await type(52, { v: '', t: 1 });
    await host.settled();
    expect(host.valueAt('feuille-1', 52, 0) ?? '').toBe('');
  });
});

describe('a protected sheet', () => {
  const one = (row: number) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: 0 });
  const sentence =
    'La feuille « Feuil1 » est protégée (A81) : ôtez sa protection, ou modifiez une cellule qui n’est pas verrouillée.';
  beforeAll(async () => {
    await type(80, { v: 'fermé' });
    await type(81, { v: 'ouvert', custom: { unlocked: true } });
    await host.settled();
    given({ protections: { 'feuille-1': { options: { allowFormatCells: false, allowInsertRows: false } } } });
  });
  beforeEach(() => (told = undefined));
  afterAll(() => given({}));

  test('refuses the person what is locked: typing, clearing, formats, rows', async () => {
    await type(80, { v: 'changé' });
    expect(told).toBe(sentence);
    const asked = { unitId, subUnitId: 'feuille-1' };
    for (const [id, params] of [
      [ClearSelectionContentCommand.id, { ranges: [one(80)] }],
      [SetStyleCommand.id, { range: one(80), style: { type: 'bl', value: 1 } }],
      [InsertRowCommand.id, { range: { ...one(70), endColumn: 5 }, direction: 3 }],
    ] as const) {
      told = undefined;
      await commands.executeCommand(id, { ...asked, ...params });
      expect([id, told]).toEqual([id, expect.stringContaining('est protégée')]);
    }
    await host.settled();
    expect(host.valueAt('feuille-1', 80, 0)).toBe('fermé');
  });

  test('takes what is typed in a cell that is not locked, and results of formulas', async () => {
    await type(81, { v: 'changé' });
    await host.settled();
    expect(host.valueAt('feuille-1', 81, 0)).toBe('changé');
    expect(told).toBeUndefined();
  });
});
