import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { catalogue } from '../../catalogue';
import { type Campaign, type FollowUp, receivedInWorkbook, type Version } from '../../campaign';
import { readContribution } from '../../contribution';
import { bytesSource } from '../../xlsx';
import { exists, inflate, withFile, workbooksAt } from '../files';
import { progress } from '../output';
import { unopened } from '../remarks';
import type { OpenedCampaign } from './campaign-files';

/** A file read whole: to be fingerprinted, kept, sent back. */
export interface HeldFile extends Version {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Enough of a SHA-256 to tell the versions of a campaign apart, short enough for a cell. */
const FINGERPRINT = 12;

/** Reads workbooks whole, one after the other; one that the system refuses is rejected like an unreadable one. */
export async function holdFiles(paths: readonly string[]): Promise<HeldFile[]> {
  const line = progress(paths.length, 'Lecture');
  const held: HeldFile[] = [];
  for (const path of paths) {
    line.step(basename(path));
    held.push(await hold(path));
  }
  line.done();
  return held;
}

async function hold(path: string): Promise<HeldFile> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) {
    const contribution = unopened(path, basename(path));
    return { path, bytes: new Uint8Array(), version: `illisible ${path}`, contribution };
  }
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, FINGERPRINT);
  const contribution = await readContribution(bytesSource(bytes), path, { catalogue, inflate });
  return { path, bytes, version, contribution };
}

/** The files meant, without the campaign workbook itself and the versions that are kept. */
export async function filesMeant(
  paths: readonly string[],
  campaignPath: string,
  folder: string,
): Promise<string[]> {
  const found = await workbooksAt(paths);
  const kept = resolve(folder);
  return found.filter((path) => {
    const full = resolve(path);
    return (
      full !== resolve(campaignPath) && !full.startsWith(join(kept, '/')) && !basename(path).startsWith('~$')
    );
  });
}

/** What the workbook itself keeps of the versions taken, as the pane writes it; none for one that keeps none. */
export async function keptVersions({ path, campaign, keepsAnswers }: OpenedCampaign): Promise<Version[]> {
  if (!keepsAnswers) return [];
  return withFile(path, (source) => receivedInWorkbook(source, campaign.followUp, inflate));
}

/** The versions taken, wherever they are kept, in the order of the follow-up; then the landlords whose version is lost. */
export async function allVersions(
  opened: OpenedCampaign,
  folder: string,
): Promise<{ readonly versions: readonly Version[]; readonly lost: readonly FollowUp[] }> {
  const { followUp } = opened.campaign;
  const kept = await keptVersions(opened);
  const inWorkbook = new Set(kept.map(sirenOf));
  const others = followUp.filter(({ siren }) => !inWorkbook.has(siren));
  const files = await takenVersions({ ...opened.campaign, followUp: others }, folder);
  const place = new Map(followUp.map(({ siren }, at) => [siren, at]));
  const at = (one: Version): number => place.get(sirenOf(one)) ?? followUp.length;
  const versions = [...kept, ...files].sort((one, other) => at(one) - at(other));
  const found = new Set(versions.map(sirenOf));
  return {
    versions,
    lost: followUp.filter(({ siren, version }) => version !== '' && !found.has(siren)),
  };
}

const sirenOf = ({ contribution }: Version): string => contribution.identity?.siren ?? '';

/** The versions that the follow-up says were taken, as far as they are still there. */
export async function takenVersions({ followUp }: Campaign, folder: string): Promise<HeldFile[]> {
  const paths: string[] = [];
  for (const { file } of followUp) {
    // Only the name counts: a path typed in the workbook leads nowhere else.
    const path = join(folder, basename(file));
    if (file !== '' && (await exists(path))) paths.push(path);
  }
  return holdFiles(paths);
}
