import { WorkbookRefused } from '../zip/refused';
import type { ByteSource } from '../zip/source';
import { isCompoundFile, refuseCompoundFile } from './compound-file';

/** Excel's lock file: the length of the user's name, the name, and the name again in UTF-16. */
const EXCEL_LOCK_SIZE = 165;

/**
 * Refuses by name what cannot be a zip: empty files, lock files, .xls and encrypted workbooks, and text
 * that only bears the name of a workbook.
 * @param name of the file, when known; only makes the reason more precise
 * @returns whether the file begins like a zip; it may still be one, after other bytes
 */
export async function refuseOtherFormats(source: ByteSource, name: string | undefined): Promise<boolean> {
  if (source.size === 0) throw new WorkbookRefused('empty');
  const base = name?.replace(/^.*[\\/]/, '') ?? '';
  if (/^(~\$|\.~lock\.)/.test(base)) throw new WorkbookRefused('lock_file');
  const head = await source.read(0, 512);
  if (head[0] === 0x50 && head[1] === 0x4b) return true;
  if (isCompoundFile(head)) throw await refuseCompoundFile(source);
  if (isLockFile(source.size, head)) throw new WorkbookRefused('lock_file');
  const kind = textKind(head);
  if (kind !== undefined) throw new WorkbookRefused('not_zip', kind);
  return false;
}

function isLockFile(size: number, head: Uint8Array): boolean {
  const length = head[0] ?? 0;
  if (size === EXCEL_LOCK_SIZE && length >= 1 && length <= 54) return true;
  const text = latin1(head);
  return size < 512 && /^,[^\n]*,file:\/\/[^\n]*;$/.test(text);
}

function textKind(head: Uint8Array): string | undefined {
  if (head.every((byte) => byte === 0)) return 'il ne contient que des zéros';
  const text = latin1(head)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^<(!doctype html|html|table|meta|head|body)\b/i.test(text)) return 'page web (HTML)';
  if (/^<\?xml/i.test(text)) {
    return text.includes('urn:schemas-microsoft-com:office:spreadsheet') ? 'XML Excel 2003' : 'texte XML';
  }
  if (text.startsWith('%PDF')) return 'document PDF';
  if (text.startsWith('{\\rtf')) return 'document RTF';
  if (/^(ID;|BIFF|\x09[\x00\x02\x04\x08])/.test(text)) return 'tableur ancien';
  if (!/[\x00-\x08\x0e-\x1f]/.test(text)) return /[;\t,]/.test(text) ? 'texte CSV' : 'texte';
  return undefined;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
