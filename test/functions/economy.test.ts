import { readFileSync } from 'node:fs';
import { call, column, failure, randomNumbers } from './calls';

describe('EMPLOIS', () => {
  it('multiplies million euros by a published ratio, one set at a time', () => {
    // Banque des Territoires 2019: 16,2 and 15,1 jobs a million.
    expect(call('EMPLOIS', column(1e6, 2e6), 'neuf')).toBeCloseTo(48.6, 9);
    expect(call('EMPLOIS', 1e6, 'REHAB')).toBeCloseTo(15.1, 9);
    expect(call('EMPLOIS', 1e6, 'neuf', 'ush_2013')).toBe(10);
    expect(call('EMPLOIS', 10, 'neuf', '', '', 'M€')).toBeCloseTo(162, 9);
    expect(call('EMPLOIS', 500, 'neuf', null, null, 'k€')).toBeCloseTo(8.1, 9);
  });

  it('gives the ends of the published range', () => {
    expect(call('EMPLOIS', 1e6, 'rehab', null, 'bas')).toBe(6);
    expect(call('EMPLOIS', 1e6, 'rehab', null, 'haut')).toBe(17.2);
    expect(failure('EMPLOIS_LOGEMENTS', 10, 'rehab', null, 'bas')).toMatchObject({ kind: 'na' });
    expect(call('EMPLOIS_LOGEMENTS', column(100, 50), 'neuf', null, 'haut')).toBeCloseTo(360, 9);
  });

  it('asks what it needs', () => {
    expect(failure('EMPLOIS', 1e6)?.fr).toBe(
      '« nature » est vide : écrivez neuf (construction) ou rehab (réhabilitation et entretien).',
    );
    expect(failure('EMPLOIS', 1e6, 'entretien')?.fr).toContain('neuf, rehab');
    expect(failure('EMPLOIS', 1e6, 'neuf', 'inconnu')?.fr).toContain('bdt_2019 (2019)');
    expect(failure('EMPLOIS', null, 'neuf')?.kind).toBe('na');
    expect(failure('EMPLOIS', 1e6, column('neuf', 'rehab'))?.fr).toContain('une seule cellule');
    expect(failure('EMPLOIS', 1e6, { code: '#NAME?' })?.fr).toContain('« nature » contient l’erreur #NAME?');
    expect(failure('EMPLOIS', 1e6, true)?.fr).toContain('valeur logique');
  });
});

describe('HEURES_INSERTION_ETP', () => {
  it('divides by the working year; the low result takes the longest year', () => {
    expect(call('HEURES_INSERTION_ETP', column('16 070', null))).toBe(10);
    expect(call('HEURES_INSERTION_ETP', 3640, null, 'bas')).toBe(2);
    expect(call('HEURES_INSERTION_ETP', 3214, null, 'haut')).toBe(2);
  });
});

describe('LM3', () => {
  it('adds the three rounds over the first', () => {
    expect(call('LM3', column(60, 40), 30, 15)).toBe(1.45);
    expect(call('LM3', 100, 0, 0)).toBe(1);
    expect(call('LM3', 100, 100, 100)).toBe(3);
  });

  it('stays between 1 and 3, and refuses a part greater than its whole', () => {
    const random = randomNumbers(13);
    for (let round = 0; round < 300; round++) {
      const first = random.between(1, 1e6);
      const second = first * random.next();
      const value = Number(call('LM3', first, second, second * random.next()));
      expect(value).toBeGreaterThanOrEqual(1);
      expect(value).toBeLessThanOrEqual(3);
    }
    expect(failure('LM3', 100, 120, 10)?.fr).toBe(
      '« locale » (120) dépasse « depense » (100), dont c’est une part : vérifiez les montants.',
    );
    expect(failure('LM3', 100, 50, 60)?.fr).toContain('« redepense »');
    expect(failure('LM3', 0, 0, 0)?.kind).toBe('na');
    expect(failure('LM3', 100, null, 10)?.kind).toBe('na');
  });
});

