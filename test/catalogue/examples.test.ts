import { catalogue } from '../../src/catalogue';
import { evaluate } from './evaluate';

const examples = [...catalogue.indicators.values()].flatMap(({ code, examples }) =>
  examples.map((example, position) => ({ code, position: position + 1, example })),
);

test.each(examples)('$code, worked example $position', ({ code, example }) => {
  const value = evaluate(code, example);
  expect(Math.abs(value - example.expected)).toBeLessThanOrEqual(1e-9 * Math.abs(example.expected));
});

// The arithmetic written beside an example is what the reader follows: its last figure is the result.
const withFigures = examples.filter(({ example }) => !example.members);

test.each(withFigures)('$code, the reasoning of example $position ends on its result', ({ example }) => {
  const text = (example.reason ?? '').replace(/\u00a0/g, ' ');
  const last = /(\d[\d ]*(?:,\d+)?)\s*([^\d]*)$/.exec(text);
  const written = Number((last?.[1] ?? 'none').replace(/ /g, '').replace(',', '.'));
  const scale = last?.[2] === '%' ? 0.01 : last?.[2] === 'M€' ? 1e6 : 1;
  expect(written * scale).toBeCloseTo(example.expected, 6);
});
