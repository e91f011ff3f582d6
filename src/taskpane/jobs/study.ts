import { catalogue } from '../../catalogue';
import {
  buildStudy,
  editsOf,
  formSheets,
  formTablesOf,
  lacksOf,
  mainSource,
  type Outlines,
  readOutlines,
  readStudyData,
  type StudyData,
  StudyError,
  type StudyFile,
  studyFormats,
  studySheetModels,
  type StudyTemplate,
  studyTemplates,
  studyWithin,
  templatesOf,
  type StudyTheme,
  themeOf,
  themeSettingsOf,
} from '../../study';
import { levelOf, territoryName } from '../../territory';
import { openWorkbook, WorkbookRefused } from '../../xlsx';
import type { TableContent } from '../../excel';
import type { MadeStudy, OfferedTemplate, StudyJobs, StudyProblem, StudyRequest } from './study-model';
import { OPEN_WORKBOOK, openTables } from './study-tables';

const isWorkbook = ({ name }: File): boolean => /\.xls[xm]$/iu.test(name);
const isOutlines = ({ name }: File): boolean => /\.(geo)?json$/iu.test(name);

/** Makes a study as the command line does, from the open workbook and the files added. */
export function makeStudy(request: StudyRequest): Promise<MadeStudy | StudyProblem> {
  return told(async () => {
    const files = await filesOf(request.tables, request.files);
    const whole = await readStudyData(files, catalogue, [request.held]);
    const { territory, template: wanted, landlord, locale } = request;
    const data = territory === undefined ? whole : studyWithin(whole, territory);
    const all = await templates(files);
    const chosen = all.find(({ template }) => template.name === wanted);
    const kind = landlord === undefined ? 'campaign' : 'landlord';
    const outlines = await outlinesOf(request.files);
    const present = new Set(request.tables.map(({ name }) => name.toUpperCase()));
    return {
      templates: all.map(({ template, own }) => offered(template, own, kind, data, present)),
      years: whole.sources.map(({ year }) => year),
      territories: territoriesOf(whole),
      edits: await editsOf(files),
      ...(chosen?.template.input === kind && {
        document: buildStudy(chosen.template, data, {
          catalogue,
          locale,
          ...(landlord !== undefined && { landlord }),
          ...(outlines && { outlines }),
        }),
      }),
    };
  });
}

/** Writes a study as a file, in the look that the workbook or the files say. */
export function studyFile(input: StudyJobs['studyFile']['input']): Promise<StudyJobs['studyFile']['output']> {
  return told(async () => {
    const { document, format, tables, files } = input;
    const theme = await themeFrom(await filesOf(tables, files), files);
    return { bytes: await studyFormats[format](document, theme) };
  });
}

/** Lays a study out as sheets for the open workbook, in the look that the workbook or the files say. */
export function studyPages(
  input: StudyJobs['studyPages']['input'],
): Promise<StudyJobs['studyPages']['output']> {
  return told(async () => {
    const { document, tables, files, place } = input;
    const theme = await themeFrom(await filesOf(tables, files), files);
    return { sheets: studySheetModels(document, theme, { ...place, withoutDrawings: true }) };
  });
}

/** The sheets of tables that people fill, those that the workbook lacks. */
export function studySheets({
  wanted,
  tables,
  sheets,
}: StudyJobs['studySheets']['input']): StudyJobs['studySheets']['output'] {
  return formSheets(wanted, catalogue, (kind, name) => (kind === 'table' ? tables : sheets).includes(name));
}

/** What the person's workbook or files have wrong is said; anything else is thrown on. */
async function told<Result>(work: () => Promise<Result>): Promise<Result | StudyProblem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StudyError) return { problem: error.message };
    throw error;
  }
}

async function filesOf(tables: readonly TableContent[], given: readonly File[]): Promise<StudyFile[]> {
  const opened: StudyFile[] =
    tables.length === 0 ? [] : [{ name: OPEN_WORKBOOK, workbook: openTables(tables) }];
  for (const file of given.filter(isWorkbook)) {
    const read = async (offset: number, length: number) =>
      new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
    try {
      const workbook = await openWorkbook({ size: file.size, read }, { name: file.name });
      opened.push({ name: file.name, workbook });
    } catch (error) {
      if (error instanceof WorkbookRefused) throw new StudyError(`« ${file.name} » : ${error.message}`);
      throw error;
    }
  }
  return opened;
}

async function outlinesOf(given: readonly File[]): Promise<Outlines | undefined> {
  const file = given.findLast(isOutlines);
  return file && readOutlines(await file.text(), file.name);
}

async function themeFrom(files: readonly StudyFile[], given: readonly File[]): Promise<StudyTheme> {
  return themeOf(await themeSettingsOf(files), async (name) => {
    const picture = given.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return picture && new Uint8Array(await picture.arrayBuffer());
  });
}

/** Ours, and those saved in the workbook or the files, which take the place of ours of the same name. */
async function templates(files: readonly StudyFile[]) {
  const saved = (await templatesOf(files, catalogue)).map(({ template }) => template);
  const ours = studyTemplates(catalogue).filter(({ name }) => !saved.some((one) => one.name === name));
  return [
    ...saved.map((template) => ({ template, own: true })),
    ...ours.map((template) => ({ template, own: false })),
  ];
}

function offered(
  template: StudyTemplate,
  own: boolean,
  kind: StudyTemplate['input'],
  data: StudyData,
  present: ReadonlySet<string>,
): OfferedTemplate {
  const { name, label, input } = template;
  const fits = input === kind;
  const missingTables = formTablesOf(template).filter((one) => !present.has(one));
  return { name, label, input, fits, own, lacks: fits ? lacksOf(template, data) : [], missingTables };
}

function territoriesOf(data: StudyData): MadeStudy['territories'] {
  const { cells, territory } = mainSource(data);
  const codes = new Set([territory, ...cells.map((one) => one.territory)]);
  return [...codes]
    .filter((code) => levelOf(code) !== 'ZONE')
    .map((code) => ({ code, name: territoryName(code) ?? code }));
}
