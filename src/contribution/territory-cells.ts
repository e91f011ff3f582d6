import { parseTerritory, suggestTerritories, territoryName, tidyTerritory } from '../territory';
import { type CellValue, UNCALCULATED } from '../xlsx';
import { type Refusal, recalculate, writtenText } from './cells';
import { isBlank } from './table-view';
import { quoted } from './words';

export type TerritoryCell =
  | {
      readonly kind: 'territory';
      /** Today's code; empty for the campaign's territory. */
      readonly code: string;
      /** As written, tidied. */
      readonly written: string;
      /** What to tell when a former commune was carried to today's. */
      readonly carried?: string;
    }
  | Refusal;

/** Reads cells that hold a territory; remembers, because a workbook writes the same few over and over. */
export class TerritoryReader {
  readonly #known = new Map<string, TerritoryCell>();

  read(cell: CellValue): TerritoryCell {
    if (isBlank(cell)) return { kind: 'territory', code: '', written: '' };
    if (cell === UNCALCULATED) return { kind: 'refused', code: 'unknown_territory', message: recalculate };
    const text = writtenText(cell);
    let known = this.#known.get(text);
    if (!known) this.#known.set(text, (known = understand(text)));
    return known;
  }
}

function understand(text: string): TerritoryCell {
  const parsed = parseTerritory(text);
  if (!parsed) return { kind: 'refused', code: 'unknown_territory', message: unknown(text) };
  const { code, carriedFrom } = parsed;
  const written = code.startsWith('ZONE:') ? code : tidyTerritory(text);
  if (carriedFrom === undefined) return { kind: 'territory', code, written };
  const carried = `${carriedFrom} est une ancienne commune : la ligne est rattachée à ${named(code)}.`;
  return { kind: 'territory', code, written, carried };
}

const named = (code: string): string => `${code} (${territoryName(code)})`;

function unknown(text: string): string {
  const suggestions = suggestTerritories(text);
  const remedy =
    suggestions.length > 0
      ? `écrivez ${suggestions.map(named).join(' ou ')}.`
      : 'écrivez FR, REG:28, DEP:14, EPCI:200069532, COM:14118 (codes Insee) ou ZONE:table/valeur.';
  return `Territoire inconnu, ${quoted(text)} : ${remedy}`;
}
