import { basename } from 'node:path';
import { catalogue } from '../../catalogue';
import {
  buildStudy,
  mainSource,
  prepareForm,
  readStudyData,
  type StudyData,
  StudyError,
  studyFormatOf,
  studyFormats,
  type StudyTemplate,
  studyTemplate,
  studyTemplates,
} from '../../study';
import { openWorkbook, WorkbookRefused } from '../../xlsx';
import type { Arguments } from '../arguments';
import { CannotRun } from '../errors';
import { exists, inflate, withFile, write, writeBytes } from '../files';
import { print } from '../output';
import type { Verb } from './index';

export const study: Verb = {
  spec: {
    name: 'study',
    help: 'Une étude à partir d’un modèle : classeur, présentation ou document.',
    positionals: { label: 'NOM', min: 0, max: Infinity },
    options: {
      list: { help: 'les modèles, un par ligne' },
      input: {
        value: 'CONSOLIDATION.xlsx',
        short: 'i',
        many: true,
        help: 'le classeur de consolidate -o (ou --publish -o), ou d’indicators -o ; et le formulaire rempli',
      },
      prepare: { help: 'écrit le formulaire vide des citations et des exemples' },
      english: { help: 'en anglais' },
      output: { value: 'FICHIER', short: 'o', help: '.xlsx, .pptx ou .docx' },
    },
  },
  async run(args) {
    if (args.has('list')) {
      const all = studyTemplates(catalogue);
      print(all.map(({ name, label }) => `${name.padEnd(18)} ${label.fr}`).join('\n'));
      return 0;
    }
    return orCannotRun(() => makeStudy(args));
  },
};

async function makeStudy(args: Arguments): Promise<number> {
  // `-i a.xlsx b.xlsx`: what follows the first file stands behind the name.
  const [name, ...more] = args.positionals;
  if (name === undefined)
    throw new CannotRun(
      'Quel modèle ? study --list les donne ; par exemple : study etude-regionale -i region.xlsx -o etude.docx.',
    );
  const template = studyTemplate(name, catalogue);
  const output = args.text('output');
  const format = output === undefined ? undefined : studyFormatOf(output);
  if (output === undefined || format === undefined)
    throw new CannotRun(
      `Indiquez le fichier à écrire : -o suivi d’un nom en .xlsx, .pptx ou .docx${output ? ` (reçu « ${output} »)` : ''}.`,
    );
  if (args.has('prepare')) {
    if (format !== 'xlsx')
      throw new CannotRun(`Le formulaire est un classeur : donnez à « ${output} » l’extension .xlsx.`);
    await write(output, prepareForm(`Formulaire : ${template.label.fr}`));
    print(`Formulaire écrit : ${output}. Remplissez-le, puis ajoutez-le à -i.`);
    return 0;
  }
  const files = [...args.texts('input'), ...more];
  if (files.length === 0)
    throw new CannotRun('Il manque -i : le classeur de consolidation dont l’étude est tirée.');
  const data = await readFiles(files);
  const document = buildStudy(template, data, {
    catalogue,
    locale: args.has('english') ? 'en' : 'fr',
    landlord: landlordOf(template, data),
  });
  await writeBytes(output, await studyFormats[format](document));
  const nature =
    document.banner === undefined
      ? ''
      : ' Interne : tirée d’un classeur non publiable, elle le dit à chaque page.';
  print(`Étude écrite : ${output} (${document.chapters.length} chapitres).${nature}`);
  return 0;
}

async function readFiles(files: readonly string[]): Promise<StudyData> {
  for (const path of files) {
    if (!(await exists(path)))
      throw new CannotRun(`« ${path} » n’existe pas : vérifiez le chemin du classeur.`);
  }
  // Each file stays open while its tables are read.
  const nested = async (
    rest: readonly string[],
    opened: Parameters<typeof readStudyData>[0],
  ): Promise<StudyData> => {
    const [path, ...others] = rest;
    if (path === undefined) return readStudyData(opened);
    return withFile(path, async (source) => {
      const workbook = await openWorkbook(source, { inflate, name: path }).catch((error: unknown) => {
        if (error instanceof WorkbookRefused) throw new CannotRun(`« ${path} » : ${error.message}`);
        throw error;
      });
      return nested(others, [...opened, { name: basename(path), workbook }]);
    });
  };
  return nested(files, []);
}

/** `indicators -o` names the landlord in the title of its workbook. */
function landlordOf(template: StudyTemplate, data: StudyData): string {
  const { title, file } = mainSource(data);
  const name = /^Indicateurs de (.+)$/.exec(title)?.[1];
  if (template.input === 'landlord' && name === undefined)
    throw new CannotRun(
      `Le modèle « ${template.name} » porte sur un bailleur : « ${file} » en réunit plusieurs. Donnez le classeur écrit par indicators -o.`,
    );
  if (template.input === 'campaign' && name !== undefined)
    throw new CannotRun(
      `Le modèle « ${template.name} » porte sur une région : « ${file} » est le classeur d’un seul bailleur. Donnez celui de consolidate -o, ou le modèle premier-bilan.`,
    );
  return name ?? '';
}

async function orCannotRun<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StudyError) throw new CannotRun(error.message);
    throw error;
  }
}
