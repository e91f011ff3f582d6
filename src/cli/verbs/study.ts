import { basename } from 'node:path';
import { catalogue } from '../../catalogue';
import {
  applyEdits,
  buildStudy,
  conflictInWords,
  editsOf,
  mainSource,
  missingFor,
  prepareForm,
  readStudyData,
  remarkInWords,
  type StudyData,
  studyFormatOf,
  studyFormats,
  type StudyTemplate,
  studyTemplates,
} from '../../study';
import type { Arguments } from '../arguments';
import { CannotRun } from '../errors';
import { write, writeBytes } from '../files';
import { print } from '../output';
import { openStudyFiles, orCannotRun, outlinesOption, themeOption } from '../study-files';
import { chosenTemplate, rawChosen } from '../study-template';
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
        follows: /\.xls[xm]$/i,
        help: 'le classeur de consolidate -o (ou --publish -o), ou d’indicators -o, un par année ; et le formulaire rempli',
      },
      prepare: {
        help: 'écrit le formulaire vide : cibles, ateliers, bilan, citations, exemples, apparence, modèle',
      },
      template: { value: 'FICHIER.yaml', help: 'votre modèle, au lieu d’un nom' },
      theme: {
        value: 'FICHIER',
        help: 'l’apparence (police, couleurs, logo) : formulaire .xlsx ou fichier .yaml',
      },
      outlines: { value: 'FICHIER.geojson', help: 'les contours des territoires, pour les cartes' },
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
  // `-i a.xlsx b.xlsx`: what follows the first file may stand behind the name.
  const more = args.positionals.filter((one) => /\.xls[xm]$/i.test(one));
  const name = args.positionals.find((one) => !more.includes(one));
  const output = args.text('output');
  const format = output === undefined ? undefined : studyFormatOf(output);
  if (name === undefined && args.text('template') === undefined)
    throw new CannotRun(
      'Quel modèle ? study --list les donne ; par exemple : study etude-regionale -i region.xlsx -o etude.docx.',
    );
  if (args.has('prepare')) return prepare(args, name, output);
  const paths = [...args.texts('input'), ...more];
  return openStudyFiles(paths, async (files) => {
    const { template, from } = await chosenTemplate(name, args.text('template'), files);
    if (output === undefined || format === undefined)
      throw new CannotRun(
        `Indiquez le fichier à écrire : -o suivi d’un nom en .xlsx, .pptx ou .docx${output ? ` (reçu « ${output} »)` : ''}.`,
      );
    if (paths.length === 0)
      throw new CannotRun('Il manque -i : le classeur de consolidation dont l’étude est tirée.');
    const data = await readStudyData(files, catalogue);
    const outlines = await outlinesOption(args.text('outlines'));
    const theme = await themeOption(args.text('theme'), files, paths);
    const computed = buildStudy(template, data, {
      catalogue,
      locale: args.has('english') ? 'en' : 'fr',
      landlord: landlordOf(template, data),
      ...(outlines ? { outlines } : {}),
    });
    const { document, applied, conflicts, remarks } = applyEdits(computed, await editsOf(files));
    await writeBytes(output, await studyFormats[format](document, theme));
    const internal =
      document.banner === undefined
        ? ''
        : ' Interne : tirée d’un classeur non publiable, elle le dit à chaque page.';
    const own = from === undefined ? '' : ` Modèle lu dans « ${from} ».`;
    print(`Étude écrite : ${output} (${document.chapters.length} chapitres).${own}${internal}`);
    if (applied.size > 0) print(`Textes réécrits dans l’étude : ${applied.size}.`);
    for (const one of conflicts) print(conflictInWords(one));
    for (const one of remarks) print(remarkInWords(one));
    for (const one of missingFor(template, data)) print(one);
    return 0;
  });
}

async function prepare(
  args: Arguments,
  name: string | undefined,
  output: string | undefined,
): Promise<number> {
  const raw = await rawChosen(name, args.text('template'));
  if (output === undefined || studyFormatOf(output) !== 'xlsx')
    throw new CannotRun(
      `Le formulaire est un classeur : indiquez -o suivi d’un nom en .xlsx${output ? ` (reçu « ${output} »)` : ''}.`,
    );
  await write(output, prepareForm(raw, catalogue));
  print(`Formulaire écrit : ${basename(output)}. Remplissez-le, puis ajoutez-le à -i.`);
  return 0;
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
