import { writeXlsx } from 'hucre';
import { catalogue } from '../../../src/catalogue';
import {
  importReferences,
  joinMarketRents,
  marketRentsIn,
  referencesCsv,
  referencesWorkbook,
  zoningsCsv,
  type ImportedReferences,
  type MarketRents,
} from '../../../src/importers/references';
import { readReferences } from '../../../src/consolidation';
import { bytesSource, writeWorkbook } from '../../../src/xlsx';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => bytesSource(Buffer.from(text, encoding));
const read = (text: string, file = 'fichier.csv', options = {}) =>
  importReferences(bytes(text), file, { catalogue, ...options });
const refusal = (text: string, file = 'fichier.csv') =>
  read(text, file).then(
    () => 'accepted',
    (error: Error) => error.message,
  );
const valuesOf = (imported: ImportedReferences) =>
  Object.fromEntries(imported.values.map((one) => [`${one.code} ${one.year} ${one.territory}`, one.value]));
const zonesOf = (imported: ImportedReferences, name: string) =>
  Object.fromEntries(imported.zonings.find((one) => one.name === name)?.zoneOf ?? []);

describe('traps of official files', () => {
  it('codes as Excel protects them, several communes in a cell, a commune with several districts', async () => {
    const text = [
      'code_qp;lib_qp;insee_com;lib_com',
      'QN06001M;Un;="60057";Beauvais',
      'QN01301M;Deux;13055;13070;Marseille'.replace('13055;13070', '"13055;13070"'),
      'QN06002M;Trois;="60057";Beauvais',
      'QN0140XM;Quatre;99999;Nulle part',
      'Total;;;',
    ].join('\r\n');
    const imported = await read(text, 'qpv.csv');
    expect(zonesOf(imported, 'qpv')).toEqual({ 'COM:60057': 'QPV', 'COM:13055': 'QPV', 'COM:13070': 'QPV' });
    expect(imported.account.fates).toMatchObject({
      read: 2,
      duplicate: 1,
      unknown_code: 1,
      no_code: 1,
      heading: 1,
    });
    expect(imported.account.examples).toEqual([
      { line: 5, fate: 'unknown_code', code: '99999' },
      { line: 6, fate: 'no_code', code: 'Total' },
    ]);
  });

  it('LOVAC: a secret is never zero, and leaves its territories without a total', async () => {
    const communes = ['97601', '97602', '97603'];
    const text = (last: string) =>
      [
        'CODGEO;LIBGEO;pp_vacant_25;pp_vacant_plus_2ans_25',
        `${communes[0]};A;12;s`,
        `${communes[1]};B;30;15`,
        last,
      ].join('\n');
    const imported = await read(text('97603;C;s;s'), 'lovac.csv');
    expect(valuesOf(imported)).toEqual({
      'logements_vacants_prives 2025 COM:97601': 12,
      'logements_vacants_prives 2025 COM:97602': 30,
      'logements_vacants_prives_2ans 2025 COM:97602': 15,
    });
    expect([imported.account.secretCells, imported.account.fates.no_value]).toEqual([3, 1]);
    expect(imported.remarks.map((one) => one.code)).toEqual(['secret_cells']);
  });

  it('SRU: blank first line, comma, quoted heading on two lines, percentages as text', async () => {
    const text = [
      ',,,',
      'Code_INSEE_commune,Nom_commune,"Nombre_lls_ Inventaire',
      '_au_01_01_2024",Taux_SRU_au_01_01_2024,commune_deficitaire,Commune_carencée',
      '95018,Argenteuil,"12 345","35,28%",Non,Non',
      '95052,Beauchamp,400,"9,5%",Oui,Oui',
    ].join('\n');
    const imported = await read(text, 'sru.csv');
    expect(valuesOf(imported)).toEqual({
      'lls_sru 2024 COM:95018': 12345,
      'lls_sru 2024 COM:95052': 400,
      'taux_sru 2024 COM:95018': 0.3528,
      'taux_sru 2024 COM:95052': 0.095,
    });
    expect(zonesOf(imported, 'sru_deficitaire')).toEqual({
      'COM:95018': 'non déficitaire',
      'COM:95052': 'déficitaire',
    });
    expect(imported.account.fates).toMatchObject({ heading: 1, blank: 1, read: 2 });
  });

  it('Sitadel: a figure a year and a type of dwelling; all of a département makes its sum', async () => {
    const mayotte = Array.from({ length: 17 }, (_, index) => `976${String(index + 1).padStart(2, '0')}`);
    const lines = mayotte.flatMap((code) => [
      `2022;${code};Tous Logements;10;4`,
      `2022;${code};Individuel pur;7;s`,
    ]);
    const imported = await read(['ANNEE;COMM;TYPE_LGT;LOG_AUT;LOG_COM', ...lines].join('\n'), 'sitadel.csv');
    const values = valuesOf(imported);
    expect(values['logements_autorises 2022 DEP:976']).toBe(170);
    expect(values['logements_commences 2022 REG:06']).toBe(68);
    expect(values['logements_autorises_individuel_pur 2022 COM:97611']).toBe(7);
    expect(values['logements_commences_individuel_pur 2022 DEP:976']).toBeUndefined();
    expect(imported.account.fates.read).toBe(34);
  });

  it('former communes are added where they may be, arrondissements never twice, rates never mixed', async () => {
    // Annecy (74010) absorbed Annecy-le-Vieux (74011) and Seynod (74268) in 2017; 75104 is in Paris.
    const text = (lines: string[]) => ['CODGEO;P21_RP;taux_effort', ...lines].join('\n');
    const imported = await read(text(['74011;9000;0,2', '74268;8000;0,3', '75056;1000;0,4', '75104;30;0,9']));
    expect(valuesOf(imported)).toMatchObject({
      'rp_territoire 2021 COM:74010': 17000,
      'rp_territoire 2021 COM:75056': 1000,
    });
    expect(imported.account.fates).toMatchObject({ carried: 2, read: 1, superseded: 1 });
    const own = await read(text(['74010;20000;0,1', '74011;9000;0,2']));
    expect(valuesOf(own)).toMatchObject({ 'rp_territoire 2021 COM:74010': 29000 });
  });

  it('zones that contradict each other are not given, and an exact repetition counts once', async () => {
    const imported = await read(
      [
        'CODGEO;Zone ABC',
        '14118;B1',
        '14118;B2',
        '14047;A bis',
        '14047;A bis',
        '1004;b2',
        '74011;B1',
        '74268;A',
      ].join('\n'),
      'zonage.csv',
    );
    expect(zonesOf(imported, 'abc')).toEqual({ 'COM:14047': 'Abis', 'COM:01004': 'B2' });
    expect(imported.account.fates).toMatchObject({ contradicted: 4, read: 2, duplicate: 1 });
    expect(imported.remarks.find((one) => one.code === 'lines_contradicted')).toMatchObject({
      level: 'blocking',
    });
  });

  it('RPLS results: stacked headings, an empty row, technical names on row 6', async () => {
    const file = await writeXlsx({
      sheets: [
        { name: 'INFORMATIONS', rows: [['Parc locatif social au 1er janvier 2024']] },
        {
          name: 'COMMUNES',
          rows: [
            ['Résultats RPLS au 01/01/2024'],
            ['Territoire', null, null, 'Parc', null, 'Taux'],
            ['', '', '', '', '', ''],
            ['Région', 'Dép.', 'Commune', 'Logements', 'Loués', 'Vacance'],
            [],
            ['REG', 'DEP', 'DEPCOM_ARM', 'nb_ls', 'nb_loues', 'tx_vac'],
            [28, 14, '14118', 15000, 14500, 2.5],
            [28, 14, '14047', 3000, 2900, 0.5],
          ],
        },
      ],
    });
    const imported = await importReferences(bytesSource(file), 'resultats_rpls.xlsx', { catalogue });
    expect([imported.layout, imported.sheet]).toEqual(['rpls-resultats', 'COMMUNES']);
    expect(valuesOf(imported)).toEqual({
      'rpls_logements 2024 COM:14118': 15000,
      'rpls_logements 2024 COM:14047': 3000,
      'rpls_loues 2024 COM:14118': 14500,
      'rpls_loues 2024 COM:14047': 2900,
      'bm_vacance 2024 COM:14118': 0.025,
      'bm_vacance 2024 COM:14047': 0.005,
    });
    expect(imported.account).toMatchObject({ lines: 8, fates: { read: 2, heading: 4, blank: 2 } });
  });

  it('any table « commune + value »: figures and zones, named as asked, never added up', async () => {
    const imported = await read('insee_com,nom,Demandes\n14118,Caen,1200\n14047,Bayeux,90\n', 'x.csv', {
      name: 'demandes_sne',
      year: 2023,
    });
    expect(valuesOf(imported)).toEqual({
      'demandes_sne 2023 COM:14118': 1200,
      'demandes_sne 2023 COM:14047': 90,
    });
    const zones = await read(
      'codgeo\tBassin\n14118\tCaen\n14047\tBessin\n14366\tAuge\n14327\tCaen\n14220\tBessin\n14333\tAuge\n',
    );
    expect(zonesOf(zones, 'bassin')).toMatchObject({
      'COM:14118': 'Caen',
      'COM:14327': 'Caen',
      'COM:14047': 'Bessin',
    });
  });
});