describe('PART_LOCALE', () => {
  it('divides what is inside by what has a place', () => {
    // Caen and Lisieux are in Calvados, Cherbourg is not; 40 € have no place.
    const amounts = column(100, 50, 50, 40, null);
    const insee = column('14118', '14366', '50129', null, '14118');
    expect(call('PART_LOCALE', amounts, insee, 'DEP:14')).toBe(0.75);
    expect(call('PART_LOCALE', amounts, insee, 'REG:28')).toBe(1);
    expect(call('PART_LOCALE', amounts, insee, 'FR')).toBe(1);
    expect(call('PART_LOCALE', amounts, insee, 'COM:14118')).toBe(0.5);
    expect(call('PART_LOCALE', column('Montant', 100, 100), column('INSEE', 14118, 50129), 'DEP:14')).toBe(
      0.5,
    );
    expect(call('PART_LOCALE', column(300, -100), column('14118', '50129'), 'DEP:14')).toBe(1.5);
  });

  it('tells postal codes from INSEE codes by the whole column, or asks', () => {
    // 14000 is no INSEE code; 14100 is a postal code (Lisieux) and the INSEE code of Brémoy.
    expect(call('PART_LOCALE', column(60, 40), column(14000, 75001), 'DEP:14')).toBe(0.6);
    expect(failure('PART_LOCALE', column(60), column(14100), 'DEP:14')?.fr).toContain('postal ou insee');
    expect(call('PART_LOCALE', column(60), column(14100), 'DEP:14', 'postal')).toBe(1);
    expect(failure('PART_LOCALE', column(1, 1, 1), column(99999, 'x', 'y'), 'DEP:14')?.fr).toContain(
      'ni des codes',
    );
    expect(call('PART_LOCALE', column(60, 40), column('2A004', '14118'), 'REG:94')).toBe(0.6);
  });

  it('counts a CEDEX for its département, and other countries outside', () => {
    const codes = column(14000, '14052', 75001, 'Etranger');
    expect(call('PART_LOCALE', column(10, 20, 30, 40), codes, 'DEP:14', 'postal')).toBe(0.3);
    // Within the département the CEDEX may be on either side of the border of the town.
    const failed = failure('PART_LOCALE', column(10, 20, 30, 40), codes, 'COM:14118', 'postal');
    expect(failed).toMatchObject({ kind: 'na' });
    expect(failed?.fr.replace(/\s/gu, ' ')).toContain('Entre 10,0 % et 30,0 %');
    expect(call('PART_LOCALE', column(10, 20, 30, 40), codes, 'COM:14118', 'postal', null, 'bas')).toBe(0.1);
    expect(call('PART_LOCALE', column(10, 20, 30, 40), codes, 'COM:14118', 'postal', null, 'haut')).toBe(0.3);
    expect(call('PART_LOCALE', column(10, 20), column(20000, '20200'), 'REG:94', 'postal')).toBe(1);
    // CEDEX of Ajaccio and of Bastia; one of which the digits do not tell.
    expect(call('PART_LOCALE', column(10, 30), column(20189, '20291'), 'DEP:2A', 'postal')).toBe(0.25);
    const either = ['PART_LOCALE', column(10, 30), column(20700, '20291'), 'DEP:2A', 'postal', null] as const;
    expect([call(...either, 'bas'), call(...either, 'haut')]).toEqual([0, 0.25]);
  });

  it('does not choose among the communes of a postal code', () => {
    // 14440 serves Douvres-la-Délivrande (14228) and three other communes.
    const failed = failure('PART_LOCALE', column(30, 70), column('14440', '14000'), 'COM:14228', 'postal');
    expect(failed?.fr).toContain('14440');
    expect(call('PART_LOCALE', column(30, 70), column('14440', '14000'), 'DEP:14', 'postal')).toBe(1);
  });

  it('looks SIRET up in a table of suppliers, and says that one is needed', () => {
    const sirets = column('12002701600563', 73282932000074, '35600000000048');
    const suppliers = [
      ['SIREN ou SIRET', 'Code postal'],
      ['120027016', 14000],
      ['73282932000074', '75001'],
    ];
    expect(failure('PART_LOCALE', column(1, 2, 3), sirets, 'DEP:14')).toMatchObject({ kind: 'na' });
    // The third supplier is not in the table: its purchases have no place.
    expect(call('PART_LOCALE', column(10, 30, 60), sirets, 'DEP:14', 'postal', suppliers)).toBe(0.25);
    expect(failure('PART_LOCALE', column(1), column('356000000'), 'DEP:14', null, suppliers)?.fr).toContain(
      'localisé',
    );
    expect(failure('PART_LOCALE', column(1), column('356000000'), 'DEP:14', null, column(1))?.fr).toContain(
      'deux colonnes',
    );
  });

  it('refuses what it cannot read, by name and row', () => {
    expect(failure('PART_LOCALE', column(1, 2), column('14118', '14999'), 'DEP:14', 'insee')?.fr).toBe(
      '« codes », ligne 2 : « 14999 » n’est pas un code connu. Corrigez-le, effacez-le si le lieu est inconnu, ou écrivez ETRANGER.',
    );
    expect(failure('PART_LOCALE', column(1), column('14118'), 'Calvados')?.fr).toContain('DEP:14 (Calvados)');
    expect(failure('PART_LOCALE', column(1), column('14118'), '')?.fr).toContain('« territoire » est vide');
    expect(failure('PART_LOCALE', column(1), column('14118'), 'ZONE:abc/B2')?.kind).toBe('value');
    expect(failure('PART_LOCALE', column(1, 2), column('14118'), 'DEP:14')?.fr).toContain('(2 × 1)');
    expect(failure('PART_LOCALE', column(0), column('14118'), 'DEP:14', 'insee')?.kind).toBe('na');
    expect(failure('PART_LOCALE', column(1), column({ code: '#N/A' }), 'DEP:14')?.fr).toContain('#N/A');
  });

  it('adds up over the départements of a région, by communes drawn from the official file', () => {
    const file = require.resolve('@etalab/decoupage-administratif/data/communes.json');
    const communes = (
      JSON.parse(readFileSync(file, 'utf8')) as { type: string; code: string; region: string }[]
    ).filter((one) => one.type === 'commune-actuelle');
    const random = randomNumbers(17);
    const codes = Array.from({ length: 400 }, () => random.pick(communes));
    const amounts = codes.map(() => random.between(1, 1000));
    const given = [column(...amounts), column(...codes.map((one) => one.code))];
    const share = (at: string) => Number(call('PART_LOCALE', ...given, at, 'insee'));
    const norman = codes.reduce((sum, one, at) => sum + (one.region === '28' ? (amounts[at] ?? 0) : 0), 0);
    expect(share('REG:28')).toBeCloseTo(norman / amounts.reduce((sum, one) => sum + one, 0), 12);
    const parts = ['14', '27', '50', '61', '76'].map((code) => share(`DEP:${code}`));
    expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(share('REG:28'), 12);
  });
});
