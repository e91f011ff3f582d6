import * as parts from '../../src/catalogue/shipped-in-parts';
import { catalogue as whole, CatalogueTextsNotLoaded } from '../../src/catalogue';

/** The add-in has the catalogue in two parts; once both are there it is the one that everybody else has. */
describe('the catalogue in two parts', () => {
  const [code, indicator] = [...parts.catalogue.indicators][0] ?? [];
  const [point] = parts.catalogue.dataPoints.values();

  it('has what calculations need from the start, and says that its texts have not come', () => {
    expect(indicator?.formula).toBe(whole.indicators.get(code ?? '')?.formula);
    for (const read of [
      () => indicator?.definition,
      () => indicator?.sentence,
      () => indicator?.note,
      () => indicator?.references,
      () => indicator?.examples,
      () => point?.question,
      () => point?.find,
      () => point?.synonyms,
    ])
      expect(read).toThrow(CatalogueTextsNotLoaded);
  });

  it('is the whole catalogue, in its order, once they have', async () => {
    await parts.loadTexts();
    await parts.loadTexts();
    expect([...parts.catalogue.indicators.values()].map((one) => ({ ...one }))).toEqual([
      ...whole.indicators.values(),
    ]);
    expect([...parts.catalogue.dataPoints.values()].map((one) => ({ ...one }))).toEqual([
      ...whole.dataPoints.values(),
    ]);
    expect(parts.catalogue.coefficients).toEqual(whole.coefficients);
    expect(parts.catalogue.references).toEqual(whole.references);
    expect([parts.catalogue.version, parts.catalogue.dimensions]).toEqual([whole.version, whole.dimensions]);
  });
});
