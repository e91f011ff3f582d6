import { territoryName } from '../../../territory';
import type { WorkbookModel } from '../../../xlsx';
import { coefficientRows, coefficientsSheet, referenceRows, referencesSheet } from '../../workbook/constants';
import { methodSheet } from '../../workbook/method';
import { planWorkbook } from '../../workbook/plan';
import type { Publication } from '../model';
import { shownCells } from '../shown';
import { cellsSheet } from './cells';
import { publicationRules } from './rules';
import { publicSummary } from './summary';

/**
 * The publishable copy: values only, with the method and the sources. Made from what is shown, never from the
 * figures: nothing of a landlord can be in it.
 * @param modified stored in the file; given, never the clock
 */
export function buildPublicationWorkbook(publication: Publication, modified?: Date): WorkbookModel {
  const { consolidation } = publication;
  const { territory, year, catalogue } = consolidation;
  const title = `${territoryName(territory)} ${year} : apports des organismes HLM`;
  const plan = planWorkbook(consolidation, title);
  const shown = shownCells(publication);
  return {
    title,
    creator: 'Impact HLM',
    modified: modified ?? new Date(Date.UTC(year, 11, 31)),
    sheets: [
      publicSummary(shown, plan),
      cellsSheet(shown, plan),
      coefficientsSheet(coefficientRows(plan), plan),
      referencesSheet(referenceRows(plan), plan),
      methodSheet(plan, publicationRules(publication)),
    ],
    properties: {
      impact_classeur: 'publication',
      impact_catalogue: catalogue.version,
      impact_territoire: territory,
      impact_exercice: String(year),
    },
  };
}
