import type { Catalogue } from '../catalogue';
import type { Contribution, Remark } from '../contribution';
import type { Participant } from './landlords';
import type { PerimeterLine, ReferenceFigure } from './model';
import { remarkOnFile, withRemark } from './remarks';
import { groupBy } from './yearData';

const onCampaign = (code: string, message: string): Remark => remarkOnFile('warning', code, message, '');

/** What the campaign's files leave doubtful, and would otherwise pass unseen. */
export function campaignRemarks(input: {
  readonly perimeter: readonly PerimeterLine[] | undefined;
  readonly references: readonly ReferenceFigure[];
  readonly territory: string;
  readonly askedTerritory: string | undefined;
  readonly catalogue: Catalogue;
}): Remark[] {
  const { perimeter, references, territory, askedTerritory, catalogue } = input;
  const remarks: Remark[] = [];
  if (askedTerritory !== undefined && askedTerritory !== territory) {
    const message = `Le périmètre porte sur ${territory} : le territoire demandé (${askedTerritory}) n’est pas pris. Demandez-le comme niveau intérieur, ou changez de périmètre.`;
    remarks.push(onCampaign('territory_of_perimeter', message));
  }
  const unknown = new Set(
    references.map((one) => one.code).filter((code) => !catalogue.dataPoints.has(code)),
  );
  for (const code of unknown) {
    const message = `La référence ref.${code} n’est demandée par aucun indicateur : vérifiez son orthographe.`;
    remarks.push(onCampaign('unknown_reference', message));
  }
  const linesOf = groupBy(perimeter ?? [], (one) => one.siren);
  if (!perimeter?.some((one) => one.territory === territory)) return remarks;
  for (const [siren, lines] of linesOf) {
    const [first] = lines;
    if (!first || lines.some((one) => one.territory === territory)) continue;
    const message = `${first.name || siren} (${siren}) figure au périmètre pour ${first.territory} mais pas pour ${territory} : il n’y est pas attendu. Ajoutez sa ligne pour ${territory}.`;
    remarks.push(onCampaign('not_listed_at_campaign', message));
  }
  return remarks;
}

/** Says on each accepted contribution why it is not counted, where that is so. */
export function remarkUncounted(
  contributions: readonly Contribution[],
  participants: readonly Participant[],
  year: number,
): Contribution[] {
  const bySiren = new Map(participants.map((one) => [one.landlord.siren, one]));
  return contributions.map((one) => {
    const participant = bySiren.get(one.identity?.siren ?? '');
    if (one.status !== 'accepted' || !one.identity || !participant) return one;
    const { siren, year: exercise } = one.identity;
    if (!participant.landlord.inPerimeter) {
      const message = `Le SIREN ${siren} ne figure pas au périmètre : le classeur est accepté mais pas compté. Ajoutez le bailleur au périmètre s’il en fait partie.`;
      return withRemark(one, remarkOnFile('warning', 'outside_perimeter', message, one.file));
    }
    if (participant.data) return one;
    const message = `Le classeur (exercice ${exercise}) ne dit rien de ${year} : le bailleur n’est pas compté parmi les répondants. Demandez-lui les chiffres de ${year}.`;
    return withRemark(one, remarkOnFile('warning', 'other_year', message, one.file));
  });
}
