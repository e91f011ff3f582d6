import { basename } from 'node:path';
import { catalogue } from '../catalogue';
import type { Contribution } from '../contribution';
import { readContribution } from '../contribution';
import { inflate, withFile, workbooksAt } from './files';
import { progress } from './output';
import { CannotRun } from './errors';

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
    contributions.push(
      await withFile(file, (source) => readContribution(source, file, { catalogue, inflate })),
    );
  }
  line.done();
  return contributions;
}

/** 1 when a file was rejected or a blocking remark remains, else 0 (spec: exit codes). */
export function exitCode(contributions: readonly Contribution[]): 0 | 1 {
  const troubled = contributions.some(
    (one) => one.status === 'rejected' || one.remarks.some((remark) => remark.level === 'blocking'),
  );
  return troubled ? 1 : 0;
}
