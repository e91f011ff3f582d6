import type { Family, IdentityField, TemplateIdentity } from '../../../contribution';
import type { CellContent } from '../../../excel';
import type { FieldChange } from '../../actions';
import type { Engine } from '../../engine';
import type { WorkbookView } from '../../session';
import { TableCells, textOf } from '../../workbook/table-cells';

export const families: readonly Family[] = ['OPH', 'ESH', 'COOP', 'SEM', 'SC', 'AUTRE'];

/** The identity as it is typed. */
export interface IdentityDraft {
  readonly siren: string;
  readonly name: string;
  readonly year: string;
  readonly family: Family | '';
  /** A code, or empty for the campaign's. */
  readonly territory: string;
}

export type DraftField = keyof IdentityDraft;

/** What is wrong with a field: a key of the messages of this task, and its values. */
export interface DraftProblem {
  readonly message:
    | 'sirenMissing'
    | 'sirenSiret'
    | 'sirenLength'
    | 'sirenKey'
    | 'nameMissing'
    | 'yearWrong'
    | 'territoryUnknown';
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Answers are usually given for the year before. */
export function emptyDraft(now: Date): IdentityDraft {
  return { siren: '', name: '', year: String(now.getFullYear() - 1), family: '', territory: '' };
}

/** What has to be corrected before the identity can be used. */
export function problemsOf(draft: IdentityDraft, engine: Engine): Partial<Record<DraftField, DraftProblem>> {
  const siren = sirenProblem(draft.siren, engine);
  const year = Number(draft.year);
  const rightYear = /^\d{4}$/u.test(draft.year.trim()) && year >= 2000 && year <= 2100;
  const known = draft.territory === '' || engine.parseTerritory(draft.territory) !== undefined;
  return {
    ...(siren && { siren }),
    ...(draft.name.trim() === '' && { name: { message: 'nameMissing' } as const }),
    ...(!rightYear && { year: { message: 'yearWrong' } as const }),
    ...(!known && { territory: { message: 'territoryUnknown' } as const }),
  };
}

function sirenProblem(typed: string, engine: Engine): DraftProblem | undefined {
  const digits = typed.replace(/\D/gu, '');
  if (digits === '') return { message: 'sirenMissing' };
  if (digits.length === 14) return { message: 'sirenSiret', values: { siren: digits.slice(0, 9) } };
  if (digits.length !== 9) return { message: 'sirenLength', values: { count: digits.length } };
  return engine.isValidSiren(digits) ? undefined : { message: 'sirenKey' };
}

/** The identity to build the questionnaire for; the draft has no problem. */
export function templateIdentity(draft: IdentityDraft, engine: Engine): TemplateIdentity {
  const territory = engine.parseTerritory(draft.territory)?.code;
  return {
    siren: draft.siren.replace(/\D/gu, ''),
    name: draft.name.trim(),
    year: Number(draft.year),
    ...(draft.family !== '' && { family: draft.family }),
    ...(territory !== undefined && { territory }),
  };
}

/** The identity of the workbook, even where it is incomplete, and what each of its cells holds. */
export interface WrittenIdentity {
  readonly draft: IdentityDraft;
  readonly seen: Readonly<Partial<Record<IdentityField, CellContent>>>;
}

const fieldOf = {
  siren: 'siren',
  name: 'raison_sociale',
  year: 'exercice',
  family: 'famille',
} as const satisfies Partial<Record<DraftField, IdentityField>>;

type WrittenField = keyof typeof fieldOf;
const writtenFields = Object.keys(fieldOf) as readonly WrittenField[];

/** Reads the identity table as it is; undefined when the workbook has none. */
export function writtenIdentity(workbook: WorkbookView, engine: Engine): WrittenIdentity | undefined {
  const content = workbook.tables.get(engine.tableNames.identity);
  if (!content) return undefined;
  const table = new TableCells(content, engine);
  const seen: Partial<Record<IdentityField, CellContent>> = {};
  for (const field of engine.identityFields) {
    const row = table.rowOfField(field);
    if (row !== undefined) seen[field] = table.at(row, 'valeur');
  }
  const text = (field: IdentityField) => textOf(seen[field] ?? null);
  const siren = seen.siren;
  return {
    seen,
    draft: {
      siren: typeof siren === 'number' ? engine.tidySiren(siren) : text('siren'),
      name: text('raison_sociale'),
      year: text('exercice'),
      family: engine.parseFamily(text('famille')) ?? '',
      territory: '',
    },
  };
}

/** What a corrected draft changes in the workbook. */
export function changesOf(written: WrittenIdentity, draft: IdentityDraft): readonly FieldChange[] {
  const tidy = (one: IdentityDraft, field: WrittenField) =>
    field === 'siren' ? one.siren.replace(/\D/gu, '') : one[field].trim();
  return writtenFields
    .filter((field) => tidy(draft, field) !== written.draft[field])
    .map((field): FieldChange => {
      const text = tidy(draft, field);
      const value = text === '' ? null : field === 'year' ? Number(text) : text;
      return { field: fieldOf[field], value, seen: written.seen[fieldOf[field]] ?? null };
    });
}
