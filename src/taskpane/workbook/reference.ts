import type { CellContent } from '../../excel';
import type { ExcelPort, RangeContent } from '../port';

const A1 =
  /^(?:(?:'((?:[^']|'')+)'|([^'!"()[\],;]+))!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})$/iu;
const STRUCTURED = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)(?:\[(.*)\])?$/u;

/** A block of cells that a formula names. */
export interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** `'Ma feuille'!$B$2:$B$9` → its sheet and `B2:B9`; without a sheet, that of the formula. */
export function placeOf(text: string, ownSheet: string): Place | undefined {
  const [, quoted, bare, address] = A1.exec(text.trim()) ?? [];
  if (address === undefined) return undefined;
  const sheet = quoted?.replaceAll("''", "'") ?? bare ?? ownSheet;
  return { sheet, address: address.replaceAll('$', '').toUpperCase() };
}

/** The values behind an argument: a block of cells, or a table or a column of it. Undefined for anything else. */
export async function readReference(
  text: string,
  ownSheet: string,
  port: ExcelPort,
): Promise<RangeContent | undefined> {
  const place = placeOf(text, ownSheet);
  if (place) return port.readRange(place.sheet, place.address);
  const [, name, inside = ''] = STRUCTURED.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  const known = (await port.listTables()).find((one) => one.name.toUpperCase() === name.toUpperCase());
  return known && tablePart(known.name, inside, port);
}

/** `Table`, `Table[#All]`, `Table[Loyer]`, `Table[[#All],[Loyer]]`: what people write, not the whole grammar. */
async function tablePart(name: string, inside: string, port: ExcelPort): Promise<RangeContent | undefined> {
  const { sheet, address, headings, rows, cells } = await port.readTable(name);
  const parts = inside.split(',').map((part) => part.trim().replace(/^\[|\]$/gu, ''));
  const whole = parts.some((part) => /^#(all|tout)$/iu.test(part));
  const heading = parts.find((part) => part !== '' && !part.startsWith('#'));
  if (heading === undefined) {
    const values: readonly (readonly CellContent[])[] = whole ? [headings, ...rows] : rows;
    const body = [cells[0]?.[0], cells.at(-1)?.at(-1)].filter(Boolean).join(':');
    return { sheet, address: whole ? address : body, values };
  }
  // An apostrophe protects signs that mean something between brackets.
  const column = headings.indexOf(heading.replace(/'(.)/gu, '$1'));
  if (column < 0) return undefined;
  const values = rows.map((row) => [row[column] ?? null]);
  const body = [cells[0]?.[column], cells.at(-1)?.[column]].filter(Boolean).join(':');
  return { sheet, address: body, values: whole ? [[heading], ...values] : values };
}

/** Values as our functions take them: errors as objects with their code. */
export function argumentOf({ values }: RangeContent): unknown {
  const plain = values.map((row) =>
    row.map((cell) => (typeof cell === 'object' && cell !== null ? { code: cell.error } : cell)),
  );
  return plain.length === 1 && plain[0]?.length === 1 ? plain[0][0] : plain;
}
