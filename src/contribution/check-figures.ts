import type { Catalogue } from '../catalogue';
import { type Comparison, comparisonsOf, failureMessage, holds } from './comparisons';
import type { FigureIndex, FigurePlace } from './figures';
import { type Computable, computable, operandsAt } from './operands';
import { cellNames } from './reading';
import type { RemarkList } from './remarks';

/** The data points of each check that failed at a place: what explains an indicator out of its range. */
export type Failures = ReadonlyMap<FigurePlace, readonly ReadonlySet<string>[]>;

interface PreparedCheck extends Comparison {
  readonly left: Computable;
  readonly right: Computable;
}

const prepared = new WeakMap<Catalogue, readonly PreparedCheck[]>();

/** Checks figures against one another (part ≤ whole, classes add up) wherever all of them are known. */
export function checkFigures(index: FigureIndex, catalogue: Catalogue, remarks: RemarkList): Failures {
  let checks = prepared.get(catalogue);
  if (!checks) prepared.set(catalogue, (checks = prepare(catalogue)));
  const failures = new Map<FigurePlace, ReadonlySet<string>[]>();
  for (const place of index.places) {
    for (const { owner, check, left, right } of checks) {
      const leftSide = operandsAt(left, place, index, catalogue);
      const rightSide = leftSide && operandsAt(right, place, index, catalogue);
      if (!leftSide || !rightSide) continue;
      const values = [left.compute(leftSide.values), right.compute(rightSide.values)] as const;
      if (holds(check, ...values)) continue;
      const sources = [...leftSide.sources, ...rightSide.sources];
      const [source] = sources;
      if (!source) continue;
      const message = `${failureMessage(check, ...values, catalogue)} (${place.year}, ${place.territory}) : corrigez, ou expliquez l’écart en commentaire (${cellNames(sources)}).`;
      remarks.warning('check', message, source, owner.code);
      const failed = new Set([...left.codes, ...right.codes]);
      failures.set(place, [...(failures.get(place) ?? []), failed]);
    }
  }
  return failures;
}

/** Checks that a landlord's own figures can decide; those on the columns of a row are `checkRows`'. */
function prepare(catalogue: Catalogue): readonly PreparedCheck[] {
  return comparisonsOf(catalogue).flatMap((comparison) => {
    const left = computable(comparison.check.left);
    const right = computable(comparison.check.right);
    return left && right ? [{ ...comparison, left, right }] : [];
  });
}
