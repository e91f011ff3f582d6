import { CellError, UNCALCULATED } from '../../../src/xlsx';
import { open, partsOf, sheetOf, openBytes } from './support/package';
import { zipOf } from './support/zip';

const STRINGS = '<si><t>Caen</t></si><si><t>Évreux</t></si>';

/** One of each kind of cell, as Excel writes them. */
const ROW = [
  '<row r="2" spans="1:12" x14ac:dyDescent="0.25">',
  '<c r="A2"><v>12</v></c>',
  '<c r="B2" s="1" t="s"><v>1</v></c>',
  '<c r="C2" t="inlineStr"><is><t>en ligne</t></is></c>',
  '<c r="D2" t="b"><v>1</v></c>',
  '<c r="E2" t="e"><v>#DIV/0!</v></c>',
  '<c r="F2"><f>A2*2</f><v>24</v></c>',
  '<c r="G2" t="str"><f>A2&amp;"x"</f><v>12x</v></c>',
  '<c r="H2"><f>A2*3</f></c>',
  '<c r="I2"><f>A2*4</f><v></v></c>',
  '<c r="J2" s="3"/>',
  '<c r="K2"><v>-0.5</v></c>',
  '<c r="L2" t="str"><f>""</f><v></v></c>',
  '</row>',
].join('');

const EXPECTED = [
  12,
  'Évreux',
  'en ligne',
  true,
  new CellError('#DIV/0!'),
  24,
  '12x',
  UNCALCULATED,
  UNCALCULATED,
  undefined,
  -0.5,
  '',
];

async function rowOf(rows: string, strings = STRINGS): Promise<unknown[]> {
  const sheet = await sheetOf(rows, { strings });
  return EXPECTED.map((_, column) => sheet.cell(1, column));
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The same cells in other spellings of XML that mean the same. */
const SPELLINGS: Record<string, (row: string) => string> = {
  'as Excel writes them': (row) => row,
  'with single quotes': (row) => row.replace(/="([^"]*)"(?=[^<>]*>)/g, "='$1'"),
  'on several lines': (row) =>
    row.replace(/></g, '>\n  <').replaceAll('<v>\n  </v>', '<v></v>').replaceAll('<c ', '<c\n    '),
  'with spaces in tags': (row) =>
    row.replaceAll('="', ' = "').replaceAll('">', '" >').replaceAll('</c>', '</c >'),
  'with attributes in another order': (row) => row.replace(/<c (r="\w+")((?: \w+="\w+")+)/g, '<c$2 $1'),
  'with unknown attributes': (row) => row.replaceAll('<c ', '<c cm="1" x:y="a>b" '),
  'without references': (row) => row.replace(/<c r="\w+"/g, '<c').replace(' r="2"', ' r="2" '),
  'with comments': (row) =>
    row.replaceAll('<v>', '<!-- <v>9</v> --><v>').replaceAll('</c>', '</c><!-- <c> -->'),
  'with CDATA': (row) => row.replace(/<(v|t)>([^<]+)<\/\1>/g, '<$1><![CDATA[$2]]></$1>'),
  'with processing instructions': (row) => row.replaceAll('<c ', '<?x <c r="A1"?><c '),
  'with opened empty cells': (row) => row.replace('<c r="J2" s="3"/>', '<c r="J2" s="3"></c>'),
  'with self-closed values': (row) => row.replaceAll('<v></v>', '<v/>'),
  'with attributes on formulas': (row) => row.replaceAll('<f>', '<f t="shared" ref="A1:B2" si="0" x="a>b">'),
  'with cells in reverse order': (row) => {
    const cells = row.match(/<c .*?(?:\/>|<\/c>)/g) as string[];
    return row.replace(cells.join(''), cells.reverse().join(''));
  },
};

