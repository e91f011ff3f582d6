import { call, column, failure } from './calls';

const [A, B, C] = ['111111118', '222222226', '333333334'] as const;

describe('SECRET', () => {
  const three = column('A', 'B', 'C');

  test('asks for three independent landlords, none of which makes more than 85 %', () => {
    expect(call('SECRET', column(1, 1, 1), three)).toBe(false);
    expect(call('SECRET', column(1, 1), column('A', 'B'))).toBe(true);
    expect(call('SECRET', column(85, 10, 5), three)).toBe(false);
    expect(call('SECRET', column(85.1, 10, 4.9), three)).toBe(true);
    // Absolute values, unit by unit: 86 of 100.
    expect(call('SECRET', column(-86, 10, 4), three, null, 'motif')).toBe('un bailleur en fait plus de 85 %');
    // Any of the columns is enough.
    expect(
      call(
        'SECRET',
        [
          [1, 90],
          [1, 5],
          [1, 5],
        ],
        three,
      ),
    ).toBe(true);
    // Left out in the middle, as hosts give it.
    for (const nothing of [null, [[null]], [['']], [[0]]])
      expect(call('SECRET', column(1, 1), column('A', 'B'), nothing, 'unites')).toBe(2);
    // Of a group that makes 90 % together.
    expect(call('SECRET', column(45, 45, 5, 5), column(1, 2, 3, 4), column(9, 9, null, null))).toBe(true);
    // The head of a group is of the group: written as a number, as text, with spaces.
    expect(
      call('SECRET', column(1, 1, 1), column(A, B, C), column(null, 111111118, '111 111 118'), 'unites'),
    ).toBe(1);
    // Who did not answer is no unit; a zero is an answer, and what does not apply beside one is a zero.
    expect(call('SECRET', column(1, 1, 'ND', 0), column('A', 'B', 'C', 'D'), null, 'unites')).toBe(3);
    expect(
      call(
        'SECRET',
        [
          ['SO', 1],
          ['SO', 'SO'],
          [2, null],
        ],
        three,
        null,
        'unites',
      ),
    ).toBe(1);
    // Several rows of one landlord add up.
    expect(call('SECRET', column(50, 36, 7, 7), column('A', 'A', 'B', 'C'))).toBe(true);
  });

  test('says what it cannot tell', () => {
    expect(failure('SECRET', column(null), column('A'))?.fr).toContain('ne contient aucun nombre');
    expect(failure('SECRET', column(1, 2), column('A', null))?.fr).toContain('ligne 2 : le bailleur manque');
    expect(failure('SECRET', column(1, 2), column('A'))?.fr).toContain('aussi haute que « valeurs »');
    expect(failure('SECRET', column(1), column({ code: '#REF!' }))?.fr).toContain('#REF!');
  });
});
