import { decimal, parseNumber } from '../../../src/xlsx/read/numbers';
import { sheetOf } from './support/package';

/** Small deterministic generator, so that a failure can be seen again. */
function* random(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    yield (state >>> 8) / 2 ** 24;
  }
}

function* decimals(count: number): Generator<string> {
  const source = random(42);
  const next = (): number => source.next().value;
  for (let i = 0; i < count; i++) {
    if (i % 4 === 0) yield String((next() + next() / 2 ** 24) * 10 ** Math.floor(next() * 9 - 2));
    else {
      const digits = Array.from({ length: 1 + Math.floor(next() * 20) }, () => Math.floor(next() * 10)).join(
        '',
      );
      const point = Math.floor(next() * (digits.length + 1));
      yield `${next() < 0.3 ? '-' : ''}${digits.slice(0, point)}${point === digits.length ? '' : `.${digits.slice(point)}`}`;
    }
  }
}

const HARD = [
  '0.1',
  '0.30000000000000004',
  '9007199254740993',
  '9007199254740992.5',
  '123456789012345678',
  '0.000000000000000001',
  '999999999999999.9',
  '5e-324',
  '1.7976931348623157E308',
  '2.2250738585072014e-308',
  '-0',
  '.5',
  '5.',
  '00012.50',
  '8.5E-3',
  '1e400',
];

test('numbers are those nearest to their text, to the last bit', async () => {
  const texts = [...HARD, ...decimals(30_000)];
  const rows = texts.map((text) => `<row><c><v>${text}</v></c></row>`).join('');
  const sheet = await sheetOf(rows);
  const wrong = texts.filter((text, row) => !Object.is(sheet.cell(row, 0), Number(text)));
  expect(wrong).toEqual([]);
});

test('the quick division says when it cannot tell', () => {
  // 9,007,199,254,740,993 lies exactly between two doubles.
  expect(decimal(900_719_925, 4_740_993, 7, 0)).toBeNaN();
  expect(decimal(123_456_789, 12_345_678, 8, 10)).toBe(1_234_567.8912345678);
});

test.each(['', ' ', '1,5', '0x1F', '1 000', 'Infinity', 'NaN', '--1', '1e', '.', '1.2.3', '1_000'])(
  '« %s » is no number',
  (text) => expect(parseNumber(text)).toBeUndefined(),
);
