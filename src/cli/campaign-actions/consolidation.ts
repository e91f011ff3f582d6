import { catalogue } from '../../catalogue';
import { type Adjusted, applyAdjustments, readCampaign, showAnswer } from '../../campaign';
import type { PerimeterLine } from '../../consolidation';
import type { Contribution, Remark } from '../../contribution';
import type { Arguments } from '../arguments';
import { exists, inflate, withFile } from '../files';
import {
  isWorkbook,
  openCampaignFile,
  type OpenedCampaign,
  perimeterFile,
  versionsFolder,
} from './campaign-files';
import { allVersions } from './versions';

/** What a consolidation takes from `--campaign` and `--perimeter`. */
export interface CampaignInput {
  /** The campaign workbook, if there is one. */
  readonly opened?: OpenedCampaign;
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
    ...(opened ? { opened } : {}),
    ...(perimeter ? { perimeter } : {}),
    remarks: [...(opened?.remarks ?? []), ...(given?.remarks ?? [])],
  };
}

async function campaignGivenAsPerimeter(path: string | undefined): Promise<string | undefined> {
  if (path === undefined || !isWorkbook(path) || !(await exists(path))) return undefined;
  const { campaign } = await withFile(path, (source) => readCampaign(source, path, { catalogue, inflate }));
  return campaign && campaign.perimeter.length > 0 ? path : undefined;
}

/**
 * The versions that a campaign has taken: what is consolidated where no file is given. Of each one that is neither in
 * the workbook nor beside it, a remark: its landlord would otherwise be missing in silence.
 */
export async function versionsOf(
  { opened }: CampaignInput,
  args: Arguments,
): Promise<{ readonly contributions: readonly Contribution[]; readonly remarks: readonly Remark[] }> {
  if (!opened) return { contributions: [], remarks: [] };
  const { versions, lost } = await allVersions(opened, versionsFolder(opened.path, args));
  return {
    contributions: versions.map(({ contribution }) => contribution),
    remarks: lost.map(({ name, siren, file }) => ({
      level: 'blocking',
      code: 'version_lost',
      message: `${name || siren} : la version prise${file === '' ? '' : ` (${file})`} n’est ni dans le classeur ni à côté de lui, le bailleur compte comme sans réponse. Redonnez son fichier, ou le dossier par --versions.`,
      source: { file: opened.path, sheet: '', cell: '' },
    })),
  };
}

/** The contributions with the journal applied; as they are without a campaign. */
export function adjustedBy({ opened }: CampaignInput, contributions: readonly Contribution[]): Adjusted {
  if (!opened) return { contributions, applied: [], remarks: [] };
  return applyAdjustments(contributions, opened.campaign, catalogue);
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
