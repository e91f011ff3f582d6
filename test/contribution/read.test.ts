import { catalogue } from '../../src/catalogue';
import { readContribution } from '../../src/contribution';
import { bytesSource } from '../../src/xlsx';
import { brief, smallCatalogue } from './support';
import { factsTable, identityTable, usualIdentity, workbook } from './workbook';

const read = async (source: ReturnType<typeof bytesSource>) =>
  readContribution(source, 'a.xlsx', { catalogue: smallCatalogue });

describe('a workbook written by another program', () => {
  it('is read whole, tables being anywhere', async () => {
    const source = await workbook(
      [
        {
          ...factsTable([
            ['nb_lls', 2019, 'DEP:14', 1000],
            ['afn', 2018, null, -3.5],
          ]),
          offset: [4, 2],
        },
        { name: 'AUTRE', headings: ['code', 'valeur'], rows: [['nb_lls', 9]] },
        usualIdentity,
        {
          name: 'IMPACT_LISTES',
          headings: ['code', 'annee', 'territoire', 'identifiant'],
          rows: [['fournisseurs', 2019, null, '552 049 447']],
        },
        {
          name: 'IMPACT_TRAVAUX',
          headings: [
            'annee',
            'territoire',
            'operation',
            'surface',
            'conso_avant',
            'conso_apres',
            'ges_avant',
            'ges_apres',
          ],
          rows: [[2019, 'DEP:14', 'Tour A', 500, 300, 90, 60, 12]],
        },
      ],
      { modified: new Date('2020-04-01T10:00:00Z') },
    );
    const contribution = await read(source);
    expect(contribution).toMatchObject({
      file: 'a.xlsx',
      status: 'accepted',
      remarks: [],
      identity: { siren: '552081317', name: 'Office du Calvados', year: 2019 },
      modified: new Date('2020-04-01T10:00:00Z'),
      facts: [
        {
          code: 'nb_lls',
          year: 2019,
          territory: 'DEP:14',
          answer: { kind: 'number', value: 1000 },
          source: { file: 'a.xlsx', sheet: 'Feuille 1', cell: 'F6' },
        },
        { code: 'afn', year: 2018, territory: '', answer: { kind: 'number', value: -3.5 } },
      ],
      members: [{ list: 'fournisseurs', identifier: '552049447' }],
      rows: [
        {
          table: 'travaux',
          values: { surface: 500, conso_avant: 300, conso_apres: 90, ges_avant: 60, ges_apres: 12 },
        },
      ],
    });
  });

  it.each(['1900', '1904'] as const)('dates of the %s system', async (dateSystem) => {
    const identity = identityTable([
      ...usualIdentity.rows,
      ['transmis_le', new Date('2020-03-31T00:00:00Z')],
    ]);
    const contribution = await read(await workbook([identity, factsTable([])], { dateSystem }));
    expect(contribution.identity?.sentAt).toEqual(new Date('2020-03-31T00:00:00Z'));
  });

  it('formulas give their stored result; without one they are told', async () => {
    const facts = factsTable(['nb_lls', 'loyers', 'afn', 'tfpb'].map((code) => [code, 2019, 'DEP:14', null]));
    const cells = new Map([
      ['1,3', { formula: 'Parc!B2', formulaResult: 1000 }],
      ['2,3', { formula: 'Parc!B3' }],
      ['3,3', { formula: 'Parc!B4', formulaResult: 'nd' }],
      ['4,3', { value: '#REF!', type: 'error' as const }],
    ]);
    const contribution = await read(await workbook([usualIdentity, { ...facts, cells }]));
    expect(contribution.facts.map((one) => one.answer.kind)).toEqual([
      'number',
      'blank',
      'unavailable',
      'refused',
    ]);
    expect(contribution.remarks.map(brief)).toEqual(['warning uncalculated D3', 'blocking error_value D5']);
  });

  it('is read with the whole catalogue too', async () => {
    const source = await workbook([
      usualIdentity,
      factsTable([
        ['tfpb', 2019, 'REG:28', 5],
        ['ref.demandes_sne', 2019, null, 1],
      ]),
    ]);
    const contribution = await readContribution(source, 'a.xlsx', { catalogue });
    expect(contribution.facts).toMatchObject([{ code: 'tfpb', answer: { value: 5 } }]);
    expect(contribution.remarks.map((one) => one.code)).toEqual(['reference_code']);
  });
});

