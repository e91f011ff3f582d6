import { basename } from 'node:path';
import { catalogue } from '../catalogue';
import type { Contribution } from '../contribution';
import { readContribution } from '../contribution';
import { inflate, withFile, workbooksAt } from './files';
import { progress } from './output';
import { CannotRun } from './errors';
import { unopened } from './remarks';

/** Reads every workbook meant by the paths, one after the other; none of them stops the others. */
export async function readContributions(paths: readonly string[]): Promise<Contribution[]> {
  const files = await workbooksAt(paths);
  if (files.length === 0) {
    throw new CannotRun(`Aucun classeur (.xlsx, .xlsm) dans ${paths.join(', ')}.`);
  }
  const line = progress(files.length, 'Lecture');
  const contributions: Contribution[] = [];
  for (const file of files) {
    line.step(basename(file));
    contributions.push(await readOne(file));
  }
  line.done();
  return contributions;
}

/** A file the system itself refuses (rights, network drive gone) is rejected like an unreadable workbook. */
async function readOne(file: string): Promise<Contribution> {
  try {
    return await withFile(file, (source) => readContribution(source, file, { catalogue, inflate }));
  } catch (error) {
    if ((error as { code?: string }).code === undefined) throw error;
    return unopened(file, basename(file));
  }
}

/** Why nothing could be read: the first file's reason, with its name. */
export function refusal(contributions: readonly Contribution[]): CannotRun {
  const [first] = contributions;
  const reason = first?.remarks.find((one) => one.level === 'blocking')?.message ?? 'Aucun classeur lisible.';
  const others = contributions.length > 1 ? ` (et ${contributions.length - 1} autre(s) rejeté(s))` : '';
  return new CannotRun(`${first?.file ?? ''} : ${reason}${others}`);
}

/** 1 when a file was rejected or a blocking remark remains, else 0 (spec: exit codes). */
export function exitCode(contributions: readonly Contribution[]): 0 | 1 {
  const troubled = contributions.some(
    (one) => one.status === 'rejected' || one.remarks.some((remark) => remark.level === 'blocking'),
  );
  return troubled ? 1 : 0;
}
