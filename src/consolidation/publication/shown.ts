import type { CellStatus, IndicatorCell } from '../model';
import type { CellReason } from '../model';
import type { Publication, PublishedCell } from './model';

/** A cell as the public sees it: what is withheld says nothing but that it is. */
export interface ShownCell {
  readonly code: string;
  readonly territory: string;
  readonly year: number;
  readonly value: number | null;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly respondents: number | null;
  readonly expected: number;
  /** To a whole percent. */
  readonly coverage: number | null;
  readonly extrapolatedShare: number | null;
  readonly status: CellStatus;
  readonly reason: CellReason | null;
}

/** The cells of a publication without anything that is withheld (spec, “Publication”). */
export function shownCells({ cells }: Publication): ShownCell[] {
  return cells.map(shownCell);
}

function shownCell(cell: PublishedCell): ShownCell {
  const { code, territory, year, unit, expected, status } = cell;
  const place = { code, territory, year, unit, expected, status };
  if (status === 'masked' || status === 'insufficient') {
    return {
      ...place,
      value: null,
      low: null,
      high: null,
      respondents: null,
      coverage: null,
      extrapolatedShare: null,
      reason: null,
    };
  }
  return {
    ...place,
    value: cell.value,
    low: cell.low,
    high: cell.high,
    respondents: cell.respondents,
    coverage: cell.coverage === null ? null : Math.round(cell.coverage * 100) / 100,
    extrapolatedShare: cell.extrapolatedShare,
    reason: reasonWithoutValue(cell),
  };
}

/** Why there is no value; a cell with a value has no reason to give. */
function reasonWithoutValue({ value, reason }: PublishedCell): IndicatorCell['reason'] {
  switch (reason) {
    case 'low_coverage':
    case 'not_proportional':
    case 'fewer_than_3':
    case 'dominance':
    case 'secondary':
      return null;
    default:
      return value === null ? reason : null;
  }
}
