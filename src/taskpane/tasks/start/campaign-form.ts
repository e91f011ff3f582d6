import { type Perimeter, readPerimeter, campaignTerritory } from '../../../consolidation';
import { parseDate } from '../../../contribution';
import type { CellContent } from '../../../excel';
import type { CampaignDraft } from '../../actions/union';
import type { Engine } from '../../engine';

/** A campaign as it is typed. */
export interface CampaignForm {
  readonly union: string;
  readonly year: string;
  /** A code or a name; empty for the one that the perimeter says. */
  readonly territory: string;
  readonly deadline: string;
  /** Codes; none for all. */
  readonly themes: readonly string[];
  /** The lines of the perimeter as text, pasted or read. */
  readonly perimeter: string;
}

export type FormField = 'year' | 'territory' | 'deadline';

/** Keys of the messages of this task. */
export type FormProblem = 'campaignYearWrong' | 'campaignTerritoryMissing' | 'campaignDeadlineWrong';

/** Campaigns ask for the year before. */
export function emptyForm(now: Date): CampaignForm {
  return {
    union: '',
    year: String(now.getFullYear() - 1),
    territory: '',
    deadline: '',
    themes: [],
    perimeter: '',
  };
}

/** The lines pasted: tabulations of a spreadsheet are the semicolons of a file. */
export function perimeterOfText(text: string): Perimeter {
  if (text.trim() === '') return { lines: [], remarks: [] };
  return readPerimeter(text.replaceAll('\t', ';'), '');
}

/** The cells of a range as the text of a perimeter. */
export function perimeterText(values: readonly (readonly CellContent[])[]): string {
  const shown = (content: CellContent): string => {
    if (content === null) return '';
    if (typeof content === 'number') return String(content).replace('.', ',');
    const text = typeof content === 'object' ? content.error : String(content);
    return /[;"\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return values.map((row) => row.map(shown).join(';')).join('\n');
}

/** The campaign's territory: typed, else the one of the perimeter that contains all others. */
export function territoryOfForm(
  form: CampaignForm,
  perimeter: Perimeter,
  engine: Engine,
): string | undefined {
  if (form.territory.trim() !== '') return engine.parseTerritory(form.territory)?.code;
  if (perimeter.lines.length === 0) return undefined;
  return campaignTerritory({ contributions: [], perimeter: perimeter.lines });
}

/** What has to be corrected before the campaign can be created. */
export function formProblems(
  form: CampaignForm,
  perimeter: Perimeter,
  engine: Engine,
): Partial<Record<FormField, FormProblem>> {
  const territory = territoryOfForm(form, perimeter, engine);
  return {
    ...(/^(19|20)\d\d$/u.test(form.year.trim()) ? {} : { year: 'campaignYearWrong' as const }),
    ...(territory === undefined ? { territory: 'campaignTerritoryMissing' as const } : {}),
    ...(form.deadline.trim() === '' || parseDate(form.deadline.trim(), false)
      ? {}
      : { deadline: 'campaignDeadlineWrong' as const }),
  };
}

/** The campaign to create; the form has no problem. */
export function campaignDraft(form: CampaignForm, perimeter: Perimeter, engine: Engine): CampaignDraft {
  const deadline = parseDate(form.deadline.trim(), false);
  return {
    settings: {
      union: form.union.trim(),
      year: Number(form.year.trim()),
      territory: territoryOfForm(form, perimeter, engine) ?? '',
      ...(deadline ? { deadline } : {}),
      themes: form.themes,
    },
    perimeter: perimeter.lines,
  };
}
