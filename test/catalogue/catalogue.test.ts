import { catalogue } from '../../src/catalogue';

test('the catalogue of the product loads', () => {
  expect(catalogue.dataPoints.size).toBe(227);
});
