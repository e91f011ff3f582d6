import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/xlsx/zip/checksum';
import { open, openBytes, outcomeOf, partsOf, readAll, relationships } from './support/package';
import type { ZipEntry } from './support/zip';
import { zipOf } from './support/zip';

const ROWS = '<row r="1"><c r="A1"><v>7</v></c></row>';
const PARTS = partsOf({ sheets: { Feuille: ROWS } });
const SHEET = 'xl/worksheets/sheet1.xml';

function changed(name: string, change: Partial<ZipEntry>): ZipEntry[] {
  return PARTS.map((part) => (part.name === name ? { ...part, ...change } : part));
}

async function firstCell(bytes: Uint8Array): Promise<unknown> {
  return (await readAll(bytes)).get('Feuille')?.cell(0, 0);
}

describe('archives that are read', () => {
  test.each<[string, () => Uint8Array]>([
    ['deflated', () => zipOf(PARTS)],
    ['stored', () => zipOf(PARTS.map((part) => ({ ...part, method: 0 })))],
    ['Zip64 sizes', () => zipOf(PARTS.map((part) => ({ ...part, zip64: true })))],
    ['Zip64 directory', () => zipOf(PARTS, { zip64: true })],
    [
      'all of Zip64, after other bytes',
      () =>
        zipOf(
          PARTS.map((part) => ({ ...part, zip64: true })),
          { zip64: true, before: Buffer.from('PK-') },
        ),
    ],
    ['a comment', () => zipOf(PARTS, { comment: 'rempli par le siège, PK\x05\x06 compris' })],
    ['a long comment', () => zipOf(PARTS, { comment: 'x'.repeat(65_535) })],
    ['bytes before', () => zipOf(PARTS, { before: Buffer.from('PKLITE, un programme') })],
    ['bytes after', () => Buffer.concat([zipOf(PARTS), Buffer.alloc(300)])],
    ['folders', () => zipOf([{ name: 'xl/', data: '', method: 0 }, ...PARTS])],
    ['names with a leading slash', () => zipOf(PARTS.map((part) => ({ ...part, name: `/${part.name}` })))],
    [
      'names with backslashes',
      () => zipOf(PARTS.map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }))),
    ],
    ['names in capitals', () => zipOf(PARTS.map((part) => ({ ...part, name: part.name.toUpperCase() })))],
  ])('%s', async (_, make) => {
    expect(await firstCell(make())).toBe(7);
  });

  test.each([
    ['absolute', '/xl/worksheets/sheet1.xml'],
    ['with dots', './../xl/worksheets/./sheet1.xml'],
    ['with backslashes', 'worksheets\\sheet1.xml'],
    ['in capitals', 'Worksheets/Sheet1.XML'],
    ['escaped', 'worksheets/sheet%31.xml'],
  ])('a target that is %s', async (_, target) => {
    const parts = { 'xl/_rels/workbook.xml.rels': relationships([['rId1', 'worksheet', target]]) };
    const workbook = await open({ sheets: { Feuille: ROWS }, parts });
    expect((await workbook.readSheet('Feuille')).cell(0, 0)).toBe(7);
  });

  test('parts in unexpected folders, found by their relationships', async () => {
    const moved = PARTS.map((part) => ({ ...part, name: part.name.replace(/^xl\//, 'autre/dossier/') }));
    const root = relationships([['rId1', 'officeDocument', '/autre/dossier/workbook.xml']]);
    expect(
      await firstCell(
        zipOf(moved.map((part) => (part.name === '_rels/.rels' ? { ...part, data: root } : part))),
      ),
    ).toBe(7);
  });

  test('Strict relationships', async () => {
    const strict = (text: string): string =>
      text.replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
    expect(await firstCell(zipOf(PARTS.map((part) => ({ ...part, data: strict(String(part.data)) }))))).toBe(
      7,
    );
  });

  test('without relationships of the package, by its content types', async () => {
    const types = `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`;
    const parts = { '_rels/.rels': undefined, '[Content_Types].xml': types };
    expect(await outcomeOf(() => open({ parts }))).toBe('read');
  });
});

describe('archives that are refused', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['truncated', 'the end is missing', () => zipOf(PARTS).subarray(0, 900)],
    ['corrupt', 'a part declares less than it holds', () => zipOf(changed(SHEET, { declaredSize: 20 }))],
    ['corrupt', 'a part declares more than it holds', () => zipOf(changed(SHEET, { declaredSize: 2000 }))],
    ['corrupt', 'a wrong checksum', () => zipOf(changed(SHEET, { crc: 1 }))],
    ['corrupt', 'an unknown compression', () => zipOf(changed(SHEET, { method: 14 }))],
    [
      'corrupt',
      'the same name twice',
      () => zipOf([...PARTS, ...PARTS.filter(({ name }) => name === SHEET)]),
    ],
    [
      'corrupt',
      'the same name twice, in capitals',
      () => zipOf([...PARTS, { name: SHEET.toUpperCase(), data: ROWS }]),
    ],
    ['corrupt', 'a sheet without its part', () => zipOf(PARTS.filter(({ name }) => name !== SHEET))],
    ['encrypted', 'an encrypted zip', () => zipOf(PARTS.map((part) => ({ ...part, encrypted: true })))],
    [
      'bomb',
      'a part that inflates 300 times',
      () => zipOf([...PARTS, { name: 'xl/media/a.bin', data: new Uint8Array(3_000_000) }]),
    ],
    ['bomb', 'a part said to inflate to 1 GB', () => zipOf(changed(SHEET, { declaredSize: 1e9 }))],
    [
      'bomb',
      'parts that share their bytes',
      () => zipOf([...PARTS, { name: 'xl/a.xml', data: ROWS, sharesDataOf: SHEET }]),
    ],
    [
      'bomb',
      'too many parts',
      () =>
        zipOf([
          ...PARTS,
          ...Array.from({ length: 20_001 }, (_, i) => ({ name: `${i}`, data: '', method: 0 })),
        ]),
    ],
    [
      'too_large',
      'parts said to take 3 GB, stored',
      () =>
        zipOf([
          ...PARTS,
          { name: 'a', data: new Uint8Array(8_000_000).fill(7), method: 0, declaredSize: 1.5e9 },
        ]),
    ],
  ])('%s: %s', async (code, _, make) => {
    expect(await outcomeOf(() => readAll(make()))).toBe(code);
  });

  test('a stream longer than declared is stopped early by the portable inflater', async () => {
    // 64 MB of zeros in 62 kB, said to be 100 kB: nothing in the directory looks wrong.
    const bytes = zipOf(changed(SHEET, { data: new Uint8Array(64_000_000), declaredSize: 100_000 }));
    const before = process.memoryUsage().arrayBuffers;
    expect(await outcomeOf(() => readAll(bytes))).toBe('corrupt');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000);
  });
});

test('the checksum is that of zlib', () => {
  // The check value that goes with the definition of CRC-32.
  expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  // Lengths around the eight bytes taken at a time.
  for (const length of [0, 1, 7, 8, 9, 1000]) {
    const bytes = Buffer.alloc(length, 'Évreux');
    expect(crc32(bytes)).toBe(crcBitByBit(bytes));
  }
});

/** Bit by bit, as the standard defines it. */
function crcBitByBit(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

test('parts inflate to the same bytes with zlib and without', async () => {
  const text = Array.from(
    { length: 40_000 },
    (_, i) => `<c r="A${i}"><v>${(i * 7919) % 10_007}</v></c>`,
  ).join('');
  const compressed = deflateRawSync(text);
  expect(inflateRawSync(compressed).toString()).toBe(text);
  const { inflatePortably } = await import('../../../src/xlsx/zip/inflate');
  expect(Buffer.from(inflatePortably(compressed, text.length)).toString()).toBe(text);
  expect(() => inflatePortably(compressed, text.length - 1)).toThrow(RangeError);
  expect(await outcomeOf(() => openBytes(zipOf(PARTS), { inflate: (data) => inflateRawSync(data) }))).toBe(
    'read',
  );
});
