import { catalogue } from '../../src/catalogue';
import { sampleNames, sampleRegion } from '../../src/sample';
import { identityOf, latest, regionalValue, tableRows, workbooksOf } from './read-model';

const { files } = sampleRegion('normandie', catalogue);
const workbooks = workbooksOf(files);
const landlords = latest(workbooks);

const text = (path: string): string => {
  const content = files.find((file) => file.path === path)?.content;
  return typeof content === 'string' ? content : '';
};

/** Sum over the landlords of what they say of the région; fails if one says nothing. */
function total(...codes: string[]): number {
  return codes
    .flatMap((code) =>
      landlords.map(({ path, workbook }) => ({ path, code, value: regionalValue(workbook, code) })),
    )
    .reduce((all, { path, code, value }) => {
      if (value === undefined) throw new Error(`${path} does not answer ${code}`);
      return all + value;
    }, 0);
}

const percent = (share: number, decimals = 1): string => (share * 100).toFixed(decimals);

describe('the published figures of Normandy, added up from the workbooks by hand', () => {
  const known = ['dpe_a', 'dpe_b', 'dpe_c', 'dpe_d', 'dpe_e', 'dpe_f', 'dpe_g'];

  it('has the dwellings, the people and the communes', () => {
    expect(total('nb_lls')).toBe(307_834);
    expect(total('nb_occupants')).toBe(550_000);
    const communes = landlords.flatMap(({ workbook }) =>
      tableRows(workbook, 'IMPACT_LISTES')
        .filter((row) => row.code?.value === 'communes_implantation')
        .map((row) => String(row.identifiant?.value)),
    );
    expect(communes.length).toBeGreaterThan(1_500);
    expect(new Set(communes).size).toBe(1_176);
    expect(percent(total('nb_lls') / 1_475_714, 2)).toBe('20.86');
    expect(text('references.csv')).toContain('ref.rp_territoire;2019;REG:28;1475714;');
  });

  it('has the houses, the priority neighbourhoods, the rent, vacancy and turnover of RPLS 2019', () => {
    expect(percent(total('nb_individuel') / 307_834, 2)).toBe('24.25');
    expect(percent(total('nb_individuel') / 307_834)).toBe('24.3');
    expect(percent(total('log_qpv') / 307_834)).toBe('26.0');
    expect((total('somme_loyers_mois') / total('somme_shab_loue')).toFixed(2)).toBe('5.31');
    expect(percent(total('nb_vac3m') / total('nb_proposes_location'), 2)).toBe('2.01');
    expect(percent(total('nb_emmenag_hors_neuf') / total('nb_loc_1an'), 2)).toBe('11.03');
  });

  it('has the energy ratings with their unknowns', () => {
    const rated = total(...known);
    expect(rated + total('dpe_inconnu')).toBe(307_834);
    expect(percent(rated / 307_834)).toBe('94.3');
    expect(percent(total('dpe_a', 'dpe_b', 'dpe_c') / rated)).toBe('40.3');
    expect(percent(total('dpe_a', 'dpe_b', 'dpe_c') / 307_834)).toBe('38.0');
  });

  it('has the investment, the jobs, the allocations, the renovations and the home ownership', () => {
    expect(total('inv_neuf', 'inv_rehab', 'inv_demol')).toBe(800_000_000);
    expect(total('etp')).toBe(5_000);
    expect(percent(total('etp_proximite') / total('etp'), 0)).toBe('45');
    expect(total('nb_attributions')).toBe(33_000);
    expect(total('nb_reno_ener')).toBe(7_000);
    expect(total('acc_psla', 'acc_brs', 'acc_autre')).toBe(1_100);
  });
});

