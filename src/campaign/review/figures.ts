import type { Catalogue } from '../../catalogue';
import type { Contribution, Fact, Source } from '../../contribution';
import type { ReviewedFigure } from './model';

/** Finds the figure of a landlord that stands in a cell of its workbook. */
export type FigureAt = (source: Source) => ReviewedFigure | undefined;

const placeOf = ({ file, sheet, cell }: Source): string => `${file}\n${sheet}\n${cell}`;

/** The figures of all contributions, by the cell they stand in. */
export function figuresIn(contributions: readonly Contribution[], catalogue: Catalogue): FigureAt {
  const byPlace = new Map<string, { readonly fact: Fact; readonly contribution: Contribution }>();
  for (const contribution of contributions) {
    for (const fact of contribution.facts) byPlace.set(placeOf(fact.source), { fact, contribution });
  }
  return (source) => {
    const found = byPlace.get(placeOf(source));
    const identity = found?.contribution.identity;
    if (!found || !identity) return undefined;
    const { code, year, territory, answer, source: place, comment, origin } = found.fact;
    const point = catalogue.dataPoints.get(code);
    return {
      siren: identity.siren,
      landlord: identity.name,
      code,
      label: point?.label.fr ?? code,
      unit: point?.unit ?? '',
      year,
      territory,
      answer,
      source: place,
      ...(comment === undefined ? {} : { comment }),
      ...(origin === undefined ? {} : { origin }),
    };
  };
}
