import type { Catalogue } from '../catalogue';
import { buildTemplate, type Contribution, type Fact, isValidSiren, type Remark } from '../contribution';
import type { WorkbookModel } from '../xlsx';
import type { Campaign } from './model';
import { showFigure } from './words';

/** A workbook to write, under a name safe on every system. */
export interface PrefilledFile {
  readonly name: string;
  readonly siren: string;
  readonly workbook: WorkbookModel;
  /** The year whose answers are recalled in it, if any are. */
  readonly recalled?: number;
}

/**
 * One contribution workbook for each landlord of the perimeter: its identity, the year, the territory, the questions
 * of the themes asked. With contributions of an earlier year, the last answers at the campaign's territory stand in
 * the question, as a reminder that no reader counts. A landlord whose SIREN is wrong gets none, with a remark.
 */
export function prefill(
  { settings, perimeter, followUp }: Campaign,
  catalogue: Catalogue,
  previous: readonly Contribution[] = [],
): { readonly files: readonly PrefilledFile[]; readonly remarks: readonly Remark[] } {
  const listed = new Set(perimeter.map(({ siren }) => siren));
  const remarks: Remark[] = [];
  const files = followUp.flatMap(({ siren, name }): PrefilledFile[] => {
    if (!listed.has(siren)) return [];
    const title = name || siren;
    if (!isValidSiren(siren)) {
      const message = `${title} : la clé du SIREN ${siren} est fausse, aucun classeur n’est préparé. Corrigez-le dans le périmètre.`;
      remarks.push({
        level: 'blocking',
        code: 'invalid_siren',
        message,
        source: { file: '', sheet: '', cell: '' },
      });
      return [];
    }
    const family = perimeter.find((one) => one.siren === siren && one.family)?.family;
    const reminder = remindersOf(siren, settings, previous, catalogue);
    const workbook = buildTemplate(
      {
        siren,
        name: title,
        year: settings.year,
        territory: settings.territory,
        ...(family ? { family } : {}),
      },
      catalogue,
      {
        ...(settings.themes.length > 0 ? { themes: settings.themes } : {}),
        ...(reminder ? { previous: reminder } : {}),
      },
    );
    const file = { name: contributionFileName(siren, title, settings.year), siren, workbook };
    return [{ ...file, ...(reminder ? { recalled: reminder.year } : {}) }];
  });
  return { files, remarks };
}

/** The last year before the campaign's for which the landlord gave figures at its territory. */
function remindersOf(
  siren: string,
  { year, territory }: Campaign['settings'],
  previous: readonly Contribution[],
  catalogue: Catalogue,
): { year: number; answers: Map<string, string> } | undefined {
  const own = previous.filter((one) => one.status === 'accepted' && one.identity?.siren === siren);
  const said = own
    .flatMap(({ facts }) => facts)
    .filter((one) => one.year < year && one.answer.kind !== 'blank' && one.answer.kind !== 'refused')
    .filter((one) => one.territory === '' || one.territory === territory);
  if (said.length === 0) return undefined;
  const latest = Math.max(...said.map((one) => one.year));
  const shown = (one: Fact): [string, string] => [one.code, showFigure(one.answer, one.code, catalogue)];
  return { year: latest, answers: new Map(said.filter((one) => one.year === latest).map(shown)) };
}

const LONGEST_NAME = 60;

/** `111111118-mon-office-2025.xlsx`: plain letters, digits and hyphens, whatever the landlord is called. */
export function contributionFileName(siren: string, name: string, year: number): string {
  const slug = slugOf(name);
  return `${[siren, slug, String(year)].filter((one) => one !== '').join('-')}.xlsx`;
}

/** A name as a part of a file name. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/giu, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '');
}
