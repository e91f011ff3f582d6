import { levelOf, parseTerritory, suggestTerritories, territoryName } from '../../territory';
import { textIn } from '../arguments/cell';
import { wrong, type FunctionFailure } from '../failure';
import type { Parameter } from '../model';

export const yearParameter: Parameter = {
  name: 'annee',
  description: {
    fr: 'Année ; sinon celle de la plupart des lignes, la plus récente en cas d’égalité',
    en: 'Year; else that of most rows, the latest one if equal',
  },
  kind: 'cell',
  optional: true,
};

export const languageParameter: Parameter = {
  name: 'langue',
  description: {
    fr: 'fr ou en ; sinon la langue d’affichage d’Excel',
    en: 'fr or en; else the display language of Excel',
  },
  kind: 'cell',
  optional: true,
};

/** A territory's code, today's (`DEP:14`); undefined for a blank, and for the 0 of some platforms. */
export function territoryIn(value: unknown): string | undefined {
  if (value === 0) return undefined;
  const text = textIn(value);
  if (text === '') return undefined;
  // All of France needs no table to be known.
  if (text.toUpperCase() === 'FR') return 'FR';
  const parsed = parseTerritory(text);
  if (!parsed) throw unknownTerritory(text);
  return parsed.code;
}

export function unknownTerritory(text: string): FunctionFailure {
  const suggestions = suggestTerritories(text).map((code) => `${code} (${territoryName(code)})`);
  const fr = suggestions.length > 0 ? suggestions.join(' ou ') : 'par exemple REG:28, DEP:14 ou COM:14118';
  const en = suggestions.length > 0 ? suggestions.join(' or ') : 'for example REG:28, DEP:14 or COM:14118';
  return wrong(
    `Territoire inconnu, « ${text} » : écrivez ${fr}.`,
    `Unknown territory, "${text}": write ${en}.`,
  );
}

/** `REG:28 (Normandie)`; a place without a name is called by its code. */
export function namedPlace(code: string): string {
  if (code === 'FR') return 'FR (France)';
  return levelOf(code) === undefined ? code : `${code} (${territoryName(code)})`;
}
