import { basename } from 'node:path';
import { catalogue } from '../catalogue';
import {
  loadTemplate,
  type RawTemplate,
  rawTemplate,
  type StudyFile,
  type StudyTemplate,
  studyTemplate,
  templatesOf,
} from '../study';
import { yamlOf } from './study-files';

/**
 * The template asked for: the person's YAML file, the one of that name in a workbook given, or one of ours.
 * @returns `from` names the file when it is not ours
 */
export async function chosenTemplate(
  name: string | undefined,
  path: string | undefined,
  files: readonly StudyFile[],
): Promise<{ readonly template: StudyTemplate; readonly from?: string }> {
  if (path !== undefined) {
    const from = basename(path);
    return { template: loadTemplate(await yamlOf(path), catalogue, from), from };
  }
  const saved = (await templatesOf(files, catalogue)).find(({ template }) => template.name === name);
  if (saved) return { template: saved.template, from: saved.file };
  return { template: studyTemplate(name ?? '', catalogue) };
}

/** The same as it is written, to be put into a form; it is verified first. */
export async function rawChosen(name: string | undefined, path: string | undefined): Promise<RawTemplate> {
  if (path !== undefined) {
    const raw = await yamlOf(path);
    loadTemplate(raw, catalogue, basename(path));
    return raw as RawTemplate;
  }
  studyTemplate(name ?? '', catalogue);
  const found = rawTemplate(name ?? '');
  if (!found) throw new Error(`no template ${String(name)}`);
  return found;
}
