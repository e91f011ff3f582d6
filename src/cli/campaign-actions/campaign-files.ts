import { basename, dirname, join } from 'node:path';
import { catalogue } from '../../catalogue';
import { buildCampaignWorkbook, type Campaign, readCampaign, readPerimeterWorkbook } from '../../campaign';
import { type Perimeter, readPerimeter } from '../../consolidation';
import type { Remark } from '../../contribution';
import type { Arguments } from '../arguments';
import { CannotRun } from '../errors';
import { exists, inflate, readText, withFile, write } from '../files';
import { print } from '../output';
import { remarkLine } from '../remarks';

/** A campaign workbook that was read, and what was said about it. */
export interface OpenedCampaign {
  readonly path: string;
  readonly campaign: Campaign;
  readonly remarks: readonly Remark[];
  readonly additions: readonly string[];
  /** What landlords answered is kept in the workbook itself, by the pane. */
  readonly keepsAnswers: boolean;
}

/** Whether a file is a workbook, by its name. */
export const isWorkbook = (path: string): boolean => /\.(xlsx|xlsm)$/i.test(path);

/** Reads a campaign workbook; CannotRun, in one line, for anything else. */
export async function openCampaignFile(path: string): Promise<OpenedCampaign> {
  if (!(await exists(path))) {
    throw new CannotRun(`« ${path} » n’existe pas : vérifiez le chemin du classeur de campagne.`);
  }
  const {
    campaign,
    remarks,
    additions,
    keepsAnswers = false,
  } = await withFile(path, (source) => readCampaign(source, path, { catalogue, inflate }));
  if (!campaign) throw new CannotRun(`${path} : ${remarks[0]?.message ?? 'classeur de campagne illisible.'}`);
  return { path, campaign, remarks, additions, keepsAnswers };
}

/** The lines of a perimeter: a CSV, or the table of a workbook; CannotRun when there is none. */
export async function perimeterFile(path: string): Promise<Perimeter> {
  const perimeter =
    isWorkbook(path) && (await exists(path))
      ? await withFile(path, (source) => readPerimeterWorkbook(source, path, { inflate }))
      : readPerimeter(await readText(path), path);
  if (perimeter.lines.length > 0) return perimeter;
  const [first] = perimeter.remarks;
  throw new CannotRun(
    first?.message ?? `Le périmètre « ${path} » ne contient aucune ligne : ajoutez les bailleurs attendus.`,
  );
}

/** Where the versions taken are kept: beside the campaign workbook, so that both travel together. */
export function versionsFolder(campaignPath: string, args: Arguments): string {
  return args.text('versions') ?? join(dirname(campaignPath), 'versions-recues');
}

/** What keeps the workbook from being written over: additions of people would be lost. Undefined when nothing does. */
export function whyNotOver({ additions }: OpenedCampaign): string | undefined {
  if (additions.length === 0) return undefined;
  const more = additions.length > 3 ? ' …' : '';
  return `Le classeur contient ce que cette commande ne sait pas récrire (${additions.slice(0, 3).join(', ')}${more})`;
}

/** Writes the campaign; the file's date is today's. */
export async function saveCampaign(campaign: Campaign, path: string): Promise<void> {
  await write(path, buildCampaignWorkbook(campaign, catalogue, new Date()));
}

/** As `check` writes remarks, files by their name alone. */
export const remarkOfFile = (remark: Remark): string => remarkLine(remark, basename(remark.source.file));

/** Says what was found in the files read; 1 when something blocks. */
export function printRemarks(remarks: readonly Remark[]): 0 | 1 {
  if (remarks.length > 0) print(remarks.map(remarkOfFile).join('\n'));
  return remarks.some(({ level }) => level === 'blocking') ? 1 : 0;
}
