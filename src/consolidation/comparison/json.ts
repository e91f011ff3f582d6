import type { Consolidation } from '../model';
import { distributionOf } from './distribution';
import { familiesOf } from './families';
import { gapsTo } from './territories';
import { yearChanges } from './years';

/** What to compare a consolidation with, besides itself. */
export interface ComparisonsAsked {
  /** Other campaigns (`earlierConsolidation`), with the name of their file. */
  readonly years?: readonly { readonly file: string; readonly consolidation: Consolidation }[];
  /** Territories of the consolidation that the others are compared with. */
  readonly territories?: readonly string[];
  readonly families?: boolean;
  readonly distribution?: boolean;
}

/** The comparisons asked for, as other software reads them (`consolidate --compare --json`). Numbers are unrounded. */
export function comparisonsToJson(consolidation: Consolidation, asked: ComparisonsAsked) {
  const { territory, cells } = consolidation;
  const codes = [...new Set(cells.map(({ code }) => code))];
  return {
    ...(asked.years?.length
      ? {
          years: asked.years.map(({ file, consolidation: then }) => ({
            file,
            year: then.year,
            indicators: yearChanges(consolidation, then),
          })),
        }
      : {}),
    ...(asked.territories?.length
      ? {
          territories: asked.territories.map((one) => ({
            territory: one,
            indicators: gapsTo(consolidation, one),
          })),
        }
      : {}),
    ...(asked.families ? { families: familiesJson(consolidation) } : {}),
    ...(asked.distribution
      ? { distribution: codes.flatMap((code) => distributionOf(consolidation, code, territory) ?? []) }
      : {}),
  };
}

function familiesJson(consolidation: Consolidation) {
  return familiesOf(consolidation, consolidation.territory).map(({ family, sirens, cells }) => ({
    family: family ?? null,
    landlords: sirens.size,
    indicators: [...cells.values()].map(({ code, value, unit, respondents, expected, coverage, status }) => ({
      code,
      value,
      unit,
      respondents,
      expected,
      coverage,
      status,
    })),
  }));
}
