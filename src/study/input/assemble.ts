import type { WorkbookReader } from '../../xlsx';
import { type Contents, type StudyData, StudyError, type StudySource } from '../data';
import { isForm, readForm } from './form';
import { readSource } from './read-source';

/**
 * Puts the workbooks given together: consolidations of one territory, one for each year, and filled forms.
 * @throws {StudyError} when there is no consolidation, or they do not go together
 */
export async function readStudyData(
  files: readonly { readonly name: string; readonly workbook: WorkbookReader }[],
): Promise<StudyData> {
  const sources: StudySource[] = [];
  const contents: Contents[] = [];
  for (const { name, workbook } of files) {
    if (isForm(workbook)) contents.push(await readForm(workbook));
    else sources.push(await readSource(workbook, name));
  }
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
    },
  };
}
