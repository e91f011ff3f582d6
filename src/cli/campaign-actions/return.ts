import { basename, extname, join } from 'node:path';
import { catalogue } from '../../catalogue';
import { type Campaign, type FollowUp, returnFile, reviewed, type Version } from '../../campaign';
import type { Contribution } from '../../contribution';
import type { Arguments } from '../arguments';
import { CannotRun } from '../errors';
import { inflate, writeBytes } from '../files';
import { print } from '../output';
import { openCampaignFile, printRemarks, saveCampaign, versionsFolder, whyNotOver } from './campaign-files';
import { today } from './receive';
import { filesMeant, type HeldFile, holdFiles, keptVersions, takenVersions } from './versions';

/**
 * `campaign return`: a copy of each workbook with its remarks. Without files, those taken that have a blocking remark
 * or a comment of the union.
 */
export async function returnAction(
  args: Arguments,
  [path = '', ...paths]: readonly string[],
): Promise<number> {
  const output = args.text('output');
  if (output === undefined) throw new CannotRun('Il manque -o DOSSIER : où écrire les classeurs à renvoyer.');
  const opened = await openCampaignFile(path);
  const folder = versionsFolder(path, args);
  const taken = await takenVersions(opened.campaign, folder);
  const asked = paths.length === 0 ? taken : await holdFiles(await filesMeant(paths, path, folder));
  if (asked.length === 0) {
    throw new CannotRun(
      'Aucun classeur à renvoyer : donnez des fichiers, ou recevez-les d’abord par « campaign receive ».',
    );
  }
  const seen = seenWith(asked, [...taken, ...(await keptVersions(opened))], opened.campaign);
  const rowOf = (one: Contribution): FollowUp | undefined =>
    opened.campaign.followUp.find(({ siren }) => siren === one.identity?.siren);
  const wanted = asked.filter((file) => {
    const one = seen.get(file) ?? file.contribution;
    return paths.length > 0 || one.remarks.some(({ level }) => level === 'blocking') || rowOf(one)?.comment;
  });
  const returned = new Set<string>();
  for (const file of wanted) {
    const contribution = seen.get(file) ?? file.contribution;
    const made = await returnFile(file.bytes, contribution, rowOf(contribution), opened.campaign, inflate);
    const name = made.own ? basename(file.path) : `${basename(file.path, extname(file.path))}-remarques.xlsx`;
    await writeBytes(join(output, name), made.bytes);
    if (contribution.identity) returned.add(contribution.identity.siren);
    const how = made.own ? 'feuille « Remarques » ajoutée' : 'fichier illisible, remarques seules';
    print(`${join(output, name)} : ${made.remarks} remarque(s), ${how}`);
  }
  printRemarks(opened.remarks);
  if (returned.size === 0) {
    print('Aucun état ne change : aucun classeur pris n’a de remarque bloquante ni de commentaire.');
    return 0;
  }
  const obstacle = whyNotOver(opened);
  if (obstacle !== undefined) {
    print(`${obstacle} : l’état « renvoyé » est à écrire à la main dans la feuille « Suivi ».`);
    return 1;
  }
  await saveCampaign(sentBack(opened.campaign, returned, args.text('who') ?? ''), path);
  print(`${returned.size} bailleur(s) à l’état « renvoyé » : ${path}`);
  return 0;
}

/** What the campaign says of each file, beside all the others that were taken. */
function seenWith(
  asked: readonly HeldFile[],
  taken: readonly Version[],
  campaign: Campaign,
): Map<HeldFile, Contribution> {
  const versions = new Set(asked.map(({ version }) => version));
  const sirens = new Set(asked.map(({ contribution }) => contribution.identity?.siren));
  const others = taken.filter(
    ({ version, contribution }) => !versions.has(version) && !sirens.has(contribution.identity?.siren),
  );
  const all = reviewed(
    [...asked, ...others].map(({ contribution }) => contribution),
    campaign,
    catalogue,
  );
  return new Map(asked.map((file, index) => [file, all[index] ?? file.contribution]));
}

function sentBack(campaign: Campaign, sirens: ReadonlySet<string>, by: string): Campaign {
  const followUp = campaign.followUp.map((one): FollowUp =>
    sirens.has(one.siren) ? { ...one, state: 'renvoyé', date: today(), by } : one,
  );
  return { ...campaign, followUp };
}
