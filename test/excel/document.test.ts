import { recalculate, syntaxLocale, workbookBytes, workbookIdentity } from '../../src/excel';
import { startScene, type Scene } from './support';

/** A little more than one slice: 4 MB is the most that Office gives at once. */
const bytes = Uint8Array.from({ length: 4_300_000 }, (_, index) => (index * 7) % 251);
const settingsSeen: unknown[] = [];

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    documentUrl: 'https://localhost/bailleur/Contribution 2025.xlsx',
    file: async () => {
      settingsSeen.push(Office.context.document.settings.get('Office.DisableTrustUX'));
      return bytes;
    },
  });
});
afterAll(() => scene.dispose());

test('the workbook is read slice by slice, with progress, byte for byte', async () => {
  const progress: number[] = [];
  const read = await workbookBytes({ onProgress: ({ done }) => progress.push(done) });
  expect(read).toHaveLength(bytes.length);
  expect(Buffer.compare(read, bytes)).toBe(0);
  expect(progress).toEqual([4_194_304, 4_300_000]);
});

test('a reading cancelled on the way leaves nothing open: Office would refuse the third', async () => {
  for (let time = 0; time < 3; time += 1) {
    const abort = new AbortController();
    await expect(
      workbookBytes({ signal: abort.signal, onProgress: () => abort.abort() }),
    ).rejects.toMatchObject({ code: 'cancelled' });
  }
  await expect(workbookBytes()).resolves.toHaveLength(bytes.length);
});

test('a copy to be sent asks its readers nothing about the add-in; the workbook itself is as before', async () => {
  settingsSeen.length = 0;
  await workbookBytes();
  expect(settingsSeen).toEqual([null]);
  settingsSeen.length = 0;
  await workbookBytes({ withoutTrustPrompt: true });
  expect(settingsSeen).toEqual([true]);
  expect(Office.context.document.settings.get('Office.DisableTrustUX')).toBeNull();
});

test('an Excel that gives no copy says so in French', async () => {
  const other = await startScene();
  await expect(workbookBytes()).rejects.toMatchObject({
    message: { fr: expect.stringMatching(/^Lecture du classeur entier : /u) as string },
    remedy: { fr: expect.any(String) as string },
  });
  other.dispose();
});

test('which workbook is open', async () => {
  expect(await workbookIdentity()).toMatchObject({
    name: 'Contribution 2025.xlsx',
    url: 'https://localhost/bailleur/Contribution 2025.xlsx',
    readOnly: false,
  });
});

test.each([
  ['fr-FR', { language: 'fr-FR', decimalSeparator: ',', listSeparator: ';' }],
  ['en-US', { language: 'en-US', decimalSeparator: '.', thousandsSeparator: ',', listSeparator: ',' }],
] as const)('a person whose Excel is in %s types formulas its way', async (locale, expected) => {
  const other = await startScene({ locale });
  expect(await syntaxLocale()).toMatchObject(expected);
  other.dispose();
});

test('recalculating calls our functions again', async () => {
  let calls = 0;
  scene.CustomFunctions.associate('COMPTE', () => (calls += 1));
  const functions = [{ id: 'COMPTE', name: 'COMPTE', parameters: [], result: { type: 'number' } }];
  scene.host.functions.register({ functions }, { namespace: 'IMPACT' });
  await scene.host.functions.ready();
  await scene.type('Feuil1', 'A1', [['=IMPACT.COMPTE()']]);
  await scene.host.settled();
  expect(await scene.values('Feuil1', 'A1')).toEqual([[1]]);
  await recalculate();
  await scene.host.settled();
  expect(await scene.values('Feuil1', 'A1')).toEqual([[2]]);
});
