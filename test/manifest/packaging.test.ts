import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { root, runScript } from './support/scripts';

const assets = join(root, 'assets');

/** The pixels of a PNG, by the specification: chunks until IEND, and our own encoder uses filter 0 only. */
function pixelsOf(file: Buffer): { width: number; pixels: Buffer } {
  const width = file.readUInt32BE(16);
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(data));
  const lines = Array.from({ length: width }, (_, y) =>
    rows.subarray(y * (width * 4 + 1), (y + 1) * (width * 4 + 1)),
  );
  expect(new Set(lines.map((line) => line[0]))).toEqual(new Set([0]));
  return { width, pixels: Buffer.concat(lines.map((line) => line.subarray(1))) };
}

describe('the icons', () => {
  const files = readdirSync(assets).filter((name) => name.endsWith('.png'));
  const drawn = runScript<{ file: string; pixels: string }[]>('icons.mjs', {});

  test('are those the script draws, no more and no fewer', () => {
    expect(files.sort()).toEqual(drawn.map(({ file }) => file).sort());
    for (const { file, pixels } of drawn) {
      expect([file, pixelsOf(readFileSync(join(assets, file))).pixels.toString('base64')]).toEqual([
        file,
        pixels,
      ]);
    }
  });

  test.each(files)('%s has the size of its name, a drawing and clear corners', (name) => {
    const { width, pixels } = pixelsOf(readFileSync(join(assets, name)));
    expect(width).toBe(Number(/-(\d+)\.png$/.exec(name)?.[1]));
    expect(pixels[3]).toBeLessThan(128); // alpha of the first pixel
    expect(pixels.filter((value, at) => at % 4 === 3 && value > 0).length).toBeGreaterThan(
      (width * width) / 10,
    );
    expect(statSync(join(assets, name)).size).toBeLessThan(2000);
  });
});

describe('the published manifest', () => {
  const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
  const addresses = [
    'https://union.example.fr/impact/',
    '',
    'http://union.example.fr',
    'union',
    'https://a.fr/?x=1',
  ];
  const [below, unset, ...refused] = runScript<{ url?: string; manifest?: string; refused?: string }[]>(
    'urls.mjs',
    {
      manifest,
      addresses,
    },
  );

  test('leads to the published address only, and its domain has no path', () => {
    expect(below?.url).toBe('https://union.example.fr/impact');
    expect(below?.manifest).not.toContain('localhost');
    expect(below?.manifest).toContain('"https://union.example.fr/impact/taskpane.html"');
    expect(below?.manifest).toContain('<AppDomain>https://union.example.fr</AppDomain>');
  });

  test('is the one of the project when no address is given', () => {
    expect(unset?.manifest).toBe(manifest);
  });

  test.each(refused.map((one, index) => [addresses[index + 2], one.refused]))(
    'refuses %s',
    (address, message) => {
      expect(message).toContain(`IMPACT_URL vaut « ${address} »`);
    },
  );
});
