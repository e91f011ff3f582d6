import '../../support/territories';
import {
  codes,
  declaration,
  declared,
  expectAccounted,
  headerOf,
  importText,
  lineOf,
  restrictedFile,
  type Dwelling,
} from './lines';

/** Twelve dwellings; what each is there for stands beside it. Survey of 1 January 2019, reporting year 2018. */
const dwellings: readonly Dwelling[] = [
  { BAIL: '03/2018', CONTRESLOG: '3' }, // moved in during the year, stock of before: relet, employers' quota
  { BAIL: '01/2019', DPEDATE: '01/1900', DPEENERGIE: '' }, // moved in by January, no rating made
  { MODE: '2', LOYERPRINC: '9999', BAIL: '', REMLOCDATE: '09/2018' }, // vacant for more than three months
  { MODE: '2', LOYERPRINC: '9999', BAIL: '', REMLOCDATE: '10/2018' }, // vacant for three months, not more
  { MODE: '2', LOYERPRINC: '', BAIL: '', REMLOCDATE: '' }, // vacant since nobody knows when
  { MODE: '3', LOYERPRINC: '9999', BAIL: '', TYPECONST: 'I', QPV: '1' },
  { MODE: '4', LOYERPRINC: '9999', BAIL: '', TYPECONST: 'E', NBPIECE: '1', SURFHAB: '18' },
  { LOCAT: '2018', CONSTRUCT: '2018', ORIGINE: '4', BAIL: '06/2018', LOYERPRINC: '450', DPEENERGIE: 'b' }, // new
  { LOCAT: '2018', CONSTRUCT: '1900', ORIGINE: '2', BAIL: '11/2018', LOYERPRINC: '9999', NBPIECE: '7' }, // acquired; rent 9999
  { SORTIEPATRIM: '1', QUALACQ: '01', MODE: '9' }, // sold to its tenant
  { SORTIEPATRIM: '4', MODE: '9', DEPCOM: '61001' }, // demolished, the only line of its commune
  { OLDLOGT: '2', SORTIEPATRIM: '', MODE: '9' }, // merged with another
];

/** By hand from the list above, by the definitions of the catalogue. */
const expected = {
  nb_lls: 9,
  nb_individuel: 1,
  nb_collectif: 8,
  nb_occupes: 5, // four let, one with an association
  nb_loues: 4,
  // built 1970: 7 × (2018 - 1970), 2018: 0, 1900: 118
  somme_ages: 7 * 48 + 0 + 118,
  nb_age_connu: 9,
  surface_totale: 8 * 60 + 18,
  mes_neuf: 1,
  mes_acq: 1,
  mes_sans_artif: 1,
  ventes_part: 1,
  ventes_bailleurs: 0,
  demolitions: 1,
  changements_usage: 1,
  nb_proposes_location: 7,
  nb_vacants: 3,
  nb_vac3m: 1,
  nb_loc_1an: 5, // two let and three vacant of before 2018
  nb_emmenag_hors_neuf: 2,
  nb_relocations: 1,
  nb_attributions: 3,
  attr_al: 1,
  somme_loyers_mois: 300 + 300 + 450,
  somme_shab_loue: 180,
  log_qpv: 1,
  dpe_a: 0,
  dpe_b: 1,
  dpe_c: 0,
  dpe_d: 7,
  dpe_e: 0,
  dpe_f: 0,
  dpe_g: 0,
  dpe_inconnu: 1,
  dpe_ancien: 8,
};