describe('a cell means the same however its XML is written', () => {
  test.each(Object.keys(SPELLINGS))('%s', async (spelling) => {
    expect(await rowOf((SPELLINGS[spelling] as (row: string) => string)(ROW))).toEqual(EXPECTED);
  });

  test('prefixed elements', async () => {
    const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:');
    const rows = `<x:worksheet xmlns:x="m"><x:sheetData>${prefixed(ROW)}</x:sheetData></x:worksheet>`;
    expect(await rowOf(rows, `<x:sst xmlns:x="m">${prefixed(STRINGS)}</x:sst>`)).toEqual(EXPECTED);
  });

  test.each(['utf-16le', 'utf-16be'])('%s parts', async (encoding) => {
    const utf16 = (xml: string): Uint8Array => {
      const little = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le');
      return encoding === 'utf-16le' ? little : little.swap16();
    };
    const parts = {
      'xl/worksheets/sheet1.xml': utf16(`<worksheet ${MAIN}><sheetData>${ROW}</sheetData></worksheet>`),
      'xl/sharedStrings.xml': utf16(`<sst ${MAIN}>${STRINGS}</sst>`),
    };
    const sheet = await (await open({ parts })).readSheet('Feuille');
    expect(EXPECTED.map((_, column) => sheet.cell(1, column))).toEqual(EXPECTED);
  });

  test('a part that declares a one-byte encoding', async () => {
    const xml = `<?xml version="1.0" encoding="ISO-8859-1"?><sst ${MAIN}><si><t>Hérouville</t></si></sst>`;
    const parts = { 'xl/sharedStrings.xml': Buffer.from(xml, 'latin1') };
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    const sheet = await (await open({ sheets: { Feuille: rows }, parts })).readSheet('Feuille');
    expect(sheet.cell(0, 0)).toBe('Hérouville');
  });
});

describe('places', () => {
  test('rows and cells without references follow one another', async () => {
    const sheet = await sheetOf(
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="4"><c><v>6</v></c></row><row><c><v>7</v></c></row>',
    );
    expect(['A1', 'D1', 'E1', 'A4', 'A5'].map((_, i) => [1, 4, 5, 6, 7][i])).toEqual([
      sheet.cell(0, 0),
      sheet.cell(0, 3),
      sheet.cell(0, 4),
      sheet.cell(3, 0),
      sheet.cell(4, 0),
    ]);
  });

  test('rows out of order, a row in two parts, a cell written twice (the last one counts)', async () => {
    const sheet = await sheetOf(
      '<row r="9"><c r="B9"><v>92</v></c></row><row r="3"><c r="A3"><v>31</v></c></row>' +
        '<row r="9"><c r="A9"><v>91</v></c></row><row r="3"><c r="A3"><v>310</v></c></row>',
    );
    expect([sheet.cell(2, 0), sheet.cell(8, 0), sheet.cell(8, 1), sheet.rowCount]).toEqual([310, 91, 92, 9]);
  });

  test('an empty cell in the wrong place hides none of its neighbours', async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1"><v>1</v></c><c r="F1"><v>6</v></c><c r="C1" s="1"/><c r="D1"><v>4</v></c><c r="G1"><v>7</v></c></row>',
    );
    expect([0, 2, 3, 5, 6].map((column) => sheet.cell(0, column))).toEqual([1, undefined, 4, 6, 7]);
  });

  test('a cell whose reference names another row than the one it is in', async () => {
    const sheet = await sheetOf(
      '<row r="2"><c r="A2"><v>1</v></c><c r="B5"><v>2</v></c><c r="C2"><v>3</v></c></row><row r="5"><c r="A5"><v>4</v></c></row>',
    );
    expect([sheet.cell(1, 0), sheet.cell(4, 1), sheet.cell(1, 2), sheet.cell(4, 0)]).toEqual([1, 2, 3, 4]);
  });

  test('the corners of the grid take no more room than two cells', async () => {
    const sheet = await sheetOf(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
    );
    expect([sheet.cell(0, 0), sheet.cell(1_048_575, 16_383), sheet.cellCount]).toEqual([1, 2, 2]);
    expect([sheet.rowCount, sheet.columnCount, sheet.cell(500_000, 7)]).toEqual([
      1_048_576,
      16_384,
      undefined,
    ]);
  });

  test.each(['A0', 'XFE1', 'A1048577', 'ZZZZ1', 'A', '1'])(
    'a cell outside the grid is refused: %s',
    async (ref) => {
      await expect(sheetOf(`<row><c r="${ref}"><v>1</v></c></row>`)).rejects.toMatchObject({
        code: 'corrupt',
      });
    },
  );

  test('a wrong dimension is not believed', async () => {
    const xml = `<worksheet ${MAIN}><dimension ref="A1:B2"/><sheetData><row r="7"><c r="E7"><v>5</v></c></row></sheetData></worksheet>`;
    expect((await sheetOf(xml)).cell(6, 4)).toBe(5);
  });
});