describe('files of another sort', () => {
  it.each([
    ['JournalCode\tEcritureNum\tCompteNum\nVE\t1\t411', 'FEC', 'import-fec'],
    ['DROIT;DEPCOM;CONSTRUCT;SURFHAB\n1;14118;1970;60', 'RPLS', 'import-rpls'],
    [
      'siren;raison_sociale;famille;groupe;territoire;logements\n111111118;A;;;REG:28;10',
      'périmètre',
      '--perimeter',
    ],
    ['%PDF-1.4 …', 'document PDF', 'codes Insee'],
    ['{"type":"FeatureCollection"}', 'JSON', 'codes Insee'],
    ['Nom;Montant\nA;1\nB;2', '« Nom », « Montant »', 'codes Insee'],
    ['CODGEO;LIBGEO\n14118;Caen\n14047;Bayeux', 'aucune colonne de zones ou de chiffres', 'LIBGEO'],
    ['', 'un fichier vide', 'codes Insee'],
  ])('says what it is and what was expected (%#)', async (text, what, expected) => {
    const message = await refusal(text, 'dossier/donnees.csv');
    expect(message).toMatch(/^donnees\.csv : /);
    expect(message).toContain(what);
    expect(message).toContain(expected);
  });

  it('a workbook that is no table of communes', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Feuille',
          rows: [
            ['Salarié', 'ETP'],
            ['A', 1],
          ],
        },
      ],
    });
    const message = await importReferences(bytesSource(file), 'rh.xlsx', { catalogue }).catch(
      (one: Error) => one.message,
    );
    expect(message).toContain('« Salarié », « ETP »');
  });
});

