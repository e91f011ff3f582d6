import { diagnose } from '../diagnose';
import type { Bilingual, WorkOptions } from '../model';
import { throwIfCancelled } from '../problem';
import { ask } from './common-api';
import { withoutTrustPrompt } from './trust';

/** The most that Office gives at once. */
const SLICE = 4 * 1024 * 1024;

const label: Bilingual = { fr: 'Lecture du classeur entier', en: 'Reading the whole workbook' };

export interface BytesOptions extends WorkOptions {
  /** For a copy to be sent: whoever opens it is not asked whether to trust this add-in. */
  readonly withoutTrustPrompt?: boolean;
}

/** A copy of the open workbook as an `.xlsx` file, unsaved changes included. */
export async function workbookBytes(options: BytesOptions = {}): Promise<Uint8Array> {
  try {
    return options.withoutTrustPrompt
      ? await withoutTrustPrompt(() => readFile(options))
      : await readFile(options);
  } catch (thrown) {
    throw diagnose(thrown, { during: label });
  }
}

async function readFile({ signal, onProgress }: WorkOptions): Promise<Uint8Array> {
  throwIfCancelled(signal, { during: label });
  const file = await ask<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let filled = 0;
    for (let index = 0; index < file.sliceCount; index += 1) {
      throwIfCancelled(signal, { during: label });
      const slice = await ask<Office.Slice>((done) => file.getSliceAsync(index, done));
      const data = slice.data as ArrayLike<number>;
      bytes.set(data, filled);
      filled += data.length;
      onProgress?.({ label, done: filled, total: file.size });
    }
    return bytes.subarray(0, filled);
  } finally {
    // Office keeps only two files open: one left open would soon block every later reading.
    await ask<void>((done) => file.closeAsync(done)).catch(() => undefined);
  }
}
