import { catalogue, formulaInWords, labelsOf } from '../../src/catalogue';
import { indicatorOf } from './evaluate';

const inWords = (code: string): string =>
  formulaInWords(indicatorOf(code).expression, labelsOf(catalogue)).replace(/[\u00a0\u202f]/g, ' ');

test('a formula reads as a sentence would say it', () => {
  expect(inWords('CTX-05')).toBe('Logements individuels ÷ Logements locatifs sociaux');
  expect(inWords('ECO-12')).toBe('nombre de membres différents de « Fournisseurs et titulaires de marchés »');
});

test('an indicator in a formula is called by its name', () => {
  expect(inWords('PAC-04')).toMatch(
    /^Économie de loyer des locataires ÷ 12.* ÷ Ménages locataires \(logements loués\)$/,
  );
});

test('no code is left in any formula put in words', () => {
  const codes = [...catalogue.indicators.keys()].map((code) => [code, inWords(code)] as const);
  expect(codes.filter(([, words]) => /_|coef\.|ref\.|[A-Z]{3}-\d{2}/.test(words))).toEqual([]);
});
