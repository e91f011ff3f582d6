import { cases, facts, manifest, use, type Case } from './support/cases';
import { runScript } from './support/scripts';

interface Fault {
  readonly line: number;
  readonly message: string;
}

const broken = ({ from, to }: Case) => (from === undefined ? manifest : manifest.replace(from, to ?? ''));

describe('the manifest checker', () => {
  const wellDone = [
    { xml: manifest },
    { xml: manifest, changes: use('ExcelApi', '1.9') }, // 1.9 comes before 1.14
    { xml: manifest, changes: use('RibbonApi', '1.1', true) }, // asked with isSetSupported
  ];
  const given = [...wellDone, ...cases.map((one) => ({ xml: broken(one), changes: one.changes }))];
  const results = runScript<Fault[][]>('check.mjs', { cases: given, facts });

  test.each(wellDone.map((_, index) => index))(
    'finds nothing wrong with a correct manifest (%i)',
    (index) => {
      expect(results[index]).toEqual([]);
    },
  );

  test.each(cases.map((one, index) => [one.breaks, one, index] as const))('%s', (_, one, index) => {
    if (one.from !== undefined) expect(broken(one)).not.toBe(manifest);
    const messages = (results[wellDone.length + index] ?? []).map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining(one.says));
  });

  test('names the line of a fault', () => {
    const at = cases.findIndex((one) => one.breaks === 'the lifetime');
    const line = manifest.slice(0, manifest.indexOf('lifetime=')).split('\n').length;
    expect(results[wellDone.length + at]).toEqual([{ line, message: 'Runtime doit avoir lifetime="long".' }]);
  });
});
