import { call, column, failure, failureIn } from './calls';

describe('SIREN_VALIDE and SIRET_VALIDE', () => {
  it('check digits, whatever the spaces and the zeros a spreadsheet dropped', () => {
    expect(call('SIREN_VALIDE', column('732 829 320', 732829320, '732829321', '', 'abc', 5550123))).toEqual(
      // The last one is 005550123, checked by another writing of Luhn's rule.
      column(true, true, false, '', false, luhn('005550123')),
    );
    expect(call('SIRET_VALIDE', '120 027 016 00563')).toBe(true);
    expect(call('SIRET_VALIDE', 12002701600563)).toBe(true);
    expect(call('SIRET_VALIDE', '120027016')).toBe(false);
  });

  it('accept the sites of La Poste by the sum of their digits', () => {
    expect(call('SIRET_VALIDE', column('35600000000001', '35600000000002', '356 000 000 00048'))).toEqual(
      column(true, false, true),
    );
  });

  it('report an error of the sheet as an error, not as false', () => {
    expect(failureIn(call('SIREN_VALIDE', column({ code: '#REF!' }, '732829320')), 0)?.fr).toContain('#REF!');
    expect(call('SIREN_VALIDE', null)).toBe('');
  });
});

/** Luhn written another way: doubled digits read in a table. */
function luhn(digits: string): boolean {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const sum = [...digits]
    .reverse()
    .reduce((all, one, at) => all + (at % 2 ? (doubled[Number(one)] ?? 0) : Number(one)), 0);
  return sum % 10 === 0;
}

describe('NOMBRE_FR', () => {
  it('reads what a person types, and leaves the rest as it is', () => {
    expect(call('NOMBRE_FR', column('1 234,5', '−3', '0,5', 12, 'nd', 'SO', null, ' 7 '))).toEqual(
      column(1234.5, -3, 0.5, 12, 'ND', 'SO', '', 7),
    );
  });

  it('never guesses', () => {
    const result = call('NOMBRE_FR', column('1.234', '1,234.5', '12 €', true, '1 2'));
    for (const row of [0, 1, 2, 3, 4]) expect(failureIn(result, row)?.kind).toBe('value');
    expect(failure('NOMBRE_FR', '1.234')?.fr).toBe(
      '« 1.234 » n’est pas un nombre à la française : écrivez-le sans point, avec une virgule pour les décimales (1234,5).',
    );
  });
});
