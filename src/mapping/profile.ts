import type { Mapping, MappingRemark, Proposal, Recipe } from './model';
import { pointAgain } from './point-again';
import { findProposals } from './propose';
import type { MappingOptions } from './recognise';
import { plain } from './roles';
import type { SheetView } from './view';

/** What was accepted, as plain JSON: read again on next year's workbook or a sister company's. */
export interface MappingProfile {
  readonly format: 'impact-hlm-raccordement';
  readonly version: 1;
  readonly entries: readonly { readonly code: string; readonly recipe: Recipe }[];
}

/** The profile of what was accepted. */
export function exportProfile(accepted: readonly Proposal[]): MappingProfile {
  return {
    format: 'impact-hlm-raccordement',
    version: 1,
    entries: accepted.map(({ code, recipe }) => ({ code, recipe })),
  };
}

/** Reads a profile's JSON; undefined when it is something else. */
export function parseProfile(json: unknown): MappingProfile | undefined {
  const one = json as Partial<MappingProfile> | null;
  const isProfile =
    typeof one === 'object' && one !== null && one.format === 'impact-hlm-raccordement' && one.version === 1;
  const entries: unknown = isProfile ? one.entries : undefined;
  if (!Array.isArray(entries)) return undefined;
  const sound = entries.every(
    (entry: unknown) =>
      typeof (entry as { code?: unknown } | null)?.code === 'string' &&
      typeof (entry as { recipe?: { sheet?: unknown } }).recipe?.sheet === 'string',
  );
  return sound ? (one as MappingProfile) : undefined;
}

/**
 * Finds again, in other sheets, what a profile holds. A heading or a line that moved is followed; one that is gone,
 * renamed or doubled, a year that is not there, gives a remark with the reason: nothing is guessed.
 */
export function applyProfile(
  profile: MappingProfile,
  views: readonly SheetView[],
  options: MappingOptions,
): Mapping {
  const found = findProposals(views, options);
  const proposals: Proposal[] = [];
  const remarks: MappingRemark[] = [];
  for (const { code, recipe } of profile.entries) {
    const alike =
      recipe.pointed === true
        ? pointAgain(code, recipe, views, options, (one, other) => key(one) === key(other))
        : found.proposals.filter((one) => one.code === code && sameRecipe(one.recipe, recipe));
    const inSheet = alike.filter((one) => key(one.recipe.sheet) === key(recipe.sheet));
    const places = [
      ...new Map((inSheet.length > 0 ? inSheet : alike).map((one) => [one.where, one])).values(),
    ];
    const [only, other] = places;
    if (only !== undefined && other === undefined) {
      const moved =
        inSheet.length === 0 ? [`la feuille « ${recipe.sheet} » est devenue « ${only.recipe.sheet} »`] : [];
      // A person accepted this once: what was doubtful then is settled, what is doubtful now (another year) is not.
      const settled = only.why.some((why) => /^le titre parle de/.test(why))
        ? only.confidence
        : Math.max(only.confidence, 0.9);
      proposals.push({ ...only, confidence: settled, why: ['selon le profil', ...moved, ...only.why] });
      continue;
    }
    remarks.push({
      code: 'profile_unmatched',
      subject: code,
      sheet: recipe.sheet,
      message: reasonOf(code, recipe, places, views, options),
    });
  }
  return { proposals, remarks: [...remarks, ...found.remarks] };
}

/** Headings and names less their case, accents and years: « Réalisé 2024 » follows « Réalisé 2023 ». */
const key = (text: string | undefined): string =>
  plain(text ?? '')
    .replace(/(?<!\d)(19|20)\d\d(?!\d)/g, '#')
    .replace(/[^a-z0-9#<>+%]+/g, ' ')
    .trim();

function sameRecipe(one: Recipe, other: Recipe): boolean {
  return (
    one.how === other.how &&
    key(one.heading) === key(other.heading) &&
    key(one.label) === key(other.label) &&
    key(one.picks?.heading) === key(other.picks?.heading) &&
    // Another unit is another figure; it is followed only where the sheet says it.
    (one.unit !== undefined || other.unit === undefined)
  );
}

function reasonOf(
  code: string,
  recipe: Recipe,
  places: readonly Proposal[],
  views: readonly SheetView[],
  options: MappingOptions,
): string {
  const point = options.catalogue.dataPoints.get(code);
  const title = point === undefined ? `« ${code} »` : `« ${point.label.fr} »`;
  const wanted = [
    recipe.label && `la ligne « ${recipe.label} »`,
    recipe.heading && `la colonne « ${recipe.heading} »`,
  ]
    .filter(Boolean)
    .join(', ');
  if (point === undefined) return `${title} n’est plus dans le catalogue : retirez-le du profil.`;
  if (places.length > 1) {
    return `${title} : ${wanted} se trouve à plusieurs endroits (${places.map(({ where }) => where).join(', ')}) ; choisissez le bon.`;
  }
  const sheet = views.find((view) => key(view.name) === key(recipe.sheet));
  if (sheet === undefined)
    return `${title} : la feuille « ${recipe.sheet} » n’est pas dans ce classeur, et ${wanted} ne se trouve nulle part ; désignez la cellule.`;
  const missing = [recipe.label, recipe.heading?.split(' › ').at(-1), recipe.picks?.heading].filter(
    (text): text is string => text !== undefined && !holds(sheet, key(text)),
  );
  if (missing.length > 0)
    return `${title} : « ${missing.join(' », « ')} » n’est plus dans la feuille « ${sheet.name} » (renommé ou supprimé) ; désignez la cellule.`;
  return `${title} : ${wanted} est bien dans la feuille « ${sheet.name} », mais pas de montant sûr pour ${options.year} (année absente, unité ou forme changée) ; désignez la cellule.`;
}

function holds(view: SheetView, wanted: string): boolean {
  for (let row = 0; row < Math.min(view.rows, 5000); row += 1) {
    for (let column = 0; column < view.columns; column += 1) {
      const value = view.cell(row, column);
      if (
        (typeof value === 'string' || typeof value === 'number') &&
        key(String(value).replace(/\s*:$/, '')) === wanted
      )
        return true;
    }
  }
  return false;
}
