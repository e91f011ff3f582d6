import type { Catalogue } from '../catalogue';
import { looseKey, type Question, questionsOf } from '../contribution';
import { ALL_THEMES } from './format';
import type { CampaignSettings } from './model';

/**
 * The themes named in a text, by code or by label, separated by commas or semicolons; none (all are asked) for
 * an empty text or « tous ». Themes of the catalogue's order, each once.
 */
export function parseThemes(
  text: string,
  { dimensions }: Catalogue,
): { readonly themes: readonly string[]; readonly unknown: readonly string[] } {
  // A label may hold a comma (`Énergie, climat`): known labels are taken out first.
  let left = ` ${text} `;
  const found = new Set<string>();
  for (const { code, label } of [...dimensions].sort(
    (one, other) => other.label.fr.length - one.label.fr.length,
  )) {
    const at = left.toLowerCase().indexOf(label.fr.toLowerCase());
    if (at < 0 || !/[,;\s]/u.test(left[at - 1] ?? ' ') || !/[,;\s]/u.test(left[at + label.fr.length] ?? ' '))
      continue;
    found.add(code);
    left = `${left.slice(0, at)},${left.slice(at + label.fr.length)}`;
  }
  const unknown: string[] = [];
  for (const word of left.split(/[,;]/u).map((one) => one.trim())) {
    if (word === '' || looseKey(word) === looseKey(ALL_THEMES)) continue;
    const dimension = dimensions.find(
      ({ code, label }) => looseKey(code) === looseKey(word) || looseKey(label.fr) === looseKey(word),
    );
    if (dimension) found.add(dimension.code);
    else unknown.push(word);
  }
  const themes = dimensions.map(({ code }) => code).filter((code) => found.has(code));
  return { themes: themes.length === dimensions.length ? [] : themes, unknown };
}

/** The questions that a campaign asks. */
export function askedQuestions({ themes }: CampaignSettings, catalogue: Catalogue): readonly Question[] {
  return questionsOf(catalogue).filter(({ theme }) => themes.length === 0 || themes.includes(theme));
}
