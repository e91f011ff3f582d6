import type { Bilingual, Catalogue, Confidence, Indicator } from '../../catalogue';
import type { IndicatorCell, OneLandlord } from '../../consolidation';
import type { Remark } from '../../contribution';
import { columnsOf, leafKey, leavesOf, type Leaf, type Locale } from '../../formula';
import { type FunctionFailure, unknown, wrong } from '../failure';
import { namedPlace } from './place';

/** What a person calls a leaf of a formula; empty for a sum of rows, which words spell out by its columns. */
export function leafLabel(leaf: Leaf, catalogue: Catalogue, locale: Locale): string {
  switch (leaf.kind) {
    case 'rows':
      return '';
    case 'distinct':
      return catalogue.dataPoints.get(leaf.list)?.label[locale] ?? leaf.list;
    case 'coefficient':
      return catalogue.coefficient(leaf.code)?.label[locale] ?? leaf.code;
    default:
      return catalogue.dataPoints.get(leaf.code)?.label[locale] ?? leaf.code;
  }
}

/** The state of a cell in words, for a table that people read. */
export function statusWords(cell: IndicatorCell): Bilingual {
  if (cell.status === 'computed') return { fr: 'calculé', en: 'computed' };
  switch (cell.reason) {
    case 'zero_denominator':
      return { fr: 'division par zéro', en: 'division by zero' };
    case 'missing_reference':
      return { fr: 'référence manquante', en: 'missing reference' };
    case 'campaign_only':
      return { fr: 'pour le territoire entier seulement', en: 'for the whole territory only' };
    default:
      return cell.notApplicableSirens.length > 0
        ? { fr: 'sans objet', en: 'not applicable' }
        : { fr: 'non renseigné', en: 'not answered' };
  }
}

/** Why an indicator has no value, and what to do. */
export function whyMissing(
  indicator: Indicator,
  cell: IndicatorCell,
  landlord: OneLandlord,
  catalogue: Catalogue,
): FunctionFailure {
  const { code } = indicator;
  const leaves = leavesOf(indicator.inlined);
  const [place, year] = [namedPlace(cell.territory), cell.year];
  const list = (some: readonly Leaf[], locale: Locale) =>
    some.map((leaf) => namedLeaf(leaf, catalogue, locale)).join(', ');
  switch (cell.reason) {
    case 'zero_denominator':
      return unknown(
        `${code} : division par zéro, son dénominateur vaut 0. Vérifiez les données, ou lisez EXPLIQUER.`,
        `${code}: division by zero, its denominator is 0. Check the data, or read EXPLIQUER.`,
      );
    case 'missing_reference': {
      const missing = leaves.filter(
        (leaf) => leaf.kind === 'reference' && landlord.reference(leaf.code, cell.territory) === undefined,
      );
      return unknown(
        `${code} : il manque ${list(missing, 'fr')} pour ${place}, ${year}. Ajoutez la ligne à l’argument « references ».`,
        `${code}: ${list(missing, 'en')} is missing for ${place}, ${year}. Add the row to the argument "references".`,
      );
    }
    case 'campaign_only':
      return unknown(
        `${code} compte des éléments différents : il se donne pour ${namedPlace(landlord.campaign)} seulement.`,
        `${code} counts different members: it is given for ${namedPlace(landlord.campaign)} only.`,
      );
    default:
  }
  if (cell.notApplicableSirens.length > 0)
    return unknown(
      `${code} est sans objet : les données dont il dépend sont marquées SO.`,
      `${code} does not apply: the data it needs are marked SO.`,
    );
  const missing = leaves.filter(
    (leaf) =>
      leaf.kind !== 'coefficient' &&
      leaf.kind !== 'reference' &&
      landlord.answerOf(cell.territory, leafKey(leaf)).state === 'missing',
  );
  const [where] = missing.flatMap((leaf) => remarkOn(leaf, landlord.contribution.remarks));
  return unknown(
    `${code}, ${place}, ${year} : non renseigné. Il manque ${list(missing, 'fr')}.${where ? ` ${capital(where.source.cell)} : ${where.message}` : ''}`,
    `${code}, ${place}, ${year}: not answered. Missing: ${list(missing, 'en')}.${where ? ` Look at ${where.source.cell.replace('ligne', 'row')} of the table.` : ''}`,
  );
}

