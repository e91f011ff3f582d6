/** What a file is, told from its first bytes; never from its name. */
export type FileKind =
  | 'empty'
  | 'text'
  | 'xlsx'
  | 'ods'
  | 'docx'
  | 'pptx'
  | 'zip'
  | 'xls'
  | 'pdf'
  | 'gzip'
  | 'rar'
  | '7z'
  | 'parquet'
  | 'image'
  | 'json'
  | 'xml'
  | 'html'
  | 'binary';

/** What a person calls it, with the article: « un classeur Excel ». */
export const kindNames: Readonly<Record<FileKind, string>> = {
  empty: 'un fichier vide',
  text: 'un fichier texte',
  xlsx: 'un classeur Excel (xlsx)',
  ods: 'un classeur OpenDocument (ods)',
  docx: 'un document Word (docx)',
  pptx: 'une présentation PowerPoint (pptx)',
  zip: 'une archive zip',
  xls: 'un ancien fichier Excel ou Office (xls, doc), ou un classeur chiffré',
  pdf: 'un document PDF',
  gzip: 'une archive gzip',
  rar: 'une archive rar',
  '7z': 'une archive 7z',
  parquet: 'un fichier Parquet',
  image: 'une image',
  json: 'un fichier JSON',
  xml: 'un fichier XML',
  html: 'une page web (HTML)',
  binary: 'un fichier binaire (pas un fichier texte)',
};

/** First bytes, as latin-1 text. Sources: the formats' own specifications. */
const signatures: readonly (readonly [start: string, kind: FileKind])[] = [
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'xls'],
  ['%PDF-', 'pdf'],
  ['\x1f\x8b', 'gzip'],
  ['Rar!\x1a\x07', 'rar'],
  ["7z\xbc\xaf'\x1c", '7z'],
  ['PAR1', 'parquet'],
  ['\x89PNG\r\n', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
];

/** Names of parts that tell the documents that are zip archives apart. */
const zipParts: readonly (readonly [part: string, kind: FileKind])[] = [
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['xl/', 'xlsx'],
  ['word/', 'docx'],
  ['ppt/', 'pptx'],
];

/** What the file that starts with these bytes is; `sample` is best 64 KiB long, or the whole file. */
export function kindOfFile(sample: Uint8Array): FileKind {
  if (sample.length === 0) return 'empty';
  const start = latin1(sample.subarray(0, 64 * 1024));
  const signature = signatures.find(([bytes]) => start.startsWith(bytes));
  if (signature) {
    if (signature[1] !== 'zip') return signature[1];
    return zipParts.find(([part]) => start.includes(part))?.[1] ?? 'zip';
  }
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (text === '') return 'empty';
  if (/^(<!doctype html|<html)/i.test(text)) return 'html';
  if (/^<(\?xml|[a-z][\w:-]*[\s>])/i.test(text)) return 'xml';
  // Words in brackets begin no heading line; JSON goes on with a quote, a bracket or a number.
  if (/^(\{\s*["}]|\[\s*["{[\d\]])/.test(text)) return 'json';
  return isText(sample) ? 'text' : 'binary';
}

/** Control characters, a few slips apart, are in no text; UTF-16 has its own mark. */
function isText(sample: Uint8Array): boolean {
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return true;
  let controls = 0;
  for (const byte of sample) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls += 1;
  }
  return controls <= sample.length / 1000;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text;
}
