import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '../../src/cli/files';

const folder = mkdtempSync(join(tmpdir(), 'impact-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `Œuvre d’Évreux;10 €` as Excel saves a CSV on Windows: bytes 8C, 92, C9 and 80 of windows-1252. */
const WESTERN = Buffer.from('8c75767265206492c976726575783b31302080', 'hex');

it.each([
  ['as Excel saves it on Windows', WESTERN],
  ['in UTF-8', Buffer.from('Œuvre d’Évreux;10 €')],
  ['in UTF-8 with its mark', Buffer.from('\uFEFFŒuvre d’Évreux;10 €')],
])('reads a text %s', async (_name, bytes) => {
  const path = join(folder, 'campagne.csv');
  writeFileSync(path, bytes);
  expect(await readText(path)).toBe('Œuvre d’Évreux;10 €');
});

it('says which file cannot be read', async () => {
  await expect(readText(join(folder, 'absent.csv'))).rejects.toThrow(/absent\.csv.*vérifiez le chemin/s);
});
