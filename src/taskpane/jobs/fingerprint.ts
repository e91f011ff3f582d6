/** Enough of a SHA-256 to tell the versions of a campaign apart, short enough for a cell. */
const FINGERPRINT = 12;

/** What tells a file from another one: the command line gives the same. */
export async function fingerprint(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  const hexadecimal = [...new Uint8Array(digest)].map((one) => one.toString(16).padStart(2, '0')).join('');
  return hexadecimal.slice(0, FINGERPRINT);
}
