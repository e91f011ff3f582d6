import { figureLayouts } from './figures';
import type { Layout } from './model';
import { zoningLayouts } from './zonings';

export type { Layout, SeriesColumn, ZoningColumn } from './model';

/**
 * Official files, most particular first. Headings read in the files themselves (zonage ABC, programmes, density,
 * ANIL) or reported from them (LOVAC, SRU, Sitadel, RPLS results: « à confirmer » on a national file).
 */
export const layouts: readonly Layout[] = [...zoningLayouts, ...figureLayouts];
