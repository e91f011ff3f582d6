import { catalogue } from '../../src/catalogue';
import { call, failure } from './calls';

describe('DEFINITION', () => {
  it('gives each field of an indicator, a data point or a coefficient', () => {
    const indicator = catalogue.indicators.get('PAC-01');
    expect(call('DEFINITION', 'pac-01', null, 'fr')).toBe(indicator?.definition.fr);
    expect(call('DEFINITION', 'PAC-01', 'libelle', 'en')).toBe(indicator?.label.en);
    expect(call('DEFINITION', 'PAC-01', 'unité')).toBe('€/m²/mois');
    expect(call('DEFINITION', 'PAC-01', 'source')).toMatch(/^sourcé ; SDES, répertoire/);
    expect(call('DEFINITION', 'PAC-01', 'note', 'en')).toBe(indicator?.note?.en);
    expect(call('DEFINITION', 'nb_lls', 'question')).toBe(catalogue.dataPoints.get('nb_lls')?.question.fr);
    expect(call('DEFINITION', 'coef.heures_etp', 'unite')).toBe('h/ETP');
    expect(call('DEFINITION', 'co2_reseau_moyen', 'libelle')).toBe('CO2 moyen des réseaux de chaleur');
  });

  it('says what a code does not have, and when it is not one', () => {
    expect(failure('DEFINITION', 'PAC-01', 'question')).toMatchObject({ kind: 'na' });
    expect(failure('DEFINITION', 'heures_etp', 'formule')?.kind).toBe('na');
    expect(failure('DEFINITION', 'xyz')?.kind).toBe('value');
    expect(failure('DEFINITION', 'PAC-01', 'prix')?.fr).toContain('definition, libelle');
  });

  it('has something to say of every code', () => {
    for (const code of [...catalogue.indicators.keys(), ...catalogue.dataPoints.keys()])
      for (const field of ['definition', 'libelle', 'unite', 'source'])
        expect(String(call('DEFINITION', code, field, 'en')).length).toBeGreaterThan(0);
  });
});

describe('COEFFICIENT', () => {
  it('gives the value retained, its range, its source', () => {
    expect(call('COEFFICIENT', 'emplois_par_meur_rehab')).toBe(15.1);
    expect(call('COEFFICIENT', 'coef.emplois_par_meur_rehab', null, 'geste_2017_maisons')).toBe(6);
    expect(call('COEFFICIENT', 'emplois_par_meur_rehab', null, null, 'haut')).toBe(17.2);
    expect(call('COEFFICIENT', 'heures_etp', null, null, 'source')).toContain('DGEFP');
    expect(call('COEFFICIENT', 'heures_etp', null, null, 'jeu')).toBe('duree_annuelle_1607');
    expect(call('COEFFICIENT', 'heures_etp', null, null, 'annee')).toBe(2005);
    expect(call('COEFFICIENT', 'heures_etp', null, null, 'unite')).toBe('h/ETP');
  });

  it('takes the value of the time where the rule changed, and never another set in silence', () => {
    // Order of 31 March 2021, then the factor of 1 January 2026; before, the former rating.
    expect(['2019', 2021, 2025, 2026, 2030].map((year) => call('COEFFICIENT', 'coef_ep_elec', year))).toEqual(
      [2.58, 2.3, 2.3, 1.9, 1.9],
    );
    expect(call('COEFFICIENT', 'emplois_par_meur_neuf', 2030)).toBe(16.2);
    expect(failure('COEFFICIENT', 'emplois_par_meur_neuf', 2012)?.fr).toContain('ush_2013 (2010)');
    expect(failure('COEFFICIENT', 'coef_ep_elec')?.fr).toContain('dpe_2026 (2026)');
  });

  it('gives benchmarks by territory', () => {
    expect(call('COEFFICIENT', 'bm_loyer_m2', 2022, null, null, 'FR')).toBe(6.05);
    expect(call('COEFFICIENT', 'bm_loyer_m2', null, 'rpls_2019', null, 'REG:27')).toBe(5.14);
    expect(failure('COEFFICIENT', 'bm_loyer_m2')?.fr).toContain('REG:28');
    expect(failure('COEFFICIENT', 'bm_loyer_m2', null, null, null, 'DEP:14')).toMatchObject({ kind: 'na' });
    expect(failure('COEFFICIENT', 'prix_inconnu')?.kind).toBe('value');
    expect(failure('COEFFICIENT', 'delai_paiement_public', null, null, 'bas')?.kind).toBe('na');
  });
});