describe('what is written', () => {
  it('gives back the same zones and figures, from CSV and from the workbook', async () => {
    const abc = await read('CODGEO;Zone ABC\n14118;B1\n14047;B2\n', 'zonage-2025-09-05.csv');
    const rp = await read('CODGEO;P21_RP\n14118;50000,5\n14047;7000\n', '=rp;"x".csv');
    const csv = referencesCsv([abc, rp])!;
    const figures = readReferences(csv, 'rp.csv');
    expect(figures.remarks).toEqual([]);
    expect(
      figures.figures.map(({ code, year, territory, value }) => ({ code, year, territory, value })),
    ).toEqual(rp.values);
    const zones = await read(zoningsCsv([abc, rp])!, 'zonages.csv');
    expect(zones.zonings).toEqual(abc.zonings);
    const file = await writeWorkbook(referencesWorkbook([abc, rp], new Date(Date.UTC(2026, 0, 1))));
    const again = await importReferences(bytesSource(file), 'tables.xlsx', { catalogue });
    expect(again.zonings).toEqual(abc.zonings);
    expect(again.values).toEqual(rp.values.map((one) => ({ ...one, source: rp.source })));
    expect(again.account).toMatchObject({ lines: 6, fates: { read: 4, heading: 2 } });
  });
});

describe('market rents', () => {
  const rents = async (file: string, rent: string): Promise<MarketRents> =>
    marketRentsIn(
      await read(`INSEE_C;LIBGEO;loypredm2;TYPPRED\n14118;Caen;${rent};commune\n`, file, { year: 1 }),
    )!;

  it('go to the cells of the commune and type that have none; flats never answer for houses', async () => {
    const all = await rents('pred-app-mef-dhup.csv', '12,5');
    const small = await rents('pred-app12-mef-dhup.csv', '15,25');
    const large = await rents('pred-app3-mef-dhup.csv', '10,75');
    const cells = [
      { territory: 'COM:14118', typology: 'T2' },
      { territory: 'COM:14118', typology: 'T4' },
      { territory: 'COM:14118', typology: 'Maison T4' },
      { territory: 'COM:14118', typology: 'T3', marketRent: 9 },
      { territory: 'DEP:14', typology: 'T3' },
      { territory: 'COM:14118', typology: '' },
    ];
    const joined = joinMarketRents(cells, [all, small, large]);
    expect(joined.cells.map((one) => one.marketRent)).toEqual([15.25, 10.75, undefined, 9, undefined, 12.5]);
    expect([joined.filled, joined.kept, joined.missing]).toEqual([3, 1, 2]);
    expect(joined.warnings.join(' ')).toContain('charges comprises');
    const house = await rents('pred-mai-mef-dhup.csv', '8');
    expect(joinMarketRents(cells, [house]).cells.map((one) => one.marketRent)).toEqual([
      undefined,
      undefined,
      8,
      9,
      undefined,
      undefined,
    ]);
    const rough = joinMarketRents([{ territory: 'COM:14118', typology: 'T1' }], [all]);
    expect(rough.warnings.some((one) => one.includes('ne distingue pas'))).toBe(true);
  });
});
