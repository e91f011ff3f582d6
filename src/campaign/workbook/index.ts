import type { Catalogue } from '../../catalogue';
import { territoryName } from '../../territory';
import type { WorkbookModel } from '../../xlsx';
import type { Campaign } from '../model';
import { followUpSheet, perimeterSheet, remindersSheet } from './landlord-sheets';
import { askedSheet, journalSheet } from './journal-sheets';
import { settingsSheet } from './settings-sheet';

/**
 * The workbook of a campaign: an ordinary workbook, its state in visible tables that people edit and that
 * `readCampaign` finds by name. Texts of others (names, comments) are written as texts, whatever they start with.
 * @param modified stored in the file; given, so that the same campaign gives the same file
 */
export function buildCampaignWorkbook(
  campaign: Campaign,
  catalogue: Catalogue,
  modified: Date,
): WorkbookModel {
  const { year, territory } = campaign.settings;
  const title = `Campagne ${year} — ${territoryName(territory)}`;
  const footer = `&L${title.replaceAll('&', '&&').slice(0, 120)}&R&A — page &P / &N`;
  const asked = askedSheet(campaign, catalogue, footer);
  return {
    title,
    creator: 'Impact HLM',
    modified,
    sheets: [
      settingsSheet(campaign, catalogue),
      followUpSheet(campaign, footer),
      perimeterSheet(campaign, footer),
      remindersSheet(campaign, footer),
      journalSheet(campaign, asked.count, footer),
      asked.sheet,
    ],
    properties: {
      impact_classeur: 'campagne',
      impact_catalogue: catalogue.version,
      impact_territoire: territory,
      impact_exercice: String(year),
    },
  };
}
