import { isValidSiren, parseFrenchNumber } from '../../src/contribution';

describe('a number typed as text, French style', () => {
  it.each([
    ['1234', 1234],
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u202f567,89', 1234567.89],
    ['1\u2009234', 1234],
    ['  12,5 ', 12.5],
    ['0', 0],
    ['-1 234', -1234],
    ['−5', -5],
    ['+7', 7],
    [',5', 0.5],
    ['007', 7],
    ['1,234', 1.234],
  ])('%j is %d', (text, value) => expect(parseFrenchNumber(text)).toBe(value));

  it.each([
    '',
    ' ',
    'abc',
    '1.234',
    '1234.5',
    '1,234.5',
    '1.234,5',
    '12 34',
    '1 2345',
    '1  234',
    '1 234,5 €',
    '12 %',
    '1,2,3',
    '5,',
    '1e6',
    '--5',
    '=1+1',
    'Infinity',
    '0x10',
    '١٢',
  ])('%j is not one', (text) => expect(parseFrenchNumber(text)).toBeUndefined());

  it('reads back whatever Intl writes in French', () => {
    const format = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 4 });
    let seed = 20191121;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let turn = 0; turn < 5000; turn++) {
      const value = Number(((random() - 0.5) * 10 ** Math.floor(random() * 11)).toFixed(4));
      expect(parseFrenchNumber(format.format(value))).toBeCloseTo(value, 6);
    }
  });
});

describe('a SIREN', () => {
  // SNCF, La Poste, EDF: public registry numbers.
  it.each(['552049447', '356000000', '552 081 317', '552\u00a0081\u00a0317'])('%j is valid', (siren) =>
    expect(isValidSiren(siren)).toBe(true),
  );
  it.each(['552049448', '55204944', '5520494470', 'ABCDEFGHI', '', '000000000', '55208131700018'])(
    '%j is not',
    (siren) => expect(isValidSiren(siren)).toBe(false),
  );
  it('refuses any one digit changed, and any two different neighbours swapped but 0 and 9', () => {
    const siren = '552081317';
    for (let at = 0; at < 9; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const changed = siren.slice(0, at) + digit + siren.slice(at + 1);
        expect(isValidSiren(changed)).toBe(changed === siren);
      }
    }
    for (let at = 0; at < 8; at++) {
      const [one = '', other = ''] = [siren[at], siren[at + 1]];
      const swapped = siren.slice(0, at) + other + one + siren.slice(at + 2);
      expect(isValidSiren(swapped)).toBe(swapped === siren);
    }
  });
});
