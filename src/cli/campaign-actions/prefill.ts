import { basename, join } from 'node:path';
import { catalogue } from '../../catalogue';
import { prefill, previousAnswers, zipFiles } from '../../campaign';
import type { Contribution } from '../../contribution';
import { writeWorkbook } from '../../xlsx';
import type { Arguments } from '../arguments';
import { readContributions } from '../contributions';
import { CannotRun } from '../errors';
import { deflate, exists, inflate, withFile, writeBytes } from '../files';
import { print, progress } from '../output';
import { isWorkbook, openCampaignFile, printRemarks } from './campaign-files';

/** `campaign prefill`: a workbook for each landlord, in a folder or one zip. */
export async function prefillAction(args: Arguments, [path = '']: readonly string[]): Promise<number> {
  const output = args.text('output');
  if (output === undefined)
    throw new CannotRun('Il manque -o DOSSIER ou -o ARCHIVE.zip : où écrire les classeurs.');
  const opened = await openCampaignFile(path);
  const earlier = args.text('previous');
  const previous = earlier === undefined ? [] : await previousOf(earlier);
  const { files, remarks } = prefill(opened.campaign, catalogue, previous);
  if (files.length === 0) {
    throw new CannotRun(
      'Le périmètre est vide : remplissez la feuille « Périmètre » du classeur de campagne, puis recommencez.',
    );
  }
  const zipped = /\.zip$/i.test(output);
  const kept: { name: string; bytes: Uint8Array }[] = [];
  const line = progress(files.length, 'Écriture');
  for (const { name, workbook } of files) {
    line.step(name);
    const bytes = await writeWorkbook(workbook, { deflate });
    if (zipped) kept.push({ name, bytes });
    else await writeBytes(join(output, name), bytes);
  }
  line.done();
  if (zipped) await writeBytes(output, zipFiles(kept));
  const code = printRemarks([...opened.remarks, ...remarks]);
  print(`${files.length} classeur(s) de contribution écrit(s) : ${output}`);
  if (earlier !== undefined) {
    const recalled = files.filter((one) => one.recalled !== undefined).length;
    print(`Chiffres d’avant rappelés dans ${recalled} classeur(s).`);
  }
  return code;
}

/** What was answered before: a folder of contributions, or one workbook that holds them. */
async function previousOf(path: string): Promise<readonly Contribution[]> {
  if (!isWorkbook(path) || !(await exists(path))) return readContributions([path]);
  const { contributions, problem } = await withFile(path, (source) =>
    previousAnswers(source, basename(path), { catalogue, inflate }),
  );
  if (problem !== undefined) throw new CannotRun(problem);
  return contributions;
}
