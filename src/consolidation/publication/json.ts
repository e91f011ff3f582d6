import type { Publication } from './model';
import { type ShownCell, shownCells } from './shown';

/** The JSON of `consolidate --publish` (spec/command-line): values only, nothing of a landlord. */
export interface PublicationJson {
  readonly catalogueVersion: string;
  readonly territory: string;
  readonly year: number;
  readonly contributions: readonly never[];
  readonly indicators: readonly ShownCell[];
  readonly remarks: readonly never[];
  /** How many figures that the union adjusted are in what is published. */
  readonly adjustedFigures: number;
}

/** A publication as other software reads it. */
export function publicationToJson(publication: Publication): PublicationJson {
  const { catalogue, territory, year } = publication.consolidation;
  return {
    catalogueVersion: catalogue.version,
    territory,
    year,
    contributions: [],
    indicators: shownCells(publication),
    remarks: [],
    adjustedFigures: publication.adjusted,
  };
}
