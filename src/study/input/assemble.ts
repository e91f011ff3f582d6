import type { Catalogue } from '../../catalogue';
import type { StudyEdit } from '../edits';
import { type Contents, type StudyData, StudyError, type StudySource } from '../data';
import { loadTemplate, type StudyTemplate } from '../template/load';
import type { WrittenSetting } from '../theme';
import { isForm, readForm } from './read-form';
import { readSource } from './read-source';
import { filledRows, hasTable, refuse, type StudyWorkbook } from './table-rows';
import { editsTable, templateTable, themeTable } from './tables';
import { headRows, templateOfRows } from './template-table';

/** A workbook given for a study, by its name. */
export interface StudyFile {
  readonly name: string;
  readonly workbook: StudyWorkbook;
}

/**
 * Puts the workbooks given together: consolidations of one territory, one for each year, and filled forms.
 * @param held consolidations that are no file; one of the files of the same year is taken instead
 * @throws {StudyError} when there is no consolidation, they do not go together, or a form cannot be understood
 */
export async function readStudyData(
  files: readonly StudyFile[],
  catalogue: Catalogue,
  held: readonly StudySource[] = [],
): Promise<StudyData> {
  const read: StudySource[] = [];
  const contents: Contents[] = [];
  for (const { name, workbook } of files) {
    if (isForm(workbook)) contents.push(await readForm(workbook, name, catalogue));
    else read.push(await readSource(workbook, name));
  }
  const sources = [...held.filter(({ year }) => !read.some((one) => one.year === year)), ...read];
  const [first, ...others] = sources.sort((one, other) => one.year - other.year);
  if (!first)
    throw new StudyError(
      'Aucun classeur de consolidation parmi les fichiers donnés : ajoutez celui qu’écrit consolidate -o ou indicators -o.',
    );
  const elsewhere = others.find((one) => one.territory !== first.territory);
  if (elsewhere)
    throw new StudyError(
      `« ${first.file} » porte sur ${first.territory} et « ${elsewhere.file} » sur ${elsewhere.territory} : donnez des consolidations du même territoire.`,
    );
  const twice = others.find((one, at) => one.year === [first, ...others][at]?.year);
  if (twice)
    throw new StudyError(
      `Deux classeurs portent sur l’exercice ${twice.year}, dont « ${twice.file} » : n’en donnez qu’un par année.`,
    );
  return {
    sources: [first, ...others],
    contents: {
      quotes: contents.flatMap((one) => one.quotes),
      examples: contents.flatMap((one) => one.examples),
      targets: contents.flatMap((one) => one.targets),
      proposals: contents.flatMap((one) => one.proposals),
      review: contents.flatMap((one) => one.review),
    },
  };
}

/**
 * The templates saved in the workbooks given, to be taken instead of those of the same name.
 * @throws {StudyError} naming the sheet and the line or the cell of what is wrong
 */
export async function templatesOf(
  files: readonly StudyFile[],
  catalogue: Catalogue,
): Promise<{ readonly file: string; readonly template: StudyTemplate }[]> {
  const found: { readonly file: string; readonly template: StudyTemplate }[] = [];
  for (const { name, workbook } of files) {
    const problems: string[] = [];
    const rows = await filledRows(workbook, templateTable.table, name, problems);
    if (rows.length === 0) continue;
    const { raw, lines } = templateOfRows(rows);
    refuse(problems);
    const template = loadTemplate(raw, catalogue, name, {
      head: (key) =>
        headRows[key] === undefined
          ? undefined
          : `feuille ${templateTable.sheet}, ligne « ${headRows[key]} »`,
      block: (chapter, block) => `feuille ${templateTable.sheet}, ligne ${lines[chapter]?.[block] ?? '?'}`,
    });
    found.push({ file: name, template });
  }
  return found;
}

/** The settings of the look that the workbooks given hold, the last file first served. */
export async function themeSettingsOf(files: readonly StudyFile[]): Promise<WrittenSetting[]> {
  const settings: WrittenSetting[] = [];
  const problems: string[] = [];
  for (const { name, workbook } of files) {
    if (!hasTable(workbook, themeTable.table)) continue;
    for (const row of await filledRows(workbook, themeTable.table, name, problems))
      settings.push({
        name: row.text('Réglage'),
        value: row.text('Valeur'),
        place: `« ${name} », feuille ${themeTable.sheet}, ligne ${row.number}`,
      });
  }
  refuse(problems);
  return settings;
}

/** What people rewrote in studies, in the workbooks given: the last row on a text holds. */
export async function editsOf(files: readonly StudyFile[]): Promise<StudyEdit[]> {
  const edits: StudyEdit[] = [];
  for (const { name, workbook } of files) {
    for (const row of await filledRows(workbook, editsTable.table, name, []))
      edits.push({
        template: row.text('modele'),
        id: row.text('repere'),
        computed: row.text('texte_calcule'),
        written: row.text('texte_modifie'),
        by: row.text('par'),
        on: row.text('le'),
      });
  }
  return edits;
}
