import { UNCALCULATED } from '../../../src/xlsx';
import { open } from './support/package';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function table(name: string, ref: string, columns: readonly string[], attributes = ''): string {
  const list = columns.map((column, i) => `<tableColumn id="${i + 1}" name="${column}"/>`).join('');
  return `<table ${MAIN} id="1" name="t" displayName="${name}" ref="${ref}" ${attributes}><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${list}</tableColumns></table>`;
}

function row(number: number, ...cells: (number | string)[]): string {
  const list = cells.map((cell) => {
    const [ref, value] = String(cell).split('=');
    return `<c r="${ref}${number}"><v>${value}</v></c>`;
  });
  return `<row r="${number}">${list.join('')}</row>`;
}

const ROWS = [
  row(1, 'A=901', 'C=902'),
  row(4, 'B=903', 'C=904', 'D=905'),
  row(5, 'A=906', 'B=1', 'C=2', 'D=3', 'E=907'),
  row(6, 'B=4', 'D=6'),
  row(8, 'C=8'),
  row(9, 'B=908', 'C=909'),
  row(30, 'B=910'),
].join('');

async function read(xml: string, name = 'IMPACT_DONNEES'): Promise<unknown[][]> {
  const workbook = await open({ sheets: { Feuille: ROWS }, tables: { Feuille: [xml] } });
  const data = await workbook.readTable(name);
  return Array.from({ length: data.rowCount }, (_, r) => data.columns.map((_, c) => data.cell(r, c)));
}

const BODY = [
  [1, 2, 3],
  [4, undefined, 6],
  [undefined, undefined, undefined],
  [undefined, 8, undefined],
];

describe('the body of a table', () => {
  test('without headings, cells around it, or totals', async () => {
    expect(await read(table('IMPACT_DONNEES', 'B4:D8', ['a', 'b', 'c']))).toEqual(BODY);
    expect(await read(table('IMPACT_DONNEES', 'B4:D9', ['a', 'b', 'c'], 'totalsRowCount="1"'))).toEqual(BODY);
    // `totalsRowShown` tells that there was one once.
    expect(await read(table('IMPACT_DONNEES', 'B4:D8', ['a', 'b', 'c'], 'totalsRowShown="1"'))).toEqual(BODY);
  });

  test('with hidden headings', async () => {
    expect(await read(table('IMPACT_DONNEES', 'B5:D8', ['a', 'b', 'c'], 'headerRowCount="0"'))).toEqual(BODY);
  });

  test('found without regard to case', async () => {
    expect(await read(table('Impact_Donnees', '$B$4:$D$8', ['a', 'b', 'c']))).toEqual(BODY);
  });

  test('stops at the last row that is filled, however far the table extends', async () => {
    expect(await read(table('IMPACT_DONNEES', 'B10:D1048576', ['a', 'b', 'c']))).toHaveLength(20);
    expect(await read(table('IMPACT_DONNEES', 'B31:D1048576', ['a', 'b', 'c']))).toHaveLength(0);
    expect(await read(table('IMPACT_DONNEES', 'B4:D4', ['a', 'b', 'c']))).toHaveLength(0);
  });

  test('knows where its cells are', async () => {
    const workbook = await open({
      sheets: { Autre: '', 'Ma feuille': ROWS },
      tables: { 'Ma feuille': [table('T', 'B4:D8', ['a', 'b', 'c'])] },
    });
    const data = await workbook.readTable('t');
    expect([data.sheet, data.address(0, 0), data.address(3, 1)]).toEqual(['Ma feuille', 'B5', 'C8']);
    expect([data.cell(0, 3), data.cell(0, -1), data.cell(9, 0)]).toEqual([undefined, undefined, undefined]);
  });
});

test('headings as written: line breaks, escapes, entities', async () => {
  const headings = ['Surface_x000a_habitable', 'A &amp; B', 'ligne&#10;brisée', '_x005F_x000a_', 'l’année'];
  const workbook = await open({ tables: { Feuille: [table('T', 'A1:E2', headings)] } });
  expect(workbook.tables[0]?.columns).toEqual([
    'Surface\nhabitable',
    'A & B',
    'ligne\nbrisée',
    '_x000a_',
    'l’année',
  ]);
});

test('several tables of one sheet, of several sheets', async () => {
  const workbook = await open({
    sheets: { Un: ROWS, Deux: '<row r="2"><c r="A2"><f>Un!B5</f></c></row>' },
    tables: {
      Un: [table('T1', 'B4:B6', ['x']), table('T2', 'D4:D6', ['y'])],
      Deux: [table('T3', 'A1:A2', ['z'])],
    },
  });
  expect(workbook.tables.map(({ name, sheet, ref }) => [name, sheet, ref])).toEqual([
    ['T1', 'Un', 'B4:B6'],
    ['T2', 'Un', 'D4:D6'],
    ['T3', 'Deux', 'A1:A2'],
  ]);
  const cells = [];
  for (const name of ['T2', 'T3', 'T1', 'T2']) cells.push((await workbook.readTable(name)).cell(0, 0));
  expect(cells).toEqual([3, UNCALCULATED, 1, 3]);
});

test('a table or a sheet that does not exist is an error of the caller', async () => {
  const workbook = await open({});
  await expect(workbook.readTable('IMPACT_DONNEES')).rejects.toBeInstanceOf(RangeError);
  await expect(workbook.readSheet('Absente')).rejects.toBeInstanceOf(RangeError);
});

test('only the sheet of the table is inflated', async () => {
  const sheets = { Grande: ROWS, Petite: ROWS };
  const inflated: number[] = [];
  const { inflateRawSync } = await import('node:zlib');
  const workbook = await open(
    { sheets, tables: { Petite: [table('T', 'B4:D8', ['a', 'b', 'c'])] } },
    undefined,
    {
      inflate: (data, size) => {
        inflated.push(size);
        return inflateRawSync(data);
      },
    },
  );
  inflated.length = 0;
  await workbook.readTable('T');
  expect(inflated).toHaveLength(1);
});

test.each(['A1:', 'B2:ZZZZ9', '', '#REF!'])('a table over « %s » is refused', async (ref) => {
  await expect(open({ tables: { Feuille: [table('T', ref, ['a'])] } })).rejects.toMatchObject({
    code: 'corrupt',
  });
});
