import { tableNames } from '../../src/contribution';
import { readIdentity } from '../../src/contribution/read-identity';
import { CellError, type CellValue, UNCALCULATED } from '../../src/xlsx';
import { brief, reading } from './support';

const required: CellValue[][] = [
  ['siren', '552 081 317'],
  ['raison_sociale', 'Office du Calvados'],
  ['exercice', 2019],
];

const read = (rows: CellValue[][], date1904 = false) =>
  reading(tableNames.identity, ['champ', 'valeur'], rows, (table, { remarks }) =>
    readIdentity(table, date1904, remarks),
  );

describe('an identity', () => {
  it('needs only a SIREN, a name and a year', () => {
    expect(read(required)).toEqual({
      value: { siren: '552081317', name: 'Office du Calvados', year: 2019 },
      remarks: [],
    });
  });

  it('is read whole, field names and words whatever their case and accents', () => {
    const { value, remarks } = read([
      ['SIREN', 552081317],
      ['Raison sociale', '=CMD()'],
      ['Exercice ', '2019'],
      ['FAMILLE', 'oph'],
      ['groupe', 552049447],
      ['Statut', 'VALIDE'],
      ['Transmis le', '31/03/2020'],
      ['version_catalogue', 1.2],
      ['contact', 'a@b.fr'],
      ['accord nominatif', 'Oui'],
      ['champ inconnu', 'x'],
      [],
    ]);
    expect(remarks).toEqual([]);
    expect(value).toEqual({
      siren: '552081317',
      name: '=CMD()',
      year: 2019,
      family: 'OPH',
      group: '552049447',
      status: 'validé',
      sentAt: new Date('2020-03-31T00:00:00Z'),
      catalogueVersion: '1.2',
      contact: 'a@b.fr',
      mayBeNamed: true,
    });
  });

  it('gives a number its zeros back', () => {
    // 005 580 121 holds by Luhn: 1+4+1+0+8+1+5+0+0 = 20.
    expect(read([['siren', 5580121], ...required.slice(1)]).value?.siren).toBe('005580121');
  });
});

