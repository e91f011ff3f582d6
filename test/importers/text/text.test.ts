import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  decodeText,
  forEachRecord,
  kindOfFile,
  openText,
  repairMojibake,
  sampleRecords,
  separatorOf,
  type ByteChunks,
} from '../../../src/importers/text';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

/** Pieces of the given sizes, then the rest; one buffer is used again, as a reader of files would. */
function* pieces(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  const buffer = new Uint8Array(bytes.length);
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    const part = bytes.subarray(at, at + size);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
    at += part.length;
  }
}

async function recordsOf(chunks: ByteChunks, separator = ';', expected = 0): Promise<string[][]> {
  const opened = await openText(chunks);
  const records: string[][] = [];
  await forEachRecord(opened, { separator: separator.charCodeAt(0), expected }, (record) => {
    expect(record.line).toBe(records.length + 1);
    records.push(Array.from({ length: record.count }, (_, field) => record.text(field)));
  });
  return records;
}

describe('lines and fields', () => {
  const cases: readonly [what: string, text: string, records: string[][]][] = [
    [
      'LF, last line without end',
      'a;b\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['CRLF and an empty line', 'a;b\r\n\r\nc;d\r\n', [['a', 'b'], [''], ['c', 'd']]],
    [
      'CR alone',
      'a;b\rc;d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a byte order mark', '\ufeffé;b\n', [['é', 'b']]],
    [
      'lone quotes',
      'a;Res "Les Lilas;c\nd;e";"f\n',
      [
        ['a', 'Res "Les Lilas', 'c'],
        ['d', 'e"', '"f'],
      ],
    ],
    [
      'a quote never closed',
      '"a;b\nc;d\n',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['quoted separators', 'a;"b;c ""d""";e\n', [['a', 'b;c "d"', 'e']]],
    [
      'a quoted field at the end',
      'a;"b;c"\r\nd;e',
      [
        ['a', 'b;c'],
        ['d', 'e'],
      ],
    ],
  ];
  it.each(cases)('%s', async (_what, text, records) => {
    expect(await recordsOf([bytesOf(text)])).toEqual(records);
  });

  it('believes the number of columns rather than the quotes', async () => {
    const text = 'A;B;C\n"un;deux;trois"\n"un;deux";trois;quatre\n';
    expect(await recordsOf([bytesOf(text)], ';', 3)).toEqual([
      ['A', 'B', 'C'],
      ['"un', 'deux', 'trois"'],
      ['un;deux', 'trois', 'quatre'],
    ]);
  });

  it.each(['\t', '|', ','])('separator %j', async (separator) => {
    const text =
      ['a', 'b "x', '"c"'].join(separator) + '\n' + ['d', `"e${separator}x"`, 'f'].join(separator) + '\n';
    expect(await recordsOf([bytesOf(text)], separator)).toEqual([
      ['a', 'b "x', 'c'],
      ['d', `e${separator}x`, 'f'],
    ]);
    expect(separatorOf(await openText([bytesOf(text)]))).toBe(separator.charCodeAt(0));
  });

  it('gives the same whatever the pieces (random texts and cuts)', async () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const alphabet = ['a', 'é', '"', ';', ';', '\n', '\r\n', '€', ' ', '1'];
    for (let round = 0; round < 60; round += 1) {
      const text = Array.from({ length: 5 + random(80) }, () => alphabet[random(alphabet.length)]).join('');
      const bytes = bytesOf(`A;B\n${text}`);
      // An independent reader: lines by splitting the text; no quoted fields are expected here.
      const whole = await recordsOf([bytes], ';', 2);
      expect(whole).toHaveLength(Buffer.from(bytes).toString().replace(/\n$/, '').split('\n').length);
      const sizes = Array.from({ length: 1 + random(40) }, () => random(5));
      expect(await recordsOf(pieces(bytes, sizes), ';', 2)).toEqual(whole);
    }
  });

  it('stops when asked', async () => {
    const opened = await openText([bytesOf('a;b\n'.repeat(50_000)), bytesOf('a;b\n'.repeat(10))]);
    const control = new AbortController();
    let bytes = 0;
    const reading = forEachRecord(
      opened,
      {
        separator: 59,
        signal: control.signal,
        onProgress: (progress) => ((bytes = progress.bytes), control.abort()),
      },
      () => undefined,
    );
    await expect(reading).rejects.toThrow(/abort/i);
    expect(bytes).toBe(200_000);
  });
});

describe('encodings', () => {
  it('reads UTF-8, windows-1252 and UTF-16, and says which', async () => {
    const text = 'Évreux;Œuvre;12 €\n';
    const cp1252 = new Uint8Array(execFileSync('iconv', ['-f', 'utf-8', '-t', 'cp1252'], { input: text }));
    const utf16 = bytesOf(`\ufeff${text}`, 'utf16le');
    for (const [bytes, encoding] of [
      [bytesOf(text), 'utf-8'],
      [cp1252, 'windows-1252'],
      [utf16, 'utf-16'],
    ] as const) {
      expect((await openText([bytes])).encoding).toBe(encoding);
      expect(await recordsOf(pieces(bytes, [1, 2, 3]))).toEqual([['Évreux', 'Œuvre', '12 €']]);
    }
  });

  it('repairs what was decoded wrongly once, and only that', () => {
    expect(repairMojibake('Nantes MÃ©tropole')).toBe('Nantes Métropole');
    expect(repairMojibake('PLA dâ€™intÃ©gration')).toBe('PLA d’intégration');
    for (const text of ['Nantes Métropole', 'LBU & PR?T CDC', 'Âge', 'SÃO PAULO']) {
      expect(repairMojibake(text)).toBe(text);
    }
    expect(decodeText(Uint8Array.of(0x41, 0xe9, 0x42), 1, 2)).toBe('é');
  });
});

describe('what a file is', () => {
  it('goes by the first bytes', () => {
    const kinds = {
      '': 'empty',
      ' \r\n': 'empty',
      'a;b': 'text',
      '%PDF-1.7': 'pdf',
      '{"type": "x"}': 'json',
      '[1, 2]': 'json',
      '[Code];[Nom]': 'text',
      '<?xml version="1.0"?><a/>': 'xml',
      '<!DOCTYPE html><html>': 'html',
    };
    for (const [text, kind] of Object.entries(kinds))
      expect([text, kindOfFile(bytesOf(text))]).toEqual([text, kind]);
    expect(kindOfFile(Uint8Array.from({ length: 999 }, (_, at) => at % 7))).toBe('binary');
    expect(kindOfFile(bytesOf('PK\x03\x04......xl/workbook.xml', 'latin1'))).toBe('xlsx');
    expect(kindOfFile(new Uint8Array(readFileSync(process.execPath).subarray(0, 65536)))).toBe('binary');
  });

  it('finds headings in a sample', async () => {
    const opened = await openText([bytesOf('\ufeffCode;"Libellé ""x"""\n1;2\n')]);
    expect(sampleRecords(opened, 59, 1)).toEqual([['Code', 'Libellé "x"']]);
  });
});
