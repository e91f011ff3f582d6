import * as cjk from 'cjk-regex';
import { areaAddress, fullAddress, parseAddress } from '../../../src/simulator/host/model/address';
import { fromEngineFormula, toEngineFormula } from '../../../src/simulator/host/model/engine-formula';
import { dateSerial, parseEntry } from '../../../src/simulator/host/model/entry';
import { monthsLater } from '../../../src/simulator/host/functions/corrections';
import { paneAddress } from '../../../src/simulator/host/xdm/pane-address';
import * as eastAsian from '../../../src/simulator/page/east-asian';

describe('addresses', () => {
  test.each([
    ['A1', 'A1'],
    ['$B$2:A1', 'A1:B2'],
    ['c:a', 'A:C'],
    ['3:1', '1:3'],
    ['XFD1048576', 'XFD1048576'],
  ])('%s reads as %s', (text, expected) => {
    const parsed = parseAddress(text);
    expect(parsed && areaAddress(parsed.area)).toBe(expected);
  });

  test.each(['', 'A', 'A0', 'A1:B', 'XFE1', 'A1048577', 'A1,B2', 'Taux', 'A1:B2:C3'])(
    '%p is no address',
    (text) => {
      expect(parseAddress(text)).toBeUndefined();
    },
  );

  test('a sheet name is quoted when it is not a plain word', () => {
    const area = { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 };
    expect(fullAddress('Feuil1', area)).toBe('Feuil1!A1');
    expect(fullAddress('Données', area, true)).toBe('Données!$A$1');
    expect(fullAddress("L'été 2026", area)).toBe("'L''été 2026'!A1");
    expect(fullAddress('AB12', area)).toBe("'AB12'!A1");
    expect(parseAddress("'L''été 2026'!A1")?.sheet).toBe("L'été 2026");
  });
});

describe('formulas for the engine', () => {
  test('this row is spelt out, punctuation made ordinary, prefixes dropped', () => {
    expect(toEngineFormula('=T[@Loyer]*2')).toBe('=T[[#This Row],[Loyer]]*2');
    expect(toEngineFormula('=[@[Loyer HC]]', { ownTable: 'T' })).toBe('=T[[#This Row],[Loyer HC]]');
    expect(toEngineFormula("=MAX(T[Date d''entrée])")).toBe('=MAX(T[Date d＇entrée])');
    expect(toEngineFormula('=_xlfn._xlws.FILTER(A:A,B:B)')).toBe('=FILTER(A:A,B:B)');
    const tables = ['IMPACT_LOYERS'];
    expect(toEngineFormula('=SUM(impact_loyers[a])+ROWS(IMPACT_LOYERS)', { tables })).toBe(
      '=SUM(IMPACT＿LOYERS[a])+ROWS(IMPACT＿LOYERS)',
    );
  });

  test('text, sheet names and functions keep their signs', () => {
    const formula = `=IF('L''été'!A1="[@x] d'accord",IMPACT_F(1),T_1!A1)`;
    expect(toEngineFormula(formula, { tables: ['IMPACT_F', 'T_1'] })).toBe(formula);
  });

  test.each([
    '=T[@Loyer]*2',
    "=MAX(T[Date d''entrée])",
    '=MAX(T[Date d’entrée])',
    '=IMPACT_LOYERS[[#Headers],[a]:[b]]',
    "=T[Loyer (€/m²), ''HC'' '#1]",
    '=T[@[a]:[b]]',
    '=ROWS(IMPACT_LOYERS)&"T_1[a_b]"',
  ])('there and back: %s', (formula) => {
    expect(fromEngineFormula(toEngineFormula(formula, { tables: ['IMPACT_LOYERS'] }))).toBe(formula);
  });

  test('in its own rows Excel leaves the name of the table out', () => {
    expect(fromEngineFormula('=T[[#This Row],[Loyer HC]]', 'T')).toBe('=[@[Loyer HC]]');
  });
});

describe('entries', () => {
  const read = (value: string, format = 'General') => parseEntry(value, format)?.patch.v;

  test('what looks like a number becomes one, as when typed', () => {
    expect(read('01001')).toBe(1001);
    expect(read('1,234.5')).toBe(1234.5);
    expect(read('12%')).toBe(0.12);
    expect(read('1e3')).toBe(1000);
    expect(read('1,5')).toBe('1,5');
    expect(read('12 rue')).toBe('12 rue');
    expect(read('-')).toBe('-');
  });

  test('text stays text in a text cell or behind an apostrophe', () => {
    expect(read('01001', '@')).toBe('01001');
    expect(read("'01001")).toBe('01001');
    expect(read('=1+1', '@')).toBe('=1+1');
  });

  test('dates become serial numbers; impossible ones stay text', () => {
    expect(dateSerial(2024, 1, 1)).toBe(45_292);
    expect(read('2024-01-01')).toBe(45_292);
    expect(read('2024-02-30')).toBe('2024-02-30');
  });
});

test('a month after the 31st is the last day of a shorter month', () => {
  // 31 January 2024 is 45322; 29 February 45351; 30 April 45412.
  expect(monthsLater(45_322, 1)).toBe(45_351);
  expect(monthsLater(45_322, 3)).toBe(45_412);
  expect(monthsLater(45_351, 12)).toBe(45_716);
});

test('the address of the pane keeps every field that office.js splits on', () => {
  expect(
    paneAddress({
      page: 'https://localhost:3000/taskpane.html',
      hostOrigin: 'https://localhost:8080',
      locale: 'fr-FR',
    }),
  ).toBe(
    'https://localhost:3000/taskpane.html?_host_Info=Excel$Web$16.01$fr-FR$simulated$$disableLogging$3' +
      '#&_xdm_Info=pane-1|impact|https://localhost:8080',
  );
});

test('the page tells Chinese, Japanese and Korean characters apart as the package that it does without', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  for (const name of ['letters', 'punctuations', 'all'] as const) {
    const [theirs, ours] = [cjk[name]().toRegExp(), eastAsian[name]().toRegExp()];
    const found = characters.filter((one) => theirs.test(one));
    expect(found.length).toBeGreaterThan(300);
    expect(characters.filter((one) => ours.test(one))).toEqual(found);
  }
});
