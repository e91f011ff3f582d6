import { consolidate } from '../consolidate';
import type { Consolidation } from '../model';
import type { ConsolidationInput } from '../openCampaign';
import type { EarlierEdition } from '../publication/earlier/read';

/**
 * The campaign of an earlier workbook, consolidated again from its facts with the formulas and coefficients of today:
 * two years are compared by one definition. References of that year, zonings and local indicators are those given
 * with this campaign. Throws CampaignError as consolidate does.
 */
export function earlierConsolidation(
  edition: Pick<EarlierEdition, 'contributions' | 'perimeter' | 'territory' | 'year'>,
  input: ConsolidationInput,
): Consolidation {
  const { catalogue, references, zonings, localIndicators, by } = input;
  return consolidate({
    catalogue,
    contributions: edition.contributions,
    ...(edition.perimeter ? { perimeter: edition.perimeter } : { territory: edition.territory }),
    ...(references ? { references } : {}),
    ...(zonings ? { zonings } : {}),
    ...(localIndicators ? { localIndicators } : {}),
    ...(by ? { by } : {}),
    year: edition.year,
    unchecked: true,
  });
}
