import { zipSync, type Zippable } from 'fflate';

// The clock would make every archive different; zip stores local time, hence local parts.
const FIXED_TIME = new Date(1980, 0, 1);

/** Files as one zip, not compressed again: workbooks already are. */
export function zipFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Uint8Array {
  const content: Zippable = {};
  for (const { name, bytes } of files) content[name] = [bytes, { level: 0, mtime: FIXED_TIME }];
  return zipSync(content);
}
