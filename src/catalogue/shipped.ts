import { rawCatalogue } from './files';
import { shippedCatalogue } from './load';
import type { Catalogue } from './model';

/** The catalogue of this version of the product. */
export const catalogue: Catalogue = shippedCatalogue(rawCatalogue);

/** Fetches the texts that no calculation needs (late-texts.ts). Here everything is there from the start. */
export const loadTexts = (): Promise<void> => Promise.resolve();