describe('a workbook that is no contribution is rejected, the reason first', () => {
  it('without the identity table', async () => {
    const contribution = await read(await workbook([factsTable([['zzz', 2019, null, 1]])]));
    expect(contribution).toMatchObject({ status: 'rejected', facts: [] });
    expect(contribution.remarks.map((one) => one.code)).toEqual(['missing_table', 'unknown_code']);
    expect(contribution.remarks[0]?.message).toMatch(
      /la table IMPACT_IDENTITE manque. Tables trouvées : IMPACT_DONNEES\./,
    );
  });

  it('without the data table', async () => {
    const identity = identityTable([...usualIdentity.rows, ['famille', 'x']]);
    const contribution = await read(await workbook([identity]));
    expect(contribution).toMatchObject({ status: 'rejected', identity: { siren: '552081317' } });
    expect(contribution.remarks.map((one) => one.code)).toEqual(['missing_table', 'invalid_family']);
    expect(contribution.remarks[0]?.message).toMatch(/la table IMPACT_DONNEES manque/);
  });

  it('without any table', async () => {
    const contribution = await read(await workbook([{ name: 'X', headings: ['a'], rows: [['b']] }]));
    expect(contribution.remarks.map((one) => one.code)).toEqual(['missing_table', 'missing_table']);
  });

  it('without a column of the data table', async () => {
    const data = {
      name: 'IMPACT_DONNEES',
      headings: ['code', 'annee', 'valeur'],
      rows: [['nb_lls', 2019, 5]],
    };
    const contribution = await read(await workbook([usualIdentity, data]));
    expect(contribution.status).toBe('rejected');
    expect(contribution.remarks.map((one) => one.code)).toEqual(['missing_column']);
  });

  it('with a wrong SIREN: what else is wrong is told too', async () => {
    const identity = identityTable([['famille', 'x'], ['siren', '123'], ...usualIdentity.rows.slice(1)]);
    const contribution = await read(await workbook([identity, factsTable([['nb_lls', 2019, null, 'abc']])]));
    expect(contribution).toMatchObject({ status: 'rejected', facts: [] });
    expect(contribution.remarks.map(brief)).toEqual([
      'blocking invalid_siren B3',
      'blocking not_a_number D2',
      'warning invalid_family B2',
    ]);
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['a text', new TextEncoder().encode('siren;valeur\n552081317;5\n')],
    ['the start of a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])],
  ])('%s', async (_, bytes) => {
    const contribution = await read(bytesSource(bytes));
    expect(contribution).toMatchObject({
      file: 'a.xlsx',
      status: 'rejected',
      facts: [],
      members: [],
      rows: [],
    });
    expect(contribution.remarks).toHaveLength(1);
    expect(contribution.remarks[0]?.code).toMatch(/^file_[a-z_]+$/);
    expect(contribution.remarks[0]?.message).not.toMatch(/Error|undefined|\bat /);
  });

  it('a file whose reading fails', async () => {
    const failing = {
      size: 1000,
      read: () => Promise.reject(new Error('EIO')),
    };
    const contribution = await read(failing);
    expect(contribution.status).toBe('rejected');
    expect(contribution.remarks[0]?.message).not.toMatch(/EIO/);
  });
});

it('an optional table without one of its columns is told and left out; the rest is read', async () => {
  const rents = {
    name: 'IMPACT_LOYERS',
    headings: ['annee', 'territoire', 'loyer_hlm'],
    rows: [[2019, null, 5]],
  };
  const contribution = await read(
    await workbook([usualIdentity, factsTable([['nb_lls', 2019, null, 5]]), rents]),
  );
  expect(contribution).toMatchObject({ status: 'accepted', rows: [], facts: [{ code: 'nb_lls' }] });
  expect(contribution.remarks.map((one) => one.code)).toEqual(['missing_column']);
});