describe('values', () => {
  test.each([
    ['<c r="A1" t="d"><v>2019-12-31T12:00:00Z</v></c>', 43_830.5],
    ['<c r="A1" t="d"><v>1900-02-28</v></c>', 59],
    ['<c r="A1" t="d"><v>1900-03-01</v></c>', 61],
    ['<c r="A1" t="d"><v>hier</v></c>', 'hier'],
    ['<c r="A1"><v> 42 </v></c>', 42],
    ['<c r="A1"><v>1.5E3</v></c>', 1500],
    ['<c r="A1"><v>+7</v></c>', 7],
    ['<c r="A1"><v>1,5</v></c>', '1,5'],
    ['<c r="A1"><v>0x10</v></c>', '0x10'],
    ['<c r="A1"><v>.</v></c>', '.'],
    ['<c r="A1"><v>-</v></c>', '-'],
    ['<c r="A1"><v>-.5</v></c>', -0.5],
    ['<c r="A1"><v>5.</v></c>', 5],
    ['<c r="A1" t="n"><v>12.340000000000002</v></c>', 12.340000000000002],
    ['<c r="A1" t="b"><v>true</v></c>', true],
    ['<c r="A1" t="b"><v>0</v></c>', false],
    ['<c r="A1" t="str"><v>a&amp;b</v></c>', 'a&b'],
    ['<c r="A1" t="s"><f>B1</f><v></v></c>', UNCALCULATED],
    ['<c r="A1" t="s"><v/></c>', undefined],
    ['<c r="A1"><is><t>sans type</t></is></c>', 'sans type'],
    [
      '<c r="A1" t="inlineStr"><is><r><t>gras </t></r><r><t>maigre</t></r><rPh><t>non</t></rPh></is></c>',
      'gras maigre',
    ],
    ['<c r="A1" t="inlineStr"><is><t/></is></c>', ''],
    ['<c r="A1"><f t="shared" si="0"/><v>3</v></c>', 3],
    ['<c r="A1"><f>IF(A2&lt;3,"&gt;",1)</f><v>1</v></c>', 1],
    ['<c r="A1" t="e"><v>#N/A</v></c>', new CellError('#N/A')],
  ])('%s', async (cell, expected) => {
    expect((await sheetOf(`<row r="1">${cell}</row>`, { strings: STRINGS })).cell(0, 0)).toEqual(expected);
  });

  test('typed columns', async () => {
    const sheet = await sheetOf(
      `<row r="1"><c r="A1" t="s"><v>0</v></c></row>${ROW}<row r="3"><c r="A3"><v>7</v></c></row>`,
      {
        strings: STRINGS,
      },
    );
    const { kinds, numbers } = sheet.column(0);
    expect([...kinds]).toEqual([2, 1, 1]);
    expect([numbers[1], numbers[2]]).toEqual([12, 7]);
  });

  test('every cell in turn, with its place', async () => {
    const sheet = await sheetOf(ROW, { strings: STRINGS });
    const seen: unknown[] = [];
    sheet.forEach((row, column, value) => seen.push([row, column, value]));
    expect(seen).toEqual(
      EXPECTED.flatMap((value, column) => (value === undefined ? [] : [[1, column, value]])),
    );
  });
});

test('a workbook stays readable whatever the inflater, and refuses one that returns too little', async () => {
  const bytes = zipOf(partsOf({ sheets: { Feuille: ROW }, strings: STRINGS }));
  const short = (compressed: Uint8Array, size: number): Uint8Array =>
    new Uint8Array(size - 1 + 0 * compressed.length);
  await expect(openBytes(bytes, { inflate: short })).rejects.toMatchObject({ code: 'corrupt' });
});
