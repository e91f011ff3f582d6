import { allTerritories, todaysCommune } from './registry';

/** What a written territory means today. */
export interface ParsedTerritory {
  /** Today's code: `COM:14118`. */
  readonly code: string;
  /** The code as written, tidied (`COM:14712`), of a former commune that today's one has absorbed. */
  readonly carriedFrom?: string;
  /** A municipal arrondissement of Paris, Lyon or Marseille, brought up to its commune. */
  readonly rolledUp?: true;
}

const arrondissement = /^(751(0[1-9]|1\d|20)|6938[1-9]|132(0[1-9]|1[0-6]))$/;
/** Digits of a code whose leading zero a spreadsheet drops: `DEP:1` is the Ain. */
const width: Readonly<Record<string, number>> = { REG: 2, DEP: 2, COM: 5 };

/**
 * Reads a territory code, whatever its case and spaces: `FR`, `REG:28`, `DEP:14`, `EPCI:200069532`,
 * `COM:14118` (INSEE codes), `ZONE:table/value`.
 * Former communes are carried to today's; undefined for anything that is not a territory of France.
 */
export function parseTerritory(text: string): ParsedTerritory | undefined {
  const zone = /^\s*ZONE\s*:\s*([^\s/]+)\s*\/\s*(\S.*?)\s*$/iu.exec(text);
  if (zone) return { code: `ZONE:${zone[1]?.toLowerCase()}/${zone[2]?.replace(/\s+/gu, ' ')}` };
  const tidy = tidyTerritory(text);
  if (allTerritories().has(tidy)) return { code: tidy };
  if (!tidy.startsWith('COM:')) return undefined;
  const insee = tidy.slice('COM:'.length);
  const commune = todaysCommune(insee);
  if (commune === undefined) return undefined;
  const code = `COM:${commune}`;
  return arrondissement.test(insee) ? { code, rolledUp: true } : { code, carriedFrom: tidy };
}

/** A code as written, less its case, spaces and lost leading zero: two writings of one code become equal. */
export function tidyTerritory(text: string): string {
  const compact = text.replace(/\s+/gu, '').toUpperCase();
  const [, level = '', digits = ''] = /^(REG|DEP|COM):(\d+)$/.exec(compact) ?? [];
  const padded = digits.padStart(width[level] ?? 0, '0');
  return digits.length > 0 ? `${level}:${padded}` : compact;
}
