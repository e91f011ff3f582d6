import type { Bilingual, Confidence, DataPoint, Indicator } from '../catalogue';
import type { Locale } from '../formula';
import { markup, type Content } from './markup';

/** What the entries of the catalogue are marked with, in words. */
const confidence: Readonly<Partial<Record<Confidence, Bilingual>>> = {
  sourced: { fr: 'sourcé', en: 'sourced' },
  common_practice: { fr: 'usage courant', en: 'common practice' },
  to_confirm: { fr: 'à confirmer', en: 'to be confirmed' },
  local: { fr: 'indicateur local', en: 'local indicator' },
};

export const direction: Readonly<Record<Indicator['direction'], Bilingual>> = {
  higher_better: { fr: 'plus haut est mieux', en: 'higher is better' },
  lower_better: { fr: 'plus bas est mieux', en: 'lower is better' },
  neutral: { fr: 'ni bon ni mauvais en soi', en: 'neither good nor bad in itself' },
};

export const consolidation: Readonly<Record<Indicator['consolidation'], Bilingual>> = {
  recomputed: {
    fr: 'recalculé sur les données additionnées des bailleurs, jamais moyenné',
    en: 'recomputed on the sums of the landlords’ data, never averaged',
  },
  never: {
    fr: 'jamais consolidé : seule la dispersion des réponses est montrée',
    en: 'never consolidated: only the spread of the answers is shown',
  },
  quality: {
    fr: 'produit par la consolidation elle-même',
    en: 'comes from the consolidation itself',
  },
};

export const extrapolation: Readonly<Record<Indicator['extrapolation'], Bilingual>> = {
  sum: {
    fr: 'une extrapolation au prorata des logements est possible, et signalée',
    en: 'may be extrapolated in proportion to the dwellings, and marked so',
  },
  ratio: {
    fr: 'le rapport des répondants vaut pour tous, avec sa couverture',
    en: 'the ratio of the respondents stands for all, with its coverage',
  },
  never: { fr: 'jamais extrapolé', en: 'never extrapolated' },
};

export const period: Readonly<Record<DataPoint['period'], Bilingual>> = {
  stock_start: { fr: 'au 1er janvier', en: 'on 1 January' },
  stock_end: { fr: 'au 31 décembre', en: 'on 31 December' },
  flow: { fr: 'sur l’année', en: 'over the year' },
};

export const kind: Readonly<Record<DataPoint['kind'], Bilingual>> = {
  sum: { fr: 'table IMPACT_DONNEES', en: 'table IMPACT_DONNEES' },
  set: { fr: 'table IMPACT_LISTES : un membre par ligne', en: 'table IMPACT_LISTES: one member a row' },
  rent_cells: { fr: 'table IMPACT_LOYERS : une colonne', en: 'table IMPACT_LOYERS: a column' },
  works: { fr: 'table IMPACT_TRAVAUX : une colonne', en: 'table IMPACT_TRAVAUX: a column' },
  reference: { fr: 'donnée avec la campagne', en: 'given with the campaign' },
};

/** How well founded it is; what remains to be confirmed stands out. */
export function mark(level: Confidence, locale: Locale): Content {
  return level === 'to_confirm'
    ? markup`<strong class="confirm">${confidence[level]?.[locale]}</strong>`
    : confidence[level]?.[locale];
}

/** French in a page of any language: names of tools, accounts and documents that are French. */
export function french(text: string, locale: Locale): Content {
  return locale === 'fr' ? text : markup`<span lang="fr">${text}</span>`;
}
