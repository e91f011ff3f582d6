import { call, column, failure, failureIn } from './calls';

describe('TERRITOIRE', () => {
  it('goes from a commune up, by name or code', () => {
    expect(call('TERRITOIRE', '14118')).toBe('CU Caen la Mer');
    expect(call('TERRITOIRE', '14118', 'EPCI', 'code')).toBe('EPCI:200065597');
    expect(call('TERRITOIRE', 'COM:14118', 'dep')).toBe('Calvados');
    expect(call('TERRITOIRE', '14118', 'REG', 'insee')).toBe('28');
    expect(call('TERRITOIRE', 'EPCI:200065597', 'REG')).toBe('Normandie');
    expect(call('TERRITOIRE', '2A004', 'DEP', 'code')).toBe('DEP:2A');
    expect(call('TERRITOIRE', '14118', 'FR')).toBe('France');
  });

  it('puts back the zero a spreadsheet dropped, carries former communes, rolls arrondissements up', () => {
    expect(call('TERRITOIRE', 1004, 'COM')).toBe('Ambérieu-en-Bugey');
    // Tourlaville (50602) is in Cherbourg-en-Cotentin since 2016.
    expect(call('TERRITOIRE', '50602', 'COM', 'insee')).toBe('50129');
    expect(call('TERRITOIRE', 69381, 'COM')).toBe('Lyon');
  });

  it('spills over a column, an unknown code in its own cell', () => {
    const result = call('TERRITOIRE', column('14118', '', '99999', { code: '#N/A' }, '50129'), 'DEP');
    expect((result as unknown[][])[0]).toEqual(['Calvados']);
    expect((result as unknown[][])[1]).toEqual(['']);
    expect((result as unknown[][])[4]).toEqual(['Manche']);
    expect(failureIn(result, 2)?.kind).toBe('value');
    expect(failureIn(result, 3)?.fr).toContain('ligne 4');
  });

  it('has no département for an EPCI across two, nor a wider answer for a narrower question', () => {
    // CC Terre d'Auge is inside Calvados; the Communauté de Redon Agglomération is across three.
    expect(failure('TERRITOIRE', 'EPCI:243500741', 'DEP')).toMatchObject({ kind: 'na' });
    expect(failure('TERRITOIRE', 'DEP:14', 'EPCI')?.kind).toBe('na');
    expect(failure('TERRITOIRE', '14118', 'canton')?.fr).toContain('COM, EPCI, DEP, REG, FR');
    expect(failure('TERRITOIRE', 'Caen')?.fr).toContain('COM:14118 (Caen)');
  });
});

describe('COMMUNE', () => {
  it('gives all the communes of a postal code, and chooses none', () => {
    expect(call('COMMUNE', 14000)).toBe('Caen');
    expect(call('COMMUNE', 14440)).toBe('Bény-sur-Mer ; Cresserons ; Douvres-la-Délivrande ; Plumetot');
    expect(call('COMMUNE', '14440', 'insee')).toBe('14062 ; 14197 ; 14228 ; 14509');
    expect(call('COMMUNE', '14440', 'liste')).toHaveLength(4);
    expect(call('COMMUNE', column(1500, null, '13001'), 'nom')).toEqual([
      [expect.stringContaining('Ambérieu-en-Bugey')],
      [''],
      ['Marseille'],
    ]);
  });

  it('says what a CEDEX is, and what a postal code looks like', () => {
    expect(failure('COMMUNE', '14052')).toMatchObject({ kind: 'na' });
    expect(failure('COMMUNE', 'Caen')).toMatchObject({ kind: 'value' });
    expect(failure('COMMUNE', column(14000, 75001), 'liste')?.fr).toContain('un seul code postal');
  });
});

describe('ZONE', () => {
  const table = [
    ['CODGEO', 'Commune', 'Zone ABC'],
    ['14118', 'Caen', 'B1'],
    ['50129', 'Cherbourg-en-Cotentin', 'B2'],
    [1004, 'Ambérieu-en-Bugey', 3],
    ['75056', 'Paris', 'A bis'],
    ['75056', 'Paris', 'A'],
    ['61001', 'Alençon', null],
  ];

  it('reads the column asked, by number or heading', () => {
    expect(call('ZONE', '14118', table)).toBe('Caen');
    expect(call('ZONE', '14118', table, 0)).toBe('Caen');
    expect(call('ZONE', '14118', table, 3)).toBe('B1');
    expect(call('ZONE', column('COM:50129', null, '01004'), table, 'zone abc')).toEqual([['B2'], [''], [3]]);
  });

  it('looks for a former commune under its code of today', () => {
    expect(call('ZONE', '50602', table, 3)).toBe('B2');
  });

  it('says when a commune is missing, or in two zones', () => {
    const result = call('ZONE', column('14366', '75056', '61001', '14118'), table, 3);
    expect(failureIn(result, 0)).toMatchObject({ kind: 'na', fr: expect.stringContaining('14366') });
    expect(failureIn(result, 1)?.fr).toContain('deux zones différentes');
    expect(failureIn(result, 2)?.kind).toBe('na');
    expect((result as unknown[][])[3]).toEqual(['B1']);
    expect(failure('ZONE', '14118', table, 'ACV')?.fr).toContain('de 2 à 3');
    expect(failure('ZONE', '14118', table, 1)?.kind).toBe('value');
    expect(failure('ZONE', '14118', column('14118'))?.fr).toContain('deux colonnes');
  });

  it('reads a table again once its content has changed', () => {
    const changed = table.map((row) => [...row]);
    expect(call('ZONE', '14118', changed, 3)).toBe('B1');
    (changed[1] as unknown[])[2] = 'A';
    expect(call('ZONE', '14118', changed, 3)).toBe('A');
  });
});
