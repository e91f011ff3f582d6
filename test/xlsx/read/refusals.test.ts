import { readFileSync } from 'node:fs';
import { WorkbookRefused } from '../../../src/xlsx';
import { sharedData } from '../../support/shared';
import { openBytes, outcomeOf, partsOf, readAll } from './support/package';
import { zipOf } from './support/zip';

/** A compound file (MS-CFB): a header, one table of sectors, one directory sector with these streams. */
function compoundFile(...streams: string[]): Uint8Array {
  const file = Buffer.alloc(512 * 3);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.writeUInt16LE(9, 30);
  file.writeInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeInt32LE(-2, 516);
  ['Root Entry', ...streams].forEach((name, i) => {
    file.write(name, 1024 + i * 128, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, 1024 + i * 128 + 64);
  });
  return file;
}

function excelLock(user: string): Uint8Array {
  const file = Buffer.alloc(165, ' ');
  file.writeUInt8(user.length, 0);
  file.write(user, 1);
  file.writeUInt8(user.length, 55);
  file.write(user, 57, 'utf16le');
  return file;
}

const OPEN_DOCUMENT = zipOf([
  { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
  { name: 'content.xml', data: '<office:document-content/>' },
]);

const WORD = zipOf([
  {
    name: '[Content_Types].xml',
    data: '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  },
  {
    name: '_rels/.rels',
    data: '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
  },
  { name: 'word/document.xml', data: '<w:document/>' },
]);

const BINARY = zipOf([
  {
    name: '[Content_Types].xml',
    data: '<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
  },
  { name: 'xl/workbook.bin', data: 'x' },
]);

/** What arrives under the name of a workbook, the code it is refused with, and a word its message must have. */
const FILES: readonly (readonly [what: string, code: string, word: RegExp, bytes: Uint8Array])[] = [
  ['nothing', 'empty', /vide/, new Uint8Array(0)],
  ['the lock file of Excel', 'lock_file', /Fermez le classeur/, excelLock('Jeanne Martin')],
  [
    'the lock file of LibreOffice',
    'lock_file',
    /Fermez/,
    Buffer.from(',jmartin,poste12,21.11.2026 10:12,file:///home/jm;'),
  ],
  ['an encrypted workbook', 'encrypted', /mot de passe/, compoundFile('EncryptionInfo', 'EncryptedPackage')],
  ['a workbook before 2007', 'xls', /\.xls/, compoundFile('Workbook', 'SummaryInformation')],
  ['a workbook of 1995', 'xls', /\.xls/, compoundFile('Book')],
  ['a Word document before 2007', 'not_zip', /Word/, compoundFile('WordDocument')],
  ['a binary workbook', 'xlsb', /\.xlsb/, BINARY],
  ['an OpenDocument workbook', 'ods', /\.ods/, OPEN_DOCUMENT],
  ['a Word document', 'not_workbook', /Word/, WORD],
  ['another zip', 'not_workbook', /archive/, zipOf([{ name: 'photo.jpg', data: 'x' }])],
  ['an empty zip', 'not_workbook', /archive/, zipOf([])],
  [
    'a web page',
    'not_zip',
    /HTML/,
    Buffer.from('<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>'),
  ],
  [
    'a table of a web page',
    'not_zip',
    /HTML/,
    Buffer.from('\ufeff\n<table border="1"><tr><td>1</td></tr></table>'),
  ],
  ['CSV', 'not_zip', /CSV/, Buffer.from('siren;raison sociale\n300000001;Habitat é\n')],
  [
    'XML of Excel 2003',
    'not_zip',
    /2003/,
    Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ],
  ['a PDF', 'not_zip', /PDF/, Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
  ['zeros', 'not_zip', /zéros/, new Uint8Array(5000)],
  ['noise', 'not_zip', /xlsx/, Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + 13) % 251)],
  ['one byte', 'not_zip', /xlsx/, Uint8Array.of(0x50)],
  ['the first bytes of a zip', 'truncated', /fin manque/, Buffer.from('PK\x03\x04')],
];

describe('a file that is no workbook is refused by name, with what to do', () => {
  test.each(FILES)('%s: %s', async (_, code, word, bytes) => {
    const error: unknown = await openBytes(bytes).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WorkbookRefused);
    expect(error).toMatchObject({ code, message: expect.stringMatching(word) as string });
  });

  test('a lock file by its name', async () => {
    const bytes = zipOf(partsOf({}));
    expect(await outcomeOf(() => openBytes(bytes, { name: 'C:\\Dossier\\~$Habitat.xlsx' }))).toBe(
      'lock_file',
    );
    expect(await outcomeOf(() => openBytes(bytes, { name: 'dossier/Habitat~$.xlsx' }))).toBe('read');
  });
});

const DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
const SHEET =
  '<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';

describe('entities', () => {
  test.each([
    ['a sheet', { 'xl/worksheets/sheet1.xml': DOCTYPE + SHEET }],
    [
      'a sheet, after a comment',
      { 'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><!-- > -->\n${DOCTYPE}${SHEET}` },
    ],
    ['a sheet in UTF-16', { 'xl/worksheets/sheet1.xml': Buffer.from(`\ufeff${DOCTYPE}${SHEET}`, 'utf16le') }],
    ['the shared strings', { 'xl/sharedStrings.xml': `${DOCTYPE}<sst><si><t>&b;</t></si></sst>` }],
    ['the workbook', { 'xl/workbook.xml': `${DOCTYPE}<workbook/>` }],
    ['the relationships', { '_rels/.rels': `${DOCTYPE}<Relationships/>` }],
    [
      'an external document',
      { 'xl/worksheets/sheet1.xml': `<!DOCTYPE x SYSTEM "http://localhost/x.dtd">${SHEET}` },
    ],
  ])('declared in %s are refused when the workbook is opened', async (_, parts) => {
    const bytes = zipOf(partsOf({ strings: '', parts }));
    expect(await outcomeOf(() => openBytes(bytes))).toBe('entities');
  });

  test('a declaration in the middle of a sheet is refused when it is read', async () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${DOCTYPE}<row r="2"/>`;
    expect(await outcomeOf(() => readAll(zipOf(partsOf({ sheets: { Feuille: rows } }))))).toBe('entities');
  });
});

test.each([
  '<row r="1"><c r="A1"><v>1',
  '<row r="1"><c r="A1',
  '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t>',
  '<row r="1"><!-- ',
])('a sheet that stops in the middle is refused: %s', async (xml) => {
  const parts = { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${xml}` };
  expect(await outcomeOf(() => readAll(zipOf(partsOf({ parts }))))).toBe('corrupt');
});

describe('a damaged copy of a real workbook gives a reading or a refusal, and nothing else', () => {
  const file = sharedData('data/workbooks/apilos-logements.xlsx');
  const outcome = (bytes: Uint8Array): Promise<string> => outcomeOf(() => readAll(bytes));

  test('cut anywhere', async () => {
    if (file === undefined) return;
    const whole = readFileSync(file);
    for (let length = 0; length < whole.length; length += 331) {
      expect(await outcome(whole.subarray(0, length))).not.toBe('read');
    }
  });

  test('with bytes changed anywhere', async () => {
    if (file === undefined) return;
    const whole = readFileSync(file);
    let state = 12_345;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return (state >>> 8) % below;
    };
    const outcomes = new Set<string>();
    for (let i = 0; i < 250; i++) {
      const damaged = Uint8Array.from(whole);
      for (let k = 0; k <= random(4); k++) damaged[random(whole.length)] = random(256);
      outcomes.add(await outcome(damaged));
    }
    expect(outcomes).toContain('corrupt');
  });

  test('with XML changed anywhere, inside parts that inflate well', async () => {
    const rows = Array.from(
      { length: 2 },
      (_, i) =>
        `<row r="${i + 1}" spans="1:3"><c r="A${i + 1}" s="1" t="s"><v>0</v></c><c r="B${i + 1}"><f>A1</f><v>1.5</v></c></row>`,
    );
    const xml = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const outcomes = new Map<string, number>();
    for (let i = 0; i < xml.length; i++) {
      for (const character of ['<', '>', '"', '/', 'c', '']) {
        const parts = { 'xl/worksheets/sheet1.xml': xml.slice(0, i) + character + xml.slice(i + 1) };
        const outcome = await outcomeOf(() =>
          readAll(zipOf(partsOf({ strings: '<si><t>x</t></si>', parts }))),
        );
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    }
    expect([...outcomes.keys()].sort()).toEqual(['corrupt', 'read']);
  });
});