describe('the landlord’s declaration, without headings', () => {
  it('gives every figure by commune, and the rent cells', async () => {
    const found = await importText(declaration(...dwellings));
    expectAccounted(found);
    expect(found.layout.kind).toBe('declaration');
    expect([found.year, found.yearOrigin]).toEqual([2018, 'header']);
    expect(found.landlord).toEqual({ siren: '123456782', name: 'OFFICE D’ESSAI' });
    expect(found.rows).toBe(12);
    expect(found.counts).toMatchObject({ lines: 13, headings: 1, present: 9, exits: 3, rejected: [] });
    expect(found.totals).toEqual(expected);
    expect(found.communes).toEqual(['14118']);
    const elsewhere = found.facts.filter(({ territory }) => territory === 'COM:61001');
    expect(elsewhere.find(({ code }) => code === 'demolitions')).toEqual({
      code: 'demolitions',
      territory: 'COM:61001',
      year: 2018,
      value: 1,
    });
    expect(elsewhere.filter(({ value }) => value !== 0)).toHaveLength(1);
    expect(found.cells).toEqual([
      { territory: 'COM:14118', year: 2018, typology: 'T3', rent: 1050, area: 180 },
    ]);
    // Fields of the order of 2017 have no known place in a declaration.
    expect(found.unanswered.map(({ code }) => code)).toEqual([
      'somme_conso_shab',
      'somme_ges_shab',
      'somme_shab_dpe',
      'log_geres',
      'log_pmr',
      'log_acv_pvd',
      'mes_b2c',
    ]);
    expect(codes(found)).toEqual(
      expect.arrayContaining(['vacant_undated', 'rent_unknown', 'students', 'lower_bound', 'not_from_rpls']),
    );
  });

  it('says when lines are missing, and takes a comment field or none, quoted or not', async () => {
    const without = lineOf(declared.slice(0, 63));
    const quoted = lineOf(declared)
      .split(';')
      .map((one) => `"${one}"`)
      .join(';');
    const found = await importText([headerOf(5), lineOf(declared), without, quoted].join('\n'));
    expectAccounted(found);
    expect(found.counts.present).toBe(3);
    expect(found.totals['somme_loyers_mois']).toBe(900);
    expect(codes(found)).toContain('announced_lines');
    expect(found.remarks.find(({ code }) => code === 'announced_lines')?.message).toMatch(
      /annonce 5 .* 3 lignes/,
    );
  });

  it('counts the dwellings managed where the landlord’s number is written', async () => {
    const found = await importText(declaration({ IDENTGES: '014000001' }, { IDENTGES: '999999999' }, {}));
    expect(found.totals['log_geres']).toBe(1);
  });
});

describe('the restricted file, with headings', () => {
  it('gives the same figures, and those of the energy ratings', async () => {
    const energy = dwellings.map((one, at) => ({
      ...one,
      ...(at < 2 ? { DPE_CONSO_ENER: '230,5', DPE_CONSO_GES: at === 0 ? '50' : '' } : {}),
    }));
    const found = await importText(restrictedFile(...energy), { year: 2018 });
    expectAccounted(found);
    expect([found.layout.kind, found.yearOrigin]).toEqual(['restricted', 'asked']);
    expect(found.totals).toEqual({
      ...expected,
      somme_conso_shab: 230.5 * 60,
      somme_ges_shab: 50 * 60,
      somme_shab_dpe: 60,
    });
  });

  it('tells the year from the leases, and asks for it when nothing tells it', async () => {
    const leases = Array.from({ length: 60 }, (_, at) => ({ BAIL: `0${1 + (at % 9)}/${2013 + (at % 6)}` }));
    // A lease of the January of the survey does not make it the reporting year.
    const found = await importText(restrictedFile(...leases, { BAIL: '01/2019' }));
    expect([found.year, found.yearOrigin]).toEqual([2018, 'dates']);
    expect(codes(found)).toContain('deduced_year');
    const undated = await importText(restrictedFile({ BAIL: '', PATRIMOINE: '', DPEDATE: '' }));
    expect([undated.facts, undated.rows, codes(undated)[0]]).toEqual([[], 1, 'missing_year']);
  });

  it('keeps one landlord of several, and says when they are added together', async () => {
    const file = restrictedFile(
      { SIRET: '12345678200002' },
      { SIRET: '73282932000074' },
      { SIRET: '73282932000082' },
    );
    const all = await importText(file, { year: 2018 });
    expect(all.counts.present).toBe(3);
    expect(codes(all)).toContain('several_landlords');
    const one = await importText(file, { year: 2018, landlordSiren: '732829320' });
    expectAccounted(one);
    expect(one.counts).toMatchObject({
      present: 2,
      outOfScope: [{ reason: 'other_landlord', count: 1, examples: [2] }],
    });
  });

  it('leaves unanswered what is never filled, rather than zero', async () => {
    const silent = { MODE: '', BAIL: '', LOYERPRINC: '', SORTIEPATRIM: '' };
    const found = await importText(restrictedFile(silent, { ...silent, QPV: '' }), { year: 2018 });
    for (const code of ['nb_loues', 'somme_loyers_mois', 'nb_attributions', 'demolitions']) {
      expect(found.totals).not.toHaveProperty(code);
      expect(found.unanswered).toContainEqual(expect.objectContaining({ code, why: 'blank' }));
    }
    expect(found.cells).toEqual([]);
    expect(found.totals).toMatchObject({ nb_lls: 2, log_qpv: 0 });
  });
});
