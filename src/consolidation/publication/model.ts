import type { CellReason, Consolidation, IndicatorCell } from '../model';

/** Why a cell that has a value is not published. */
export type WithheldReason =
  /** Too few of the expected dwellings. */
  | 'low_coverage'
  /** Too few to be taken as it is, and an input that cannot be extrapolated. */
  | 'not_proportional'
  /** Rests on fewer than 3 independent landlords. */
  | 'fewer_than_3'
  /** One landlord makes more than 85 % of something it rests on. */
  | 'dominance'
  /** By itself it could be shown; with others it would give a withheld figure away. */
  | 'secondary';

/** A cell as the rules leave it; the value stays, for internal use, even where it is withheld. */
export interface SettledCell extends Omit<IndicatorCell, 'reason'> {
  readonly reason: CellReason | WithheldReason | null;
  /** The value as collected, where the one shown is extrapolated. */
  readonly collected?: number;
}

/** A cell of a publication. */
export interface PublishedCell extends SettledCell {
  /** How many of the figures it rests on the union adjusted (remarks `adjusted` of the contributions). */
  readonly adjusted: number;
}

/** A consolidation with what may be published of it. */
export interface Publication {
  readonly consolidation: Consolidation;
  /** In the order of the consolidation's cells. */
  readonly cells: readonly PublishedCell[];
  /** How many figures that the union adjusted are in what is published. */
  readonly adjusted: number;
  /** True when cells that earlier editions published give a figure away by themselves. */
  readonly exposedBefore: boolean;
}
