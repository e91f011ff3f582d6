import {
  frenchEntry,
  fromLocalFormula,
  looksFrench,
  toLocalFormula,
  typedFormula,
} from '../../../src/simulator/host/model/french';
import { toEnglishFormat, toLocalFormat } from '../../../src/simulator/host/model/number-format';

/** French on the left, English on the right, from Microsoft's bilingual list of functions. */
const pairs: readonly (readonly [string, string])[] = [
  ['=SOMME(A1;A2)', '=SUM(A1,A2)'],
  ['=SOMME.SI.ENS(B1:B9;A1:A9;">1,5")', '=SUMIFS(B1:B9,A1:A9,">1,5")'],
  ['=SI(A1>1,5;VRAI;FAUX)', '=IF(A1>1.5,TRUE,FALSE)'],
  ['=SIERREUR(RECHERCHEX("a;b";A:A;B:B);"absent, vide")', '=IFERROR(XLOOKUP("a;b",A:A,B:B),"absent, vide")'],
  ["=INDEX('Données 2026'!A1:B9;EQUIV(1;A1:A9;0);2)", "=INDEX('Données 2026'!A1:B9,MATCH(1,A1:A9,0),2)"],
  ['=SOMMEPROD((A1:A9>=,5)*B1:B9)', '=SUMPRODUCT((A1:A9>=.5)*B1:B9)'],
  ['=NB.SI({1.2;3.4};">2")', '=COUNTIF({1,2;3,4},">2")'],
  ['=SOMME({1,5.2})', '=SUM({1.5,2})'],
  ['=NB.SI.ENS(T[Loyer; hors charges];">0")', '=COUNTIFS(T[Loyer; hors charges],">0")'],
  ['=SOMME(T[[#Cette ligne];[Loyer]])', '=SUM(T[[#This Row],[Loyer]])'],
  ['=T[[#En-têtes];[Loyer]]', '=T[[#Headers],[Loyer]]'],
  ['=AUJOURDHUI()-1E+3', '=TODAY()-1E+3'],
  ['=IMPACT.LOYER_M2(A1;2,5)', '=IMPACT.LOYER_M2(A1,2.5)'],
  ['=ESTERREUR(#VALEUR!)+#N/A', '=ISERROR(#VALUE!)+#N/A'],
  ['=ET(A1=1;OU(B1=2;NON(C1)))', '=AND(A1=1,OR(B1=2,NOT(C1)))'],
];

test.each(pairs)('%s is %s in English', (french, english) => {
  expect(fromLocalFormula(french)).toBe(english);
});

test.each(pairs.filter(([french]) => !french.includes(',5)*')))('and back: %s', (french, english) => {
  expect(toLocalFormula(english)).toBe(french);
});

test('a formula typed in English stays as it is, in French it is translated', () => {
  expect(typedFormula('=SUM(A1,1.5)')).toBe('=SUM(A1,1.5)');
  expect(typedFormula('=somme(A1:A3)')).toBe('=SUM(A1:A3)');
  expect(typedFormula('=MAX(A1;1,5)')).toBe('=MAX(A1,1.5)');
  expect(looksFrench('=IF(A1="x;y",1,2)')).toBe(false);
});

test.each([
  ['1,5', '1.5'],
  ['1 234,5', '1234.5'],
  ['1\u202f234\u202f567', '1234567'],
  ['12,5 %', '12.5%'],
  ['-0,25', '-0.25'],
  ['31/12/2026', '2026-12-31'],
  ['VRAI', 'TRUE'],
  ['rue de la Paix, 12', 'rue de la Paix, 12'],
  ['12 logements', '12 logements'],
  ['1,2,3', '1,2,3'],
])('the entry %s is %s', (typed, english) => {
  expect(frenchEntry(typed)).toBe(english);
});

test.each([
  ['General', 'Standard'],
  ['dd/mm/yyyy', 'jj/mm/aaaa'],
  ['0.00', '0,00'],
  ['0.0" day"', '0,0" day"'],
  ['#,##0.00', '#\u202f##0,00'],
])('the format %s is %s in French', (english, french) => {
  expect(toLocalFormat(english, 'fr-FR')).toBe(french);
  expect(toEnglishFormat(french, 'fr-FR')).toBe(english);
  expect(toLocalFormat(english, 'en-US')).toBe(english);
});
