const forms: readonly { readonly form: RegExp; readonly order: readonly [number, number, number] }[] = [
  { form: /^(\d{4})(\d\d)(\d\d)(?:\D.*)?$/, order: [1, 2, 3] },
  { form: /^(\d{4})[-/.](\d\d)[-/.](\d\d)(?:\D.*)?$/, order: [1, 2, 3] },
  { form: /^(\d\d)[-/.](\d\d)[-/.](\d{4})(?:\D.*)?$/, order: [3, 2, 1] },
];

/**
 * Reads a date as the number AAAAMMJJ: `20250219`, with or without a time behind it, `2025-02-19`, `19/02/2025`.
 * Undefined for anything else.
 */
export function readDate(text: string): number | undefined {
  const known = read.get(text);
  if (known !== undefined) return known;
  const date = computeDate(text);
  // Dates with times are all different: the memory stays bounded.
  if (date !== undefined && read.size < 5000) read.set(text, date);
  return date;
}

/** A year has few days, a file many lines. */
const read = new Map<string, number>();

function computeDate(text: string): number | undefined {
  for (const { form, order } of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const [year, month, day] = order.map((group) => Number(match[group]));
    if (year === undefined || month === undefined || day === undefined) return undefined;
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists && year >= 1950 && year < 2100 ? year * 10_000 + month * 100 + day : undefined;
  }
  return undefined;
}

/** 20221231 → `31/12/2022`. */
export function showDate(date: number): string {
  const text = String(date).padStart(8, '0');
  return `${text.slice(6)}/${text.slice(4, 6)}/${text.slice(0, 4)}`;
}

/** What the name of a file says: `<SIREN>FEC<AAAAMMJJ>.txt`, the date being that of the closing. */
export function readFileName(fileName: string): { readonly siren?: string; readonly closing?: number } {
  const match = /(\d{8,14})[ _-]?FEC[ _-]?(\d{8})/i.exec(baseName(fileName));
  if (!match) return {};
  const digits = match[1] ?? '';
  const closing = readDate(match[2] ?? '');
  const siren = digits.length === 14 || digits.length === 9 ? digits.slice(0, 9) : undefined;
  return { ...(siren ? { siren } : {}), ...(closing ? { closing } : {}) };
}

/** The file without its folders. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