describe('a required field', () => {
  const without = (field: string) => required.filter(([name]) => name !== field);

  it.each([
    ['siren', 'missing_siren', /SIREN de l’organisme manque/],
    ['raison_sociale', 'missing_name', /nom de l’organisme manque/],
    ['exercice', 'missing_year', /exercice manque/],
  ])('%s missing or blank', (field, code, message) => {
    for (const rows of [without(field), [...without(field), [field, ' ']]]) {
      const { value, remarks } = read(rows);
      expect(value).toBeUndefined();
      expect(remarks.map((one) => `${one.level} ${one.code}`)).toEqual([`blocking ${code}`]);
      expect(remarks[0]?.message).toMatch(message);
    }
  });

  it.each<[string, CellValue, string, RegExp]>([
    ['siren', '552081318', 'invalid_siren', /clé de contrôle/],
    ['siren', '55208131', 'invalid_siren', /neuf chiffres/],
    ['siren', '55208131700018', 'invalid_siren', /c’est un SIRET.*552081317/],
    ['siren', new CellError('#REF!'), 'invalid_siren', /#REF!/],
    ['siren', UNCALCULATED, 'invalid_siren', /jamais été calculée/],
    ['siren', true, 'invalid_siren', /VRAI/],
    ['raison_sociale', new CellError('#N/A'), 'missing_name', /manque/],
    ['raison_sociale', UNCALCULATED, 'missing_name', /jamais été calculée/],
    ['exercice', 'abc', 'invalid_year', /« abc » n’est pas une année/],
    ['exercice', 19, 'invalid_year', /quatre chiffres/],
  ])('%s %p is wrong', (field, cell, code, message) => {
    const { value, remarks } = read([...without(field), [field, cell]]);
    expect(value).toBeUndefined();
    expect(remarks.map(brief)).toEqual([`blocking ${code} B4`]);
    expect(remarks[0]?.message).toMatch(message);
  });

  it('given twice differently is refused, given twice alike is not', () => {
    expect(read([...required, ['siren', '552081317']]).remarks).toEqual([]);
    const { value, remarks } = read([...required, ['exercice', 2020]]);
    expect(value).toBeUndefined();
    expect(remarks.map(brief)).toEqual(['blocking conflicting_field B5']);
    expect(remarks[0]?.message).toMatch(/« 2019 » \(B4\) et « 2020 » \(B5\)/);
  });

  it('tells everything that is wrong at once', () => {
    expect(read([]).remarks.map((one) => one.code)).toEqual([
      'missing_siren',
      'missing_name',
      'missing_year',
    ]);
  });
});

describe('an optional field that cannot be understood', () => {
  it.each<[string, CellValue, string, RegExp]>([
    ['famille', 'ministère', 'invalid_family', /OPH, ESH, COOP, SEM, SC ou AUTRE/],
    ['groupe', '123', 'invalid_group', /SIREN de la tête de groupe/],
    ['statut', 'en cours', 'invalid_status', /brouillon, transmis ou validé/],
    ['transmis_le', '31/02/2020', 'invalid_date', /31\/03\/2020/],
    ['transmis_le', 'hier', 'invalid_date', /« hier »/],
    ['transmis_le', '31/03/2020 24:00', 'invalid_date', /31\/03\/2020 24:00/],
    ['transmis_le', '31/03/2020 12:60', 'invalid_date', /12:60/],
    ['transmis_le', '00/03/2020', 'invalid_date', /00\/03/],
    ['transmis_le', true, 'invalid_date', /VRAI/],
    ['transmis_le', 0, 'invalid_date', /« 0 »/],
    ['transmis_le', 20200331, 'invalid_date', /20200331/],
    ['accord_nominatif', 'peut-être', 'invalid_consent', /oui ou non/],
  ])('%s %j is left out with a warning', (field, cell, code, message) => {
    const { value, remarks } = read([...required, [field, cell]]);
    expect(value).toEqual({ siren: '552081317', name: 'Office du Calvados', year: 2019 });
    expect(remarks.map(brief)).toEqual([`warning ${code} B5`]);
    expect(remarks[0]?.message).toMatch(message);
  });

  it('is cut when it is too long', () => {
    const { value, remarks } = read([...required, ['contact', 'x'.repeat(500)]]);
    expect(value?.contact).toHaveLength(200);
    expect(remarks.map(brief)).toEqual(['warning text_cut B5']);
    expect(read([...required, ['contact', 'x'.repeat(200)]]).remarks).toEqual([]);
  });
});

describe('the date it was sent', () => {
  // 43921 is 31 March 2020 in the 1900 system; the 1904 one counts 1462 days less.
  it.each([
    [43921, false, '2020-03-31T00:00:00Z'],
    [43921.5, false, '2020-03-31T12:00:00Z'],
    [42459, true, '2020-03-31T00:00:00Z'],
    ['31/03/2020', false, '2020-03-31T00:00:00Z'],
    ['1/4/2020 14:30', false, '2020-04-01T14:30:00Z'],
    ['2020-03-31', false, '2020-03-31T00:00:00Z'],
    ['2020-03-31T08:15:30Z', false, '2020-03-31T08:15:30Z'],
  ])('%p (1904: %p) is %s', (cell, date1904, iso) => {
    const { value, remarks } = read([...required, ['transmis_le', cell]], date1904);
    expect(value?.sentAt).toEqual(new Date(iso));
    expect(remarks).toEqual([]);
  });
});

it.each([
  ['oui', true],
  ['NON', false],
  [true, true],
])('accord_nominatif %p is %p', (cell, may) => {
  expect(read([...required, ['accord_nominatif', cell]]).value?.mayBeNamed).toBe(may);
});
