import { catalogue } from '../../catalogue';
import { type Adjusted, applyAdjustments, type Campaign, readCampaign, showAnswer } from '../../campaign';
import type { PerimeterLine } from '../../consolidation';
import type { Contribution, Remark } from '../../contribution';
import type { Arguments } from '../arguments';
import { exists, inflate, withFile } from '../files';
import { isWorkbook, openCampaignFile, perimeterFile, versionsFolder } from './campaign-files';
import { takenVersions } from './versions';

/** What a consolidation takes from `--campaign` and `--perimeter`. */
export interface CampaignInput {
  readonly campaign?: Campaign;
  /** Where the campaign workbook is, if there is one. */
  readonly path?: string;
  readonly perimeter?: readonly PerimeterLine[];
  readonly remarks: readonly Remark[];
}

/**
 * Reads the campaign workbook, given by `--campaign` or as the perimeter: its perimeter, its year, its journal. A
 * perimeter file given beside it prevails over its perimeter.
 */
export async function campaignInput(args: Arguments): Promise<CampaignInput> {
  const perimeterPath = args.text('perimeter');
  const path = args.text('campaign') ?? (await campaignGivenAsPerimeter(perimeterPath));
  const opened = path === undefined ? undefined : await openCampaignFile(path);
  const given =
    perimeterPath === undefined || perimeterPath === path ? undefined : await perimeterFile(perimeterPath);
  const own = opened?.campaign.perimeter ?? [];
  const perimeter = given?.lines ?? (own.length > 0 ? own : undefined);
  return {
    ...(opened ? { campaign: opened.campaign, path: opened.path } : {}),
    ...(perimeter ? { perimeter } : {}),
    remarks: [...(opened?.remarks ?? []), ...(given?.remarks ?? [])],
  };
}

async function campaignGivenAsPerimeter(path: string | undefined): Promise<string | undefined> {
  if (path === undefined || !isWorkbook(path) || !(await exists(path))) return undefined;
  const { campaign } = await withFile(path, (source) => readCampaign(source, path, { catalogue, inflate }));
  return campaign && campaign.perimeter.length > 0 ? path : undefined;
}

/** The versions that a campaign has taken: what is consolidated where no file is given. */
export async function versionsOf(
  { campaign, path }: CampaignInput,
  args: Arguments,
): Promise<Contribution[]> {
  if (!campaign || path === undefined) return [];
  const held = await takenVersions(campaign, versionsFolder(path, args));
  return held.map(({ contribution }) => contribution);
}

/** The contributions with the journal applied; as they are without a campaign. */
export function adjustedBy({ campaign }: CampaignInput, contributions: readonly Contribution[]): Adjusted {
  if (!campaign) return { contributions, applied: [], remarks: [] };
  return applyAdjustments(contributions, campaign, catalogue);
}

/** The adjustments as other software reads them. */
export function adjustmentsJson({ applied }: Adjusted) {
  return applied.map(
    ({ siren, landlord, code, year, territory, before, after, reason, by, when, of, source }) => ({
      siren,
      name: landlord,
      code,
      year,
      territory: territory || null,
      old: before.kind === 'number' ? before.value : showAnswer(before),
      new: after.kind === 'number' ? after.value : showAnswer(after),
      reason,
      by,
      when: when?.toISOString().slice(0, 10) ?? null,
      ...(of ?? source),
    }),
  );
}
