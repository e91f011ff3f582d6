import { catalogue } from '../../catalogue';
import { prefill, previousAnswers, zipFiles } from '../../campaign';
import type { Contribution } from '../../contribution';
import { writeWorkbook } from '../../xlsx';
import { fileSource } from './file-source';
import type { JobOptions, Jobs } from './model';

/** One workbook a landlord, in one archive to save, with the answers of another year where they are given. */
export async function prefillAll(
  { campaign, previous }: Jobs['prefill']['input'],
  { signal, onPart }: JobOptions<'prefill'> = {},
): Promise<Jobs['prefill']['output']> {
  const answers: Contribution[] = [];
  for (const file of previous) {
    signal?.throwIfAborted();
    const { contributions, problem } = await previousAnswers(fileSource(file), file.name, { catalogue });
    if (problem !== undefined)
      return { archive: new Uint8Array(), files: 0, recalled: 0, remarks: [], problem };
    answers.push(...contributions);
  }
  const { files, remarks } = prefill(campaign, catalogue, answers);
  const written: { name: string; bytes: Uint8Array }[] = [];
  for (const [done, { name, workbook }] of files.entries()) {
    signal?.throwIfAborted();
    onPart?.(done, files.length);
    written.push({ name, bytes: await writeWorkbook(workbook) });
  }
  const recalled = files.filter((one) => one.recalled !== undefined).length;
  return { archive: zipFiles(written), files: files.length, recalled, remarks };
}
