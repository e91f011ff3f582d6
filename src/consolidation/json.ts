import type { Contribution, Remark } from '../contribution';
import type { CellReason, CellStatus, Consolidation, IndicatorCell } from './model';

interface RemarkJson {
  readonly level: Remark['level'];
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

interface ContributionJson {
  readonly file: string;
  readonly siren: string | null;
  readonly name: string | null;
  readonly status: Contribution['status'];
  readonly remarks: readonly RemarkJson[];
}

interface IndicatorJson {
  readonly code: string;
  readonly territory: string;
  readonly year: number;
  readonly value: number | null;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly respondents: number;
  readonly expected: number;
  readonly coverage: number | null;
  readonly extrapolatedShare: number;
  readonly status: CellStatus;
  readonly reason: CellReason | null;
  /** A user's own indicator, with what it is. */
  readonly local?: true;
  readonly label?: string;
  readonly formula?: string;
}

/** The JSON of `consolidate` and `indicators` (spec/command-line); numbers are unrounded. */
export interface ConsolidationJson {
  readonly catalogueVersion: string;
  readonly territory: string;
  readonly year: number;
  readonly contributions: readonly ContributionJson[];
  readonly indicators: readonly IndicatorJson[];
  /** On the campaign as a whole. */
  readonly remarks: readonly RemarkJson[];
}

/** A consolidation as other software reads it. */
export function toJson(consolidation: Consolidation): ConsolidationJson {
  return {
    catalogueVersion: consolidation.catalogue.version,
    territory: consolidation.territory,
    year: consolidation.year,
    contributions: contributionsToJson(consolidation.contributions),
    indicators: consolidation.cells.map((cell) => ({ ...cellJson(cell), ...localJson(cell, consolidation) })),
    remarks: consolidation.remarks.map(remarkJson),
  };
}

/** Contributions and their remarks, as `check` gives them too. */
export function contributionsToJson(contributions: readonly Contribution[]): ContributionJson[] {
  return contributions.map(({ file, identity, status, remarks }) => ({
    file,
    siren: identity?.siren ?? null,
    name: identity?.name ?? null,
    status,
    remarks: remarks.map(remarkJson),
  }));
}

function remarkJson({ level, code, message, source }: Remark): RemarkJson {
  return { level, code, message, file: source.file, sheet: source.sheet, cell: source.cell };
}

function localJson(
  { code }: IndicatorCell,
  { catalogue }: Consolidation,
): Pick<IndicatorJson, 'local' | 'label' | 'formula'> {
  const indicator = catalogue.indicators.get(code);
  if (indicator?.confidence !== 'local') return {};
  return { local: true, label: indicator.label.fr, formula: indicator.formula };
}

function cellJson(cell: IndicatorCell): IndicatorJson {
  return {
    code: cell.code,
    territory: cell.territory,
    year: cell.year,
    value: cell.value,
    unit: cell.unit,
    low: cell.low,
    high: cell.high,
    respondents: cell.respondents,
    expected: cell.expected,
    coverage: cell.coverage,
    extrapolatedShare: cell.extrapolatedShare,
    status: cell.status,
    reason: cell.reason,
  };
}
