import type { Catalogue } from '../../catalogue';
import type { WorkbookModel } from '../../xlsx';
import { dataHelpSheet, indicatorHelpSheet } from './help';
import { identitySheet, type TemplateIdentity } from './identity';
import { questionnaireSheet } from './questionnaire';
import { questionsOf } from './questions';
import { readmeSheet } from './readme';
import { listsSheet, rowTableSheets } from './row-tables';

/**
 * An empty contribution workbook for one landlord and year: the tables of the contribution format, with the
 * questions, help, drop-downs and live checks a person needs to fill them without reading the format.
 * Blank answers stay really blank cells: nothing in the workbook computes them.
 */
export function buildTemplate(identity: TemplateIdentity, catalogue: Catalogue): WorkbookModel {
  const questions = questionsOf(catalogue);
  return {
    title: `Contribution de ${identity.name} — ${identity.year}`,
    creator: 'Impact HLM',
    modified: new Date(Date.UTC(identity.year, 11, 31)),
    sheets: [
      readmeSheet(identity, questions, catalogue),
      identitySheet(identity, catalogue.version),
      questionnaireSheet(questions, identity, catalogue),
      ...rowTableSheets(catalogue, identity.year),
      listsSheet(catalogue, identity.year),
      dataHelpSheet(catalogue, identity.year),
      indicatorHelpSheet(catalogue),
    ],
    properties: { impact_classeur: 'contribution', impact_catalogue: catalogue.version },
  };
}
