import { catalogue } from '../../../src/catalogue';
import { readSupplierList } from '../../../src/importers';
import { fecText, figuresOf, invoice, valuesOf } from './support';

const table = (text: string) => ({
  sheet: '',
  rows: text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(';')),
  lineOf: (row: number) => row + 1,
});

/**
 * Postal codes of the post: 14000 serves Caen only; 14123 serves Ifs, Fleury-sur-Orne and Cormelles-le-Royal;
 * 50000 is Saint-Lô's; 14067 is a CEDEX of Caen.
 */
const LIST = `
  N° fournisseur;SIRET;Code Postal;Ville;Pays;Raison sociale
  F1;11111111800011;14000;CAEN;;Alpha
  f2;;50000;SAINT-LO;FRANCE;Beta
  000003;222222226;14067;CAEN CEDEX 4;FR;Gamma
  F4;;;;;Delta sans adresse
  F5;;1000;BRUXELLES;Belgique;Epsilon
  F6;;14123;;;Zeta
  F7;111111118;14000;CAEN;;Eta un
  F7;222222226;50000;SAINT-LO;;Eta deux
  AUTRE;333333334;14123;IFS;;SOCIETE  F8
  F9;12345;75101;PARIS;;Theta
`;

const amounts: readonly (readonly [string, string])[] = [
  ['F1', '100,10'],
  ['F2', '200,20'],
  ['3', '300,30'],
  ['F4', '400,40'],
  ['F5', '500,50'],
  ['F6', '600,60'],
  ['F7', '700,70'],
  ['F8', '800,80'],
  ['F9', '900,90'],
  ['INCONNU', '1000,05'],
];
const text = fecText(
  amounts.flatMap(([party, amount], index) => invoice(index + 1, '606000', amount, party)),
);

describe('suppliers', () => {
  const suppliers = readSupplierList([table(LIST)], 'tiers.csv');

  it('says where every euro went, for each territory', async () => {
    const imported = await figuresOf(text, {
      suppliers,
      local: ['COM:14341', 'REG:28', 'COM:14118', 'DEP:14'],
    });
    const status = Object.fromEntries(imported.suppliers.map((one) => [one.code, one.status.join(' ')]));
    expect(status).toEqual({
      F1: 'elsewhere local local local',
      F2: 'elsewhere local elsewhere elsewhere',
      3: 'elsewhere local local local',
      F4: 'unlocated unlocated unlocated unlocated',
      F5: 'elsewhere elsewhere elsewhere elsewhere',
      F6: 'uncertain local elsewhere local',
      F7: 'unmatched unmatched unmatched unmatched',
      F8: 'local local elsewhere local',
      F9: 'elsewhere elsewhere elsewhere elsewhere',
      INCONNU: 'unmatched unmatched unmatched unmatched',
    });
    const [ifs] = imported.shares;
    expect(ifs).toEqual({
      territory: 'COM:14341',
      total: 5504.55,
      local: 800.8,
      elsewhere: 2002,
      uncertain: 600.6,
      unlocated: 400.4,
      unmatched: 1700.75,
    });
    const values = valuesOf(imported);
    expect(values).toMatchObject({
      achats_total: 5504.55,
      achats_geolocalises: 3403.4,
      'achats_locaux@COM:14341': 800.8,
      'achats_locaux@DEP:14': 1801.8,
      'achats_locaux@REG:28': 2002,
    });
    for (const one of imported.shares) {
      const parts = [one.local, one.elsewhere, one.uncertain, one.unlocated, one.unmatched];
      expect(parts.reduce((sum, part) => sum + Math.round(part * 100), 0)).toBe(Math.round(one.total * 100));
    }
  });

  it('lists the suppliers by SIREN, once each, and what is not matched, largest first', async () => {
    const imported = await figuresOf(text, { suppliers, local: ['COM:14341'] });
    expect(imported.members).toEqual(
      ['111111118', '222222226', '333333334'].map((identifier) => ({
        code: 'fournisseurs',
        territory: '',
        year: 2023,
        identifier,
      })),
    );
    expect(imported.suppliers.map((one) => one.code)).toEqual([
      'INCONNU',
      'F9',
      'F8',
      'F7',
      'F6',
      'F5',
      'F4',
      '3',
      'F2',
      'F1',
    ]);
    const message = (code: string) =>
      imported.remarks.find((one) => one.code === code)?.message.replace(/[\u00a0\u202f]/g, ' ');
    expect(message('unmatched_suppliers')).toMatch(/1 700,75 €.*INCONNU.*F7/s);
    expect(message('unlocated_suppliers')).toMatch(/400,40 €.*F4/s);
    expect(message('uncertain_place')).toMatch(/entre 800,80 € et 1 401,40 €/);
    expect(message('matched_by_name')).toMatch(/SOCIETE F8/);
    expect(message('invalid_siren')).toMatch(/^1 SIREN/);
  });

  it('gives no local purchase without a list: blank is not zero', async () => {
    const imported = await figuresOf(text, { local: ['DEP:14'] });
    expect(Object.keys(valuesOf(imported)).sort()).toEqual([
      'achats_fonctionnement',
      'achats_total',
      'montant_factures',
    ]);
  });

  it.each([
    ['Nom;Chiffre\nA;1', /ni SIRET, ni SIREN, ni code postal|n’est pas une liste/],
    ['un;deux\ntrois;quatre', /n’est pas une liste de fournisseurs/],
  ])('refuses what is no list of suppliers', (content, message) => {
    expect(() => readSupplierList([table(content)], 'x.csv')).toThrow(message);
  });

  it('recognises by their values columns that nobody else calls so', () => {
    const unusual = `
      VENDOR;Siret établissement;Code postal (siège);Ville du siège;Dénomination sociale
      F1;11111111800019;14000;CAEN;Alpha
      F2;22222222600011;50000;SAINT-LO;Beta
    `;
    // By their names alone, one column of these five is known: no list.
    expect(() => readSupplierList([table(unusual)], 'tiers.csv')).toThrow(/n’est pas une liste/);
    expect(readSupplierList([table(unusual)], 'tiers.csv', catalogue).suppliers).toMatchObject([
      { name: 'Alpha', siren: '111111118', postalCode: '14000', city: 'CAEN' },
      { name: 'Beta', siren: '222222226', postalCode: '50000', city: 'SAINT-LO' },
    ]);
    // A SIRET that is not one is kept to be told, under the usual heading.
    expect(readSupplierList([table(LIST)], 'tiers.csv', catalogue)).toEqual(suppliers);
  });

  it('recognises headings below titles, and numbers that lost their zeros', () => {
    const list = readSupplierList(
      [
        { sheet: 'Notice', rows: [['Mode d’emploi']], lineOf: (row) => row + 1 },
        {
          sheet: 'Tiers',
          rows: [
            ['Liste des tiers au 31/12'],
            [],
            ['Compte\nauxiliaire', 'Siren', 'CP'],
            [12, 5520817, 1000],
          ],
          lineOf: (row) => row + 1,
        },
      ],
      'tiers.xlsx',
    );
    expect(list.suppliers).toMatchObject([{ line: 4, code: '12', postalCode: '1000' }]);
  });
});
