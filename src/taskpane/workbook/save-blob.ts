/** Offers bytes for download under a name; throws where the web view refuses it. */
export function saveBytes(bytes: Uint8Array, name: string): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return url;
}
