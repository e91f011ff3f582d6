import { tableNames } from '../../src/contribution';
import { readLists } from '../../src/contribution/read-lists';
import { readRows } from '../../src/contribution/read-rows';
import { CellError, type CellValue, UNCALCULATED } from '../../src/xlsx';
import { brief, reading } from './support';

describe('IMPACT_LISTES', () => {
  const columns = ['code', 'annee', 'territoire', 'identifiant'];
  const read = (rows: CellValue[][]) => reading(tableNames.lists, columns, rows, readLists);

  it.each([
    ['fournisseurs', '552 081 317', '552081317', []],
    ['fournisseurs', 552081317, '552081317', []],
    ['FOURNISSEURS', '552081317', '552081317', []],
    ['fournisseurs', '552 081 317 00018', '552081317', ['warning siret_for_siren D2']],
    ['fournisseurs', 55208131700018, '552081317', ['warning siret_for_siren D2']],
    ['fournisseurs', 'de 123', 'DE123', ['warning invalid_siren D2']],
    ['fournisseurs', '552081318', '552081318', ['warning invalid_siren D2']],
    ['communes_implantation', '14118', '14118', []],
    ['communes_implantation', 1053, '01053', []],
    ['communes_implantation', '2a004', '2A004', []],
    ['communes_implantation', 'COM:14118', '14118', []],
    ['communes_implantation', '75101', '75056', []],
    ['communes_implantation', '74011', '74010', ['warning carried_territory D2']],
  ])('%s %p is %s', (code, cell, identifier, remarks) => {
    const read1 = read([[code, 2019, '', cell]]);
    expect(read1.value).toMatchObject([{ year: 2019, territory: '', identifier }]);
    expect(read1.remarks.map(brief)).toEqual(remarks);
  });

  it.each<[CellValue, CellValue, string]>([
    ['communes_implantation', 'Caen', 'blocking unknown_commune D2'],
    ['communes_implantation', '99999', 'blocking unknown_commune D2'],
    ['fournisseurs', new CellError('#N/A'), 'blocking invalid_identifier D2'],
    ['fournisseurs', UNCALCULATED, 'blocking invalid_identifier D2'],
    ['nb_lls', '1', 'warning unknown_code A2'],
    ['amis', '1', 'warning unknown_code A2'],
    [undefined, '1', 'warning unknown_code A2'],
  ])('%p %p is kept out', (code, cell, remark) => {
    const { value, remarks } = read([[code, 2019, '', cell]]);
    expect(value).toEqual([]);
    expect(remarks.map(brief)).toEqual([remark]);
  });

  it('passes blank rows, and keeps out those without a year or with an unknown territory', () => {
    const { value, remarks } = read([
      ['fournisseurs', 2019, '', ' '],
      ['fournisseurs', undefined, '', '552081317'],
      ['fournisseurs', 2019, 'DEP:99', '552081317'],
      ['fournisseurs', 2019, 'dep:14', '552081317'],
    ]);
    expect(value).toMatchObject([{ list: 'fournisseurs', territory: 'DEP:14', source: { cell: 'D5' } }]);
    expect(remarks.map(brief)).toEqual(['blocking missing_year B3', 'blocking unknown_territory C4']);
  });
});

describe('IMPACT_LOYERS', () => {
  const columns = ['annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee'];
  const read = (rows: CellValue[][]) =>
    reading(tableNames.rents, columns, rows, (table, all) => readRows(table, 'loyers', all));

  it('gives the numbers of each row, by column', () => {
    const { value, remarks } = read([[2019, 'DEP:14', 'T3', 5.5, '9,5', 1000]]);
    expect(value).toEqual([
      {
        table: 'loyers',
        year: 2019,
        territory: 'DEP:14',
        label: 'T3',
        values: { loyer_hlm: 5.5, loyer_marche: 9.5, surface_louee: 1000 },
        source: { file: 'essai.xlsx', sheet: 'Feuille', cell: 'D2' },
      },
    ]);
    expect(remarks.map(brief)).toEqual(['warning number_as_text E2']);
  });

  it.each<[CellValue, string, RegExp]>([
    [undefined, 'blocking missing_number E2', /le nombre manque/],
    ['ND', 'blocking missing_number E2', /ND à la place d’un nombre/],
    ['so', 'blocking missing_number E2', /SO à la place/],
    [-1, 'blocking negative E2', /négatif/],
    ['cher', 'blocking not_a_number E2', /« cher »/],
    [new CellError('#REF!'), 'blocking error_value E2', /#REF!/],
    [UNCALCULATED, 'blocking uncalculated E2', /jamais été calculée/],
    [true, 'blocking boolean_value E2', /VRAI/],
  ])('a row whose market rent is %p lacks that number', (cell, remark, message) => {
    const { value, remarks } = read([[2019, '', 'T3', 5.5, cell, 1000]]);
    expect(value?.[0]?.values).toEqual({ loyer_hlm: 5.5, loyer_marche: undefined, surface_louee: 1000 });
    expect(remarks.map(brief)).toEqual([remark]);
    expect(remarks[0]?.message).toMatch(message);
    expect(remarks[0]?.message).toMatch(/« Loyer de marché » \(loyer_marche\)/);
  });

  it('passes rows where nothing but the year and the territory is written', () => {
    expect(read([[], [2019, 'DEP:14'], [undefined, undefined, ' ']])).toEqual({ value: [], remarks: [] });
  });

  it('keeps out a row without a year or with an unknown territory', () => {
    const { value, remarks } = read([
      [undefined, '', 'T3', 5, 9, 10],
      [2019, 'X', 'T3', 5, 9, 10],
    ]);
    expect(value).toEqual([]);
    expect(remarks.map(brief)).toEqual(['blocking missing_year A2', 'blocking unknown_territory B3']);
  });
});

it('IMPACT_TRAVAUX: every number of a row is asked for', () => {
  const columns = [
    'annee',
    'territoire',
    'operation',
    'surface',
    'conso_avant',
    'conso_apres',
    'ges_avant',
    'ges_apres',
  ];
  const { value, remarks } = reading(
    tableNames.works,
    columns,
    [[2019, 'COM:14118', '=Tour A', 500, 300, 90]],
    (table, all) => readRows(table, 'travaux', all),
  );
  expect(value).toMatchObject([{ table: 'travaux', territory: 'COM:14118', label: '=Tour A' }]);
  expect(value?.[0]?.values).toEqual({
    surface: 500,
    conso_avant: 300,
    conso_apres: 90,
    ges_avant: undefined,
    ges_apres: undefined,
  });
  expect(remarks.map(brief)).toEqual(['blocking missing_number G2', 'blocking missing_number H2']);
});