describe('the landlords', () => {
  it('are 52, one of which sent its workbook twice', () => {
    expect(landlords).toHaveLength(52);
    expect(workbooks).toHaveLength(53);
    expect(landlords.some(({ path }) => path.endsWith('-v1.xlsx'))).toBe(false);
    expect(workbooks.every(({ path }) => /^contributions\/[a-z0-9-]+\.xlsx$/.test(path))).toBe(true);
  });

  it('are of every family and of very different sizes; some in groups, one late', () => {
    const identities = landlords.map(({ workbook }) => identityOf(workbook));
    expect(new Set(identities.map((one) => one.get('famille')))).toEqual(
      new Set(['OPH', 'ESH', 'COOP', 'SEM', 'SC']),
    );
    expect(identities.filter((one) => one.get('groupe') !== undefined).length).toBeGreaterThanOrEqual(5);
    const late = identities.filter((one) => Number(one.get('transmis_le')) > Date.UTC(2020, 8, 30));
    expect(late.map((one) => one.get('raison_sociale'))).toEqual(["Les Prés Verts, société d'HLM"]);
    const sizes = landlords.map(({ workbook }) => regionalValue(workbook, 'nb_lls') ?? 0);
    expect(sizes.filter((size) => size > 20_000).length).toBeGreaterThanOrEqual(4);
    expect(sizes.filter((size) => size < 1_000).length).toBeGreaterThanOrEqual(12);
  });

  it('answer with numbers, ND, SO and blanks; a zero where some have none', () => {
    const answers = workbooks.flatMap(({ workbook }) =>
      tableRows(workbook, 'IMPACT_DONNEES').map((row) => row.valeur),
    );
    const count = (test: (value: unknown) => boolean): number =>
      answers.filter((cell) => test(cell?.value)).length;
    expect(count((value) => /^nd$/i.test(String(value)))).toBeGreaterThan(200);
    expect(count((value) => value === 'SO')).toBeGreaterThan(50);
    expect(count((value) => value === undefined)).toBeGreaterThan(50);
    expect(count((value) => value === 0)).toBeGreaterThan(100);
    expect(answers.filter((cell) => cell?.formula !== undefined).length).toBeGreaterThan(3_000);
  });

  it('answer every data point of the catalogue, if only to say that they cannot', () => {
    const asked = [...catalogue.dataPoints.values()]
      .filter((point) => point.kind === 'sum')
      .map(({ code }) => code);
    for (const { path, workbook } of workbooks) {
      const given = new Set(tableRows(workbook, 'IMPACT_DONNEES').map((row) => row.code?.value));
      expect({ path, missing: asked.filter((code) => !given.has(code)) }).toEqual({ path, missing: [] });
    }
  });
});

describe('the other files', () => {
  it('lists the perimeter: what each landlord has in the région and in its départements', () => {
    const lines = text('perimetre.csv')
      .replace('\ufeff', '')
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(lines[0]).toEqual(['siren', 'raison_sociale', 'famille', 'groupe', 'territoire', 'logements']);
    const sum = (territory: RegExp): number =>
      lines
        .filter((cells) => territory.test(cells[4] ?? ''))
        .reduce((all, cells) => all + Number(cells[5]), 0);
    expect(lines.filter((cells) => cells[4] === 'REG:28')).toHaveLength(52);
    expect(sum(/^REG:28$/)).toBe(307_834);
    expect(sum(/^DEP:(14|27|50|61|76)$/)).toBe(307_834);
  });

  it('tells in French that all is fictitious, and what to try', () => {
    expect(text('LISEZMOI.txt')).toContain('n’existent pas');
    expect(text('LISEZMOI.txt')).toContain('consolidate contributions --perimeter perimetre.csv');
  });

  it('is the same at every call', () => {
    expect(JSON.stringify(sampleRegion('normandie', catalogue))).toBe(JSON.stringify({ files }));
  });

  it('names the regions there are when asked for another', () => {
    expect(sampleNames()).toEqual(['normandie']);
    expect(() => sampleRegion('bretagne', catalogue)).toThrow(/« bretagne ».*normandie/);
  });
});
