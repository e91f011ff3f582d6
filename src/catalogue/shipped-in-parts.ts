import figures from '../../generated/catalogue-figures.json';
import { LateTexts } from './late-texts';
import { shippedCatalogue } from './load';
import type { Catalogue } from './model';

// In the add-in this takes the place of shipped.ts (webpack.config.js): half of the catalogue is texts, which would
// weigh on the start of Excel.

const late = new LateTexts(figures);

/** The catalogue of this version of the product; reading a text before `loadTexts` throws CatalogueTextsNotLoaded. */
export const catalogue: Catalogue = late.attachedTo(shippedCatalogue(figures));

/** Fetches the texts that no calculation needs, once. */
export async function loadTexts(): Promise<void> {
  if (late.areThere) return;
  const texts = await import(
    /* webpackChunkName: "catalogue-texts" */ '../../generated/catalogue-texts.json'
  );
  late.provide(texts.default);
}
