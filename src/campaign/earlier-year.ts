import type { Catalogue } from '../catalogue';
import { type EarlierEdition, NotAnEdition, readEdition } from '../consolidation';
import type { Remark } from '../contribution';
import { type ByteSource, openWorkbook } from '../xlsx';
import { applyAdjustments } from './adjustments';
import { campaignTables } from './format';
import { type CampaignReadOptions, readCampaign } from './read-campaign';
import { receivedInWorkbook } from './store/closed';
import { receivedTables } from './store/format';

/** Another year to compare a campaign with. */
export interface EarlierYear extends Omit<EarlierEdition, 'published'> {
  /** The adjustments of its journal that do not hold: the comparison is made without them. */
  readonly remarks: readonly Remark[];
}

/**
 * The figures of another year, from the workbook that its consolidation or its publication wrote, or from its campaign
 * workbook where the pane keeps the answers, with the adjustments of its journal. Throws NotAnEdition, in French, for
 * any other workbook, and WorkbookRefused for a file that is none.
 */
export async function earlierYear(
  source: ByteSource,
  file: string,
  options: CampaignReadOptions & { readonly catalogue: Catalogue },
): Promise<EarlierYear> {
  const { catalogue, inflate } = options;
  const workbook = await openWorkbook(source, inflate ? { inflate } : {});
  const has = (name: string): boolean => workbook.tables.some((one) => one.name.toUpperCase() === name);
  if (has('CONSO_FAITS')) return { ...(await readEdition(workbook, file)), remarks: [] };
  if (!has(campaignTables.settings)) {
    throw new NotAnEdition(
      `« ${file} » n’a pas les chiffres d’une autre année : donnez le classeur de campagne de cette année-là, ou le classeur interne que sa consolidation ou sa publication a écrit.`,
    );
  }
  if (!has(receivedTables.versions)) {
    throw new NotAnEdition(
      `« ${file} » est un classeur de campagne qui ne garde pas les réponses : donnez le classeur interne que la consolidation ou la publication de cette année-là a écrit.`,
    );
  }
  const { campaign, remarks } = await readCampaign(source, file, options);
  if (!campaign) throw new NotAnEdition(`« ${file} » : ${remarks[0]?.message ?? ''}`);
  const versions = await receivedInWorkbook(source, campaign.followUp, inflate);
  if (versions.length === 0) {
    throw new NotAnEdition(
      `« ${file} » n’a encore aucune réponse de bailleur : donnez un classeur de campagne dont des contributions sont reçues.`,
    );
  }
  const received = versions.map(({ contribution }) => contribution);
  const adjusted = applyAdjustments(received, campaign, catalogue);
  const { settings, perimeter } = campaign;
  return {
    file,
    territory: settings.territory,
    year: settings.year,
    contributions: adjusted.contributions,
    ...(perimeter.length > 0 ? { perimeter } : {}),
    remarks: adjusted.remarks,
  };
}
