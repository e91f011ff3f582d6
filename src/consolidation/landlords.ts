import type { Contribution } from '../contribution';
import type { Landlord, PerimeterLine } from './model';
import { contributionOfYear } from './submissions';
import { groupBy, yearDataOf, type YearData } from './yearData';

/** A landlord of the campaign, with what it says of the year and where it is expected. */
export interface Participant {
  readonly landlord: Landlord;
  /** Undefined when no accepted contribution says anything of the year. */
  readonly data: YearData | undefined;
  readonly lines: readonly PerimeterLine[];
}

/**
 * Every landlord of the perimeter or with an accepted contribution, by SIREN: sums then never depend on the order
 * in which files were read. Family and group come from the perimeter, else from the identity.
 */
export function participantsOf(
  contributions: readonly Contribution[],
  perimeter: readonly PerimeterLine[] | undefined,
  year: number,
): Participant[] {
  const accepted = contributions.filter((one) => one.status === 'accepted' && one.identity);
  const bySiren = groupBy(accepted, (one) => one.identity?.siren ?? '');
  const linesOf = groupBy(perimeter ?? [], (one) => one.siren);
  const sirens = [...new Set([...linesOf.keys(), ...bySiren.keys()])].sort();
  return sirens.map((siren) =>
    participantOf(siren, bySiren.get(siren) ?? [], linesOf.get(siren) ?? [], perimeter === undefined, year),
  );
}

function participantOf(
  siren: string,
  contributions: readonly Contribution[],
  lines: readonly PerimeterLine[],
  everyoneCounts: boolean,
  year: number,
): Participant {
  const ofYear = contributionOfYear(contributions, year);
  const identity = (ofYear ?? contributions[0])?.identity;
  const family = lines.find((one) => one.family)?.family ?? identity?.family;
  const group = lines.find((one) => one.group)?.group ?? identity?.group;
  const landlord: Landlord = {
    siren,
    name: lines.find((one) => one.name !== '')?.name ?? identity?.name ?? siren,
    ...(family ? { family } : {}),
    ...(group ? { group } : {}),
    inPerimeter: everyoneCounts || lines.length > 0,
    mayBeNamed: identity?.mayBeNamed ?? false,
    files: ofYear ? [ofYear.file] : [],
  };
  return { landlord, data: ofYear ? yearDataOf(ofYear, year) : undefined, lines };
}
