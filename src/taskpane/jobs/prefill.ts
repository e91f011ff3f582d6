import { catalogue } from '../../catalogue';
import { prefill, zipFiles } from '../../campaign';
import { writeWorkbook } from '../../xlsx';
import type { JobOptions, Jobs } from './model';

/** One workbook a landlord, in one archive to save. */
export async function prefillAll(
  { campaign, previous }: Jobs['prefill']['input'],
  { signal, onPart }: JobOptions<'prefill'> = {},
): Promise<Jobs['prefill']['output']> {
  const { files, remarks } = prefill(
    campaign,
    catalogue,
    previous.map(({ contribution }) => contribution),
  );
  const written: { name: string; bytes: Uint8Array }[] = [];
  for (const [done, { name, workbook }] of files.entries()) {
    signal?.throwIfAborted();
    onPart?.(done, files.length);
    written.push({ name, bytes: await writeWorkbook(workbook) });
  }
  return { archive: zipFiles(written), files: files.length, remarks };
}
