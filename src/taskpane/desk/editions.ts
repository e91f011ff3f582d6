import { type EarlierEdition, readEdition } from '../../consolidation';
import { type ByteSource, openWorkbook } from '../../xlsx';

/** The internal workbook of an earlier edition that a person gives. Throws NotAnEdition or WorkbookRefused. */
export async function editionIn(file: File): Promise<EarlierEdition> {
  const source: ByteSource = {
    size: file.size,
    read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
  };
  return readEdition(await openWorkbook(source), file.name);
}