/** A leaf as messages call it. */
export function namedLeaf(leaf: Leaf, catalogue: Catalogue, locale: Locale): string {
  if (leaf.kind === 'rows') return leaf.table === 'loyers' ? 'IMPACT_LOYERS' : 'IMPACT_TRAVAUX';
  const label = leafLabel(leaf, catalogue, locale);
  const code = leaf.kind === 'distinct' ? leaf.list : leaf.code;
  const shown = leaf.kind === 'reference' ? `ref.${code}` : code;
  return locale === 'fr' ? `« ${label} » (${shown})` : `"${label}" (${shown})`;
}

/** The blocking remark that keeps a leaf from being answered. */
function remarkOn(leaf: Leaf, remarks: readonly Remark[]): Remark[] {
  const concerns = (subject: string | undefined): boolean => {
    if (leaf.kind === 'distinct') return subject === leaf.list;
    if (leaf.kind === 'rows') return subject !== undefined && columnsOf(leaf).includes(subject);
    return leaf.kind === 'data' && subject === leaf.code;
  };
  return remarks.filter((one) => one.level === 'blocking' && concerns(one.subject)).slice(0, 1);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An indicator of the catalogue, whatever the case of its code. */
export function indicatorNamed(written: string, catalogue: Catalogue): Indicator {
  const code = written.replace(/\s+/gu, '').toUpperCase();
  const indicator = catalogue.indicators.get(code);
  if (indicator) return indicator;
  if (catalogue.dataPoints.has(written.toLowerCase()))
    throw wrong(
      `${written} est une donnée, pas un indicateur : lisez-la dans IMPACT_DONNEES, ou demandez DEFINITION("${written}").`,
      `${written} is a data point, not an indicator: read it in IMPACT_DONNEES, or ask DEFINITION("${written}").`,
    );
  const family = [...catalogue.indicators.keys()].filter((one) => one.startsWith(code.slice(0, 3)));
  const [least, most] = [family[0], family.at(-1)];
  throw least !== undefined && code.length >= 3
    ? wrong(
        `Indicateur inconnu, « ${written} » : les codes vont de ${least} à ${most}.`,
        `Unknown indicator, "${written}": codes go from ${least} to ${most}.`,
      )
    : wrong(
        `Indicateur inconnu, « ${written} » : écrivez un code du catalogue, par exemple PAC-01.`,
        `Unknown indicator, "${written}": write a code of the catalogue, for example PAC-01.`,
      );
}

/** An indicator about the consolidation itself has no value for one landlord. */
export function ofConsolidation(indicator: Indicator): FunctionFailure {
  return unknown(
    `${indicator.code} décrit la consolidation : il n’a de valeur que dans un classeur régional.`,
    `${indicator.code} describes the consolidation: it has a value in a regional workbook only.`,
  );
}

const confidenceWords: Readonly<Record<Confidence, Bilingual>> = {
  sourced: { fr: 'sourcé', en: 'sourced' },
  common_practice: { fr: 'usage courant', en: 'common practice' },
  to_confirm: { fr: 'à confirmer', en: 'to be confirmed' },
  local: { fr: 'indicateur local', en: 'local indicator' },
};

/** How well founded something is, and where it comes from; the first is never left unsaid. */
export function sourcesInWords(
  one: { readonly confidence: Confidence; readonly references: readonly string[] },
  locale: Locale,
): string {
  return [confidenceWords[one.confidence][locale], ...one.references].join(' ; ');
}
