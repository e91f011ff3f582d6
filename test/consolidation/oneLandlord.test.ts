import { campaignOfOne, oneLandlord } from '../../src/consolidation';
import { A, campaign, contribution } from './campaign';
import { smallCatalogue } from './indicators';

const catalogue = smallCatalogue();

const landlord = contribution({
  siren: A,
  data: { nb_lls: 100, nb_individuel: 20, nb_loues: 10, nb_neufs: 'SO', nb_rehab: 40 },
  at: {
    'DEP:14': { nb_lls: 70, somme_loyers_mois: 600 },
    'DEP:50': { somme_loyers_mois: 400, somme_shab_loue: 200 },
  },
  rents: [
    ['COM:14118', 5, 9, 100],
    ['DEP:50', 6, 5, 50],
  ],
  lists: { fournisseurs: { '': ['a', 'b', 'a'] } },
});
const references = [{ code: 'rp_territoire', year: 2019, territory: '', value: 500, source: 'Insee' }];

describe('one landlord, asked for one figure at a time', () => {
  const one = oneLandlord(landlord, { catalogue, year: 2019, campaign: 'REG:28', references });

  it('gives what the rules give by hand', () => {
    expect(one.cell('CTX-05', 'REG:28')?.value).toBe(0.2);
    // The département does not have the rents of the other one, nor its area.
    expect(one.cell('PAC-01', 'DEP:14')).toMatchObject({ value: null, reason: 'no_respondent' });
    // 12 × (4 × 100 − 1 × 50) = 4 200 for the whole, 12 × 400 in Calvados, through Caen.
    expect(one.cell('PAC-03', 'REG:28')?.value).toBe(4200);
    expect(one.cell('PAC-03', 'DEP:14')?.value).toBe(4800);
    expect(one.cell('CTX-04', 'REG:28')?.value).toBe(0.2);
    expect(one.cell('ECO-12', 'REG:28')?.value).toBe(2);
    expect(one.answerOf('DEP:14', 'nb_lls')).toMatchObject({ state: 'number', value: 70 });
  });

  it('gives for every indicator and territory what the consolidation of the landlord alone gives', () => {
    const { result } = campaign({ contributions: [landlord], references, by: ['DEP', 'COM'] });
    const quality = new Set(
      [...catalogue.indicators.values()]
        .filter((some) => some.consolidation === 'quality')
        .map((some) => some.code),
    );
    expect(result.territories).toEqual(expect.arrayContaining(['REG:28', 'DEP:14', 'DEP:50', 'COM:14118']));
    for (const cell of result.cells) {
      const own = one.cell(cell.code, cell.territory);
      if (quality.has(cell.code)) expect(own).toBeUndefined();
      else expect({ ...own, coverage: null }).toEqual({ ...cell, coverage: null });
    }
  });

  it('explains a cell down to the cells of the workbook', () => {
    const cell = one.cell('PAC-03', 'DEP:14');
    const explained = cell && one.explain(cell, 'fr');
    expect(explained?.explanation.value).toBe(4800);
    expect(explained?.contributors[0]?.inputs[0]?.sources).toHaveLength(1);
    expect(one.cell('XXX-01', 'REG:28')).toBeUndefined();
  });
});

describe('what a blank territory stands for', () => {
  it('is the territory asked, if it contains all that are named', () => {
    expect(campaignOfOne(landlord, 'REG:28')).toBe('REG:28');
    expect(campaignOfOne(landlord, 'FR')).toBe('FR');
    expect(campaignOfOne(contribution({ siren: A, data: { nb_lls: 1 } }), 'DEP:14')).toBe('DEP:14');
  });

  it('is else what contains all those named, never the part that is asked', () => {
    expect(campaignOfOne(landlord, 'DEP:14')).toBe('REG:28');
    expect(campaignOfOne(landlord, undefined)).toBe('REG:28');
    expect(campaignOfOne(contribution({ siren: A, data: { nb_lls: 1 } }), undefined)).toBe('FR');
    expect(campaignOfOne(landlord, 'ZONE:abc/B2')).toBe('REG:28');
  });
});
