import { utils, write } from '@e965/xlsx';
import { readXlsx, writeXlsx } from 'hucre';
import { CellError, UNCALCULATED, writeWorkbook } from '../../../src/xlsx';
import { open, readAll, relationships } from './support/package';
import { differences, plain, readWithSheetJs } from './support/oracle';

/** A block of values of every kind, a few thousand cells. */
const ROWS: (string | number | boolean | null)[][] = [
  ['Référence', 'Commune', 'Loyer', 'Taux', 'Vacant', 'Observation'],
  ...Array.from({ length: 900 }, (_, i) => [
    `LGT-${String(i).padStart(5, '0')}`,
    ['Caen', 'Évreux', 'L’Haÿ-les-Roses', ' espaces ', 'A & B <C>', '日本 🏠'][i % 6] as string,
    (i * 7919) / 100,
    i / (i + 7),
    i % 3 === 0,
    i % 4 === 0 ? null : `ligne 1\nligne "${i}"`,
  ]),
];

function expectRows(sheet: { cell(row: number, column: number): unknown } | undefined): void {
  const read = ROWS.map((row, r) => row.map((_, c) => sheet?.cell(r, c) ?? null));
  expect(read).toEqual(ROWS);
}

describe('workbooks of several writers are read as they were written', () => {
  test.each([true, false])('SheetJS, shared strings: %s', async (bookSST) => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(ROWS), 'Été');
    const bytes = new Uint8Array(
      write(workbook, { type: 'array', bookType: 'xlsx', bookSST, compression: true }) as ArrayBuffer,
    );
    expectRows((await readAll(bytes)).get('Été'));
  });

  test('SheetJS, .xlsm', async () => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(ROWS), 'Été');
    const bytes = new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsm' }) as ArrayBuffer);
    expectRows((await readAll(bytes)).get('Été'));
  });

  test('hucre', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Été', rows: ROWS }] });
    expectRows((await readAll(bytes)).get('Été'));
    const theirs = await readXlsx(bytes);
    expect(theirs.sheets[0]?.rows).toEqual(ROWS);
  });

  test('our own', async () => {
    const rows = ROWS.map((row) => ({ cells: row.map((value) => (value === null ? undefined : { value })) }));
    const sheets = [{ name: 'Été', columns: [], rows }];
    const bytes = await writeWorkbook({ title: 't', creator: 'c', modified: new Date(0), sheets });
    const ours = (await readAll(bytes)).get('Été');
    expectRows(ours);
    expect(differences(plain(ours!), readWithSheetJs(bytes).get('Été') ?? new Map())).toEqual([]);
  });

  test('openpyxl: inline strings, formulas with an empty result', async () => {
    // As openpyxl 3.0.9 writes them, lxml absent.
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Évreux</t></is></c><c r="B1" t="n"><v>1</v></c><c r="C1"><f>B1*2</f><v></v></c>' +
      '<c r="D1"><f>B1*3</f><v /></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="b"><v>1</v></c></row>';
    const sheet = await (await open({ sheets: { Sheet: rows } })).readSheet('Sheet');
    expect([0, 1, 2, 3, 4, 5].map((column) => sheet.cell(0, column))).toEqual([
      'Évreux',
      1,
      UNCALCULATED,
      UNCALCULATED,
      new CellError('#REF!'),
      true,
    ]);
  });
});

test('properties of the workbook', async () => {
  const core =
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Bilan &amp; annexes</dc:title><dc:creator>Habitat</dc:creator>' +
    '<cp:lastModifiedBy>J. Martin</cp:lastModifiedBy><dcterms:created>2024-01-02T03:04:05Z</dcterms:created><dcterms:modified>2024-05-06T07:08:09+02:00</dcterms:modified></cp:coreProperties>';
  const custom =
    '<Properties xmlns:vt="v"><property pid="2" name="Version du catalogue"><vt:lpwstr>2026.1 _x0026_ suite</vt:lpwstr></property><property pid="3" name="__proto__"><vt:i4>7</vt:i4></property><property pid="4" name="vide"><vt:lpwstr/></property></Properties>';
  const parts = {
    '_rels/.rels': relationships([
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
      ['rId3', 'custom-properties', 'docProps/custom.xml'],
    ]),
    'docProps/core.xml': core,
    'docProps/custom.xml': custom,
  };
  const { properties } = await open({ parts });
  expect(properties).toMatchObject({
    title: 'Bilan & annexes',
    creator: 'Habitat',
    lastModifiedBy: 'J. Martin',
    created: new Date(Date.UTC(2024, 0, 2, 3, 4, 5)),
    modified: new Date(Date.UTC(2024, 4, 6, 5, 8, 9)),
  });
  expect(Object.entries(properties.custom)).toEqual([
    ['Version du catalogue', '2026.1 & suite'],
    ['__proto__', '7'],
    ['vide', ''],
  ]);
  expect((await open({})).properties).toEqual({ custom: {} });
});
