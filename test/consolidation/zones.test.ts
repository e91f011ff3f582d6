import { buildConsolidationWorkbook, CampaignError } from '../../src/consolidation';
import type { Zoning } from '../../src/territory';
import { A, B, campaign, contribution } from './campaign';

/** Caen and Rouen in B1, Bayeux and Lisieux in B2, Paris in A. */
const abc: Zoning = {
  name: 'abc',
  label: 'Zonage ABC',
  source: 'essai',
  zoneOf: new Map([
    ['COM:14118', 'B1'],
    ['COM:76540', 'B1'],
    ['COM:14047', 'B2'],
    ['COM:14366', 'B2'],
    ['COM:75056', 'A'],
  ]),
};

const alpha = contribution({
  siren: A,
  at: { 'COM:14118': { nb_lls: 1000 }, 'COM:14047': { nb_lls: 200 }, 'COM:14258': { nb_lls: 9 } },
});
const beta = contribution({ siren: B, name: 'Beta', at: { 'DEP:76': { nb_lls: 50 } } });

describe('consolidation by zone', () => {
  it('shows the zones that have a commune in the campaign, and says what enters none', () => {
    const { result } = campaign({ contributions: [alpha, beta], zonings: [abc], by: ['abc'] });
    expect(result.territories).toEqual(['REG:28', 'ZONE:abc/B1', 'ZONE:abc/B2']);
    const said = Object.fromEntries(result.remarks.map((one) => [one.code, one.message]));
    expect(said['commune_without_zone']).toContain('1 commune(s) nommées');
    expect(said['commune_without_zone']).toContain('COM:14258');
    expect(said['no_commune_figures']).toContain('(Beta)');
    const { sheets } = buildConsolidationWorkbook(result);
    const sheet = sheets.find((one) => one.name === 'Zonages');
    expect(sheet?.rows.at(-1)?.cells.map((one) => one?.value)).toEqual([
      'abc',
      'Zonage ABC',
      'A, B1, B2',
      5,
      undefined,
      'essai',
    ]);
    expect(sheets.some((one) => one.name.startsWith('Matrice ZONE'))).toBe(true);
  });

  it('compares a zone with the sum of its communes, never with half of them', () => {
    const reference = (territory: string, value: number) => ({
      code: 'rp_territoire',
      year: 2019,
      territory,
      value,
      source: 'Insee',
    });
    const references = [
      reference('COM:14118', 50000),
      reference('COM:76540', 30000),
      reference('COM:14047', 7000),
    ];
    const { cell } = campaign({ contributions: [alpha], zonings: [abc], by: ['abc'], references });
    expect(cell('CTX-04', 'ZONE:abc/B1').value).toBe(1000 / 80000);
    expect(cell('CTX-04', 'ZONE:abc/B2')).toMatchObject({ value: null, reason: 'missing_reference' });
    const given = [...references, reference('ZONE:abc/B2', 20000)];
    const { cell: told } = campaign({
      contributions: [alpha],
      zonings: [abc],
      by: ['abc'],
      references: given,
    });
    expect(told('CTX-04', 'ZONE:abc/B2').value).toBe(200 / 20000);
  });

  it('names what may be asked when a grouping does not exist', () => {
    const ask = () => campaign({ contributions: [alpha], zonings: [abc], by: ['tension'] });
    expect(ask).toThrow(CampaignError);
    expect(ask).toThrow('« tension »');
    expect(ask).toThrow('REG, DEP, EPCI, COM');
    expect(ask).toThrow('(abc)');
  });
});
