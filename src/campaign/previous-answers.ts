import type { Catalogue } from '../catalogue';
import { readEdition } from '../consolidation';
import { type Contribution, readContribution, tableNames } from '../contribution';
import { type ByteSource, openWorkbook, WorkbookRefused } from '../xlsx';
import { campaignTables } from './format';
import { type CampaignReadOptions, readCampaign } from './read-campaign';
import { receivedInWorkbook } from './store/closed';
import { receivedTables } from './store/format';

/** What landlords answered in another year, or why the workbook given does not say, in French. */
export interface PreviousAnswers {
  readonly contributions: readonly Contribution[];
  readonly problem?: string;
}

/**
 * The answers that a workbook of another year holds, to be recalled beside the questions: a campaign's, which the pane
 * keeps them in, a consolidation workbook, or the contribution of one landlord. Never throws for a file that is none.
 */
export async function previousAnswers(
  source: ByteSource,
  file: string,
  options: CampaignReadOptions & { readonly catalogue: Catalogue },
): Promise<PreviousAnswers> {
  const { inflate } = options;
  try {
    const workbook = await openWorkbook(source, inflate ? { inflate } : {});
    const has = (name: string): boolean => workbook.tables.some((one) => one.name.toUpperCase() === name);
    if (has(CONSOLIDATED)) return { contributions: (await readEdition(workbook, file)).contributions };
    if (has(campaignTables.settings)) {
      if (!has(receivedTables.versions)) return { contributions: [], problem: withoutAnswers(file) };
      const { campaign, remarks } = await readCampaign(source, file, options);
      if (!campaign) return { contributions: [], problem: `« ${file} » : ${remarks[0]?.message ?? ''}` };
      const versions = await receivedInWorkbook(source, campaign.followUp, inflate);
      return { contributions: versions.map(({ contribution }) => contribution) };
    }
    if (has(tableNames.identity)) {
      const read = await readContribution(source, file, options);
      if (read.status === 'accepted') return { contributions: [read] };
      const [first] = read.remarks.filter(({ level }) => level === 'blocking');
      return { contributions: [], problem: `« ${file} » : ${first?.message ?? ''}` };
    }
    return { contributions: [], problem: unknownWorkbook(file) };
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    return { contributions: [], problem: `« ${file} » : ${error.message}` };
  }
}

/** The table of facts that a consolidation workbook has, published or not. */
const CONSOLIDATED = 'CONSO_FAITS';

const withoutAnswers = (file: string): string =>
  `« ${file} » est un classeur de campagne qui ne garde pas les réponses : donnez le classeur de consolidation de cette année-là, ou les classeurs reçus.`;

const unknownWorkbook = (file: string): string =>
  `« ${file} » ne contient pas de réponses de bailleurs : donnez le classeur de campagne ou de consolidation d’une autre année, ou les classeurs reçus alors.`;
