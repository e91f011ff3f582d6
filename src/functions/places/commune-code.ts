import { parseTerritory } from '../../territory';
import { textIn } from '../arguments/cell';

/** A bare code as written, in capitals, without spaces, with the zero that a spreadsheet dropped from a number. */
export function bareCode(value: unknown): string {
  const text = textIn(value).replace(/\s+/gu, '').toUpperCase();
  return /^\d{4}$/.test(text) ? `0${text}` : text;
}

/** Today's commune of an INSEE code, `14118` or `COM:14118`, former communes carried; undefined for another text. */
export function communeOf(written: string): string | undefined {
  const bare = written.replace(/^COM:/, '');
  if (!/^(\d{5}|2[AB]\d{3})$/.test(bare)) return undefined;
  return parseTerritory(`COM:${bare}`)?.code;
}
