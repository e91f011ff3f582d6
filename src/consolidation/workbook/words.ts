import { formulaInWords, labelsOf, type Catalogue } from '../../catalogue';
import type { Leaf } from '../../formula';
import type { CellReason, CellStatus } from '../model';

/** What the states and reasons of the model are called in the workbook. */
export const statusWords: Readonly<Record<CellStatus, string>> = {
  computed: 'calculé',
  published: 'publié',
  masked: 'masqué (secret)',
  insufficient: 'couverture insuffisante',
  unavailable: 'non disponible',
  not_consolidated: 'non consolidé',
};

export const reasonWords: Readonly<Record<CellReason, string>> = {
  zero_denominator: 'dénominateur nul',
  no_respondent: 'aucun répondant',
  missing_reference: 'référence non fournie',
  publication_only: 'se calcule à la publication',
  campaign_only: 'territoire de la campagne seulement',
};

/** What to call an input of a formula, in French. */
export function leafLabel(leaf: Leaf, catalogue: Catalogue): string {
  return formulaInWords(leaf, labelsOf(catalogue));
}

/** The unit of an input, where the catalogue states it. */
export function leafUnit(leaf: Leaf, catalogue: Catalogue): string {
  switch (leaf.kind) {
    case 'data':
    case 'reference':
      return catalogue.dataPoints.get(leaf.code)?.unit ?? '';
    case 'coefficient':
      return catalogue.coefficient(leaf.code)?.unit ?? '';
    case 'distinct':
      return catalogue.dataPoints.get(leaf.list)?.unit ?? '';
    case 'rows':
      return '';
  }
}

/** Whether amounts of an input are shown whole. */
export function leafFormat(leaf: Leaf, catalogue: Catalogue): string {
  const point = leaf.kind === 'data' ? catalogue.dataPoints.get(leaf.code) : undefined;
  return !point || point.integer || point.unit.startsWith('€') ? '#,##0' : '#,##0.0';
}
