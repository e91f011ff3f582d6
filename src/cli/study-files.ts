import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import {
  type Outlines,
  readOutlines,
  StudyError,
  type StudyFile,
  type StudyTheme,
  themeOf,
  themeSettingsOf,
  type WrittenSetting,
} from '../study';
import { openWorkbook, WorkbookRefused } from '../xlsx';
import { CannotRun } from './errors';
import { exists, inflate, withFile } from './files';

/** Outlines for a page need no more: what is larger is a map of every commune's every bend. */
const LARGEST_OUTLINES = 60_000_000;

/** Opens the workbooks of a study; each stays open while `use` reads its tables. */
export async function openStudyFiles<Result>(
  paths: readonly string[],
  use: (files: readonly StudyFile[]) => Promise<Result>,
  opened: readonly StudyFile[] = [],
): Promise<Result> {
  const [path, ...others] = paths;
  if (path === undefined) return use(opened);
  if (!(await exists(path)))
    throw new CannotRun(`« ${path} » n’existe pas : vérifiez le chemin du classeur.`);
  return withFile(path, async (source) => {
    const workbook = await openWorkbook(source, { inflate, name: path }).catch((error: unknown) => {
      if (error instanceof WorkbookRefused) throw new CannotRun(`« ${path} » : ${error.message}`);
      throw error;
    });
    return openStudyFiles(others, use, [...opened, { name: basename(path), workbook }]);
  });
}

/** A problem of the person's files is said, without a trace of the program. */
export async function orCannotRun<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StudyError) throw new CannotRun(error.message);
    throw error;
  }
}

/** The text of a file of the person; @throws {CannotRun} when there is none. */
export async function textOf(path: string): Promise<string> {
  if (!(await exists(path))) throw new CannotRun(`« ${path} » n’existe pas : vérifiez le chemin du fichier.`);
  return readFile(path, 'utf8');
}

/** What a YAML file holds; @throws {CannotRun} naming the line that cannot be read. */
export async function yamlOf(path: string): Promise<unknown> {
  const text = await textOf(path);
  try {
    return parse(text) as unknown;
  } catch (error) {
    const line = (error as { linePos?: readonly { line: number }[] }).linePos?.[0]?.line;
    throw new CannotRun(
      `« ${path} »${line === undefined ? '' : `, ligne ${line}`} : ce n’est pas du YAML lisible. Vérifiez les retraits, les deux-points et les guillemets.`,
    );
  }
}

export async function outlinesOption(path: string | undefined): Promise<Outlines | undefined> {
  if (path === undefined) return undefined;
  const size = (await exists(path)) ? (await stat(path)).size : 0;
  if (size > LARGEST_OUTLINES)
    throw new CannotRun(
      `« ${path} » est trop détaillé (${Math.round(size / 1e6)} Mo) : donnez des contours simplifiés, de moins de 60 Mo.`,
    );
  return readOutlines(await textOf(path), basename(path));
}

/** `--theme` goes before the tables of the workbooks given with `-i`. */
export async function themeOption(
  path: string | undefined,
  files: readonly StudyFile[],
  paths: readonly string[],
): Promise<StudyTheme> {
  const folders = [...(path === undefined ? [] : [path]), ...paths].map((one) => dirname(one));
  const settings = path === undefined ? await themeSettingsOf(files) : await writtenSettings(path);
  return themeOf(settings, async (name) => {
    for (const folder of new Set(folders)) {
      const file = join(folder, basename(name));
      if (await exists(file)) return new Uint8Array(await readFile(file));
    }
    return undefined;
  });
}

async function writtenSettings(path: string): Promise<WrittenSetting[]> {
  if (/\.xls[xm]$/i.test(path)) {
    const settings = await openStudyFiles([path], themeSettingsOf);
    if (settings.length > 0) return settings;
    throw new CannotRun(
      `« ${path} » n’a pas de tableau ETUDE_THEME : partez du formulaire de study --prepare.`,
    );
  }
  const read = await yamlOf(path);
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new CannotRun(`« ${path} » : écrivez un réglage par ligne, par exemple « Police: Arial ».`);
  return Object.entries(read).map(([name, value]) => ({
    name,
    value: String(value ?? ''),
    place: `« ${basename(path)} »`,
  }));
}
