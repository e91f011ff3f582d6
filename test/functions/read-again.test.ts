import { call, failure } from './calls';

describe('a table that was read before', () => {
  const table = (change: (rows: unknown[][]) => void = () => undefined) => {
    const rows: unknown[][] = [
      ['Libellé', 'code', 'annee', 'territoire', 'valeur', 'unite', 'Commentaire'],
      ['Loyers', 'somme_loyers_mois', 2024, 'REG:28', 500_000, '€/mois', ''],
      ['Surface louée', 'somme_shab_loue', 2024, 'REG:28', 100_000, 'm²', 'à revoir'],
    ];
    change(rows);
    return rows;
  };
  const rent = (change?: (rows: unknown[][]) => void) => {
    const given = ['PAC-01', table(change), 2024, 'REG:28'] as const;
    return failure('INDICATEUR', ...given)?.kind ?? call('INDICATEUR', ...given);
  };

  it('is read again when a figure, a unit, a place or a heading changes, not when words for people do', () => {
    // 500 000 € a month over 100 000 m².
    expect(rent()).toBe(5);
    expect(rent((rows) => (rows[1]![4] = 600_000))).toBe(6);
    expect(rent((rows) => (rows[1]![4] = '600 000'))).toBe(6);
    expect(rent((rows) => (rows[1]![5] = 'k€/mois'))).toBe(5000);
    expect(rent((rows) => rows.push(['', 'somme_shab_loue', 2024, 'REG:28', 1, 'm²', '']))).toBe('na');
    expect(rent((rows) => (rows[2]![1] = 'nb_lls'))).toBe('na');
    // The two columns change names: the figures are elsewhere.
    expect(
      rent((rows) => {
        rows[0]![4] = 'unite';
        rows[0]![5] = 'valeur';
      }),
    ).toBe('na');
    expect(rent((rows) => (rows[2]![6] = 'revu'))).toBe(5);
    expect(rent()).toBe(5);
  });
});
