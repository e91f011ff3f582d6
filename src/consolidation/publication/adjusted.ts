import type { Source } from '../../contribution';
import { leafKey, leavesOf } from '../../formula';
import { isLandlordLeaf } from '../leaves';
import type { Consolidation, IndicatorCell } from '../model';

const placeOf = ({ file, sheet, cell }: Source): string => `${file}\n${sheet}\n${cell}`;

/** A figure that the union adjusted: of whom, of which data point, where it stands. */
interface AdjustedFigure {
  readonly siren: string;
  readonly code: string;
  readonly place: string;
}

/**
 * Which adjusted figures each cell rests on. An adjusted figure is told by the remark `adjusted` of its contribution,
 * which the journal left there.
 */
export function adjustedFiguresOf(
  consolidation: Pick<Consolidation, 'catalogue' | 'contributions' | 'answerOf'>,
): (cell: IndicatorCell) => readonly string[] {
  const { catalogue, contributions, answerOf } = consolidation;
  const adjusted = contributions.flatMap(({ status, identity, remarks }): AdjustedFigure[] =>
    status !== 'accepted' || !identity
      ? []
      : remarks
          .filter(({ code, subject }) => code === 'adjusted' && subject !== undefined)
          .map(({ subject = '', source }) => ({
            siren: identity.siren,
            code: subject,
            place: placeOf(source),
          })),
  );
  if (adjusted.length === 0) return () => [];
  return ({ code, territory, respondentSirens }) => {
    const indicator = catalogue.indicators.get(code);
    if (!indicator) return [];
    const keys = new Set(leavesOf(indicator.inlined).filter(isLandlordLeaf).map(leafKey));
    const here = adjusted.filter((one) => keys.has(one.code) && respondentSirens.includes(one.siren));
    const used = here.filter((one) =>
      answerOf(one.siren, territory, one.code).sources.some((source) => placeOf(source) === one.place),
    );
    return used.map(({ place }) => place);
  };
}
