import { buildCampaignWorkbook, type CampaignSettings, campaignTables, newCampaign } from '../../../campaign';
import type { PerimeterLine } from '../../../consolidation';
import type { InsertionReport } from '../../../excel';
import type { Action } from '../action';
import { ActionProblem } from '../action';
import { filled } from '../sentences';
import { messages } from './messages';

export interface CampaignDraft {
  readonly settings: Omit<CampaignSettings, 'coefficientSet'>;
  readonly perimeter: readonly PerimeterLine[];
}

/** Adds the sheets of a campaign to the open workbook; refused where there is one already. */
export const createCampaign: Action<CampaignDraft, InsertionReport & { readonly landlords: number }> = {
  id: 'creer-campagne',
  doing: { fr: 'Création de la campagne', en: 'Creating the campaign' },
  changes: true,
  async perform({ settings, perimeter }, { port, engine, work, now }) {
    const ours = new Set<string>(Object.values(campaignTables));
    const present = (await port.listTables()).filter(({ name }) => ours.has(name.toUpperCase()));
    if (present.length > 0) throw new ActionProblem(messages.campaignThere, messages.campaignThereRemedy);
    const campaign = newCampaign(settings, perimeter);
    const { sheets } = buildCampaignWorkbook(campaign, engine.catalogue, now());
    const report = await port.insertSheets(sheets, work);
    const [first] = sheets;
    if (first) await port.selectCell(first.name, 'A1');
    return { ...report, landlords: campaign.followUp.length };
  },
  told: ({ landlords }) => filled(messages.created, { count: landlords }),
};
