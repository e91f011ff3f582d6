import type { Catalogue, Indicator } from '../../catalogue';
import type { AskedCampaign, IndicatorCell } from '../../consolidation';
import { leavesOf, type Leaf } from '../../formula';
import { type FunctionFailure, unknown } from '../failure';
import { namedLeaf } from '../indicators/answer';
import { namedPlace } from '../indicators/place';

/** Why an indicator of a region has no value, and what to do. */
export function whyUnavailable(
  indicator: Indicator,
  cell: IndicatorCell,
  campaign: AskedCampaign,
  catalogue: Catalogue,
): FunctionFailure {
  const { code } = indicator;
  const place = namedPlace(cell.territory);
  const leaves = leavesOf(indicator.inlined);
  if (cell.status === 'not_consolidated')
    return unknown(
      `${code} ne se consolide pas entre bailleurs : lisez-le bailleur par bailleur.`,
      `${code} is not consolidated across landlords: read it landlord by landlord.`,
    );
  switch (cell.reason) {
    case 'zero_denominator':
      return unknown(
        `${code}, ${place}, ${cell.year} : division par zéro, son dénominateur vaut 0. Vérifiez les faits.`,
        `${code}, ${place}, ${cell.year}: division by zero, its denominator is 0. Check the facts.`,
      );
    case 'campaign_only':
      return unknown(
        `${code} compte des éléments différents : il se donne pour ${namedPlace(campaign.territory)} seulement.`,
        `${code} counts different members: it is given for ${namedPlace(campaign.territory)} only.`,
      );
    case 'missing_reference': {
      const missing = leaves.filter(
        (leaf) => leaf.kind === 'reference' && campaign.reference(leaf.code, cell.territory) === undefined,
      );
      const list = (locale: 'fr' | 'en') =>
        missing.map((one) => namedLeaf(one, catalogue, locale)).join(', ');
      return unknown(
        `${code} : il manque ${list('fr')} pour ${place}, ${cell.year}. Ajoutez la ligne à l’argument « references ».`,
        `${code}: ${list('en')} is missing for ${place}, ${cell.year}. Add the row to the argument "references".`,
      );
    }
    default:
  }
  if (cell.expected === 0) return nobodyExpected(code, cell);
  const asked = leaves.filter((leaf) => leaf.kind !== 'coefficient' && leaf.kind !== 'reference');
  const list = (locale: 'fr' | 'en') =>
    [...new Set(asked.map((one) => given(one, catalogue, locale)))].join(', ');
  return unknown(
    `${code}, ${place}, ${cell.year} : aucun des ${cell.expected} bailleurs attendus n’a tout répondu. Il faut ${list('fr')}.`,
    `${code}, ${place}, ${cell.year}: none of the ${cell.expected} landlords expected answered it all. It takes ${list('en')}.`,
  );
}

/** What must be given, with the argument that holds it where it is another than « faits ». */
function given(leaf: Leaf, catalogue: Catalogue, locale: 'fr' | 'en'): string {
  const argument = leaf.kind === 'rows' ? leaf.table : leaf.kind === 'distinct' ? 'listes' : undefined;
  const quoted = locale === 'fr' ? `« ${argument} »` : `"${argument}"`;
  const whole = locale === 'fr' ? `l’argument ${quoted}` : `the argument ${quoted}`;
  if (leaf.kind === 'rows') return whole;
  const name = namedLeaf(leaf, catalogue, locale);
  return argument === undefined ? name : `${name}, ${locale === 'fr' ? 'dans' : 'in'} ${whole}`;
}

/** Why a coverage is not known, and what to do. */
export function whyNoCoverage(code: string, cell: IndicatorCell): FunctionFailure {
  if (cell.expected === 0) return nobodyExpected(code, cell);
  const place = namedPlace(cell.territory);
  return unknown(
    `${code}, ${place}, ${cell.year} : couverture inconnue, il manque des nombres de logements. Donnez « perimetre » avec une ligne par bailleur pour ce territoire.`,
    `${code}, ${place}, ${cell.year}: unknown coverage, numbers of dwellings are missing. Give "perimetre" with a line a landlord for this territory.`,
  );
}

function nobodyExpected(code: string, cell: IndicatorCell): FunctionFailure {
  const place = namedPlace(cell.territory);
  return unknown(
    `${code}, ${place}, ${cell.year} : aucun bailleur n’y est attendu. Vérifiez l’année, le territoire et le périmètre.`,
    `${code}, ${place}, ${cell.year}: no landlord is expected there. Check the year, the territory and the perimeter.`,
  );
}
