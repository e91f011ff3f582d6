import { wordsOf } from './wording';

const set = (words: string): ReadonlySet<string> => new Set(wordsOf(words));

/** Words that never change what a heading counts. */
export const neutral: ReadonlySet<string> = new Set([
  ...set(
    'nombre total montant somme exercice année décembre réalisé réel constaté locatif locatifs social sociaux hlm HT valeur effectivement cumul cumulé annuel',
  ),
  'ttc',
  '€',
  'k€',
  'm€',
  'm2',
  'm3',
  'h',
  'j',
  'kwh',
  'mwh',
  'gwh',
  'pci',
  'sqm',
  '31',
  '12',
  'n',
]);

/** A figure of these words is a rate, a mean, a price: it is never added up. */
const ratios = set(
  'taux pourcentage part moyen moyenne ratio indice évolution évol écart variation var prix unitaire coefficient médian',
);
const ratioSigns =
  /%|(^|[^a-z])par (logement|lgt|an|m2|m²|mois|ménage|salarié)|\b(au|à l’|\/ ?)logement\b|€\s*\/\s*(m|lgt|log)/i;

/** A figure of these words has not happened. */
const forecasts = set(
  'budget prévision prévisionnel objectif cible BP estimé voté projet simulation plafond maximum maximal théorique',
);

/** Whether a text speaks of a rate or a mean. */
export function isRatio(text: string, words: readonly string[]): boolean {
  return ratioSigns.test(text) || words.some((word) => ratios.has(word));
}

/** Whether a text speaks of a budget, a target, a ceiling. */
export function isForecast(words: readonly string[]): boolean {
  return words.some((word) => forecasts.has(word));
}

/** A line or a column that adds up the others. */
export function isTotal(text: string): boolean {
  return /^\s*(sous[- ]?total|total|totaux|ensemble|somme|cumul)\b/i.test(text.trim());
}

/** The reporting years a text names: `Réalisé 2024`, `2023/2024`. */
export function yearsIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<!\d)(20[0-4]\d|199\d)(?!\d)/g)].map((match) => Number(match[1]));
}

/**
 * The year a heading of amounts is about: the one it names; `N` is the campaign's and `N-1` the one before;
 * undefined when it names none. « 01/01/2025 » is the end of 2024.
 */
export function yearOf(text: string, campaign: number): number | undefined {
  const opening = /(?:0?1[/.-]0?1[/.-]|1er janvier |janvier )(20\d\d)/i.exec(text);
  if (opening) return Number(opening[1]) - 1;
  const [first, second] = yearsIn(text);
  if (first !== undefined) return second === undefined || second === first ? first : Math.max(first, second);
  const relative = /(?:^|[\s(])(?:exercice |réalisé |réel )?N(?:\s*-\s*(\d))?(?:[\s)]|$)/.exec(text);
  return relative ? campaign - Number(relative[1] ?? 0) : undefined;
}
