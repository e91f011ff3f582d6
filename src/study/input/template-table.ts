import type { RawBlock, RawTemplate } from '../template/schema';
import type { FormRow } from './table-rows';

/** A line of the template's table, by heading. */
export type TemplateRow = Readonly<Record<string, string>>;

interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

const columns = {
  territoire: 'territory',
  territoires: 'territories',
  zones: 'zones',
  années: 'years',
} as const;
const across = { territoires: 'territories', zones: 'zones', années: 'years' } as const;
const targets = { tableau: 'table', graphiques: 'charts', actions: 'actions' } as const;
const proposals = { synthèse: 'summary', ateliers: 'workshops', thèmes: 'themes' } as const;
const reviews = {
  chiffres: 'figures',
  tableaux: 'tables',
  graphiques: 'charts',
  recoupements: 'overlaps',
} as const;
const contents = { citations: 'quotes', exemples: 'examples' } as const;
const annexes = {
  périmètre: 'perimeter',
  'chiffres retenus': 'withheld',
  définitions: 'definitions',
  coefficients: 'coefficients',
  règles: 'rules',
  glossaire: 'glossary',
} as const;

const codesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((one) => one !== '');

/** The French word of a setting. */
function wordOf(words: Readonly<Record<string, string>>, value: string): string {
  return Object.keys(words).find((one) => words[one] === value) ?? value;
}

const title = ({ fr, en }: Bilingual): TemplateRow => ({ Titre: fr, 'Titre (anglais)': en });
const text = ({ fr, en }: Bilingual): TemplateRow => ({ Texte: fr, 'Texte (anglais)': en });

/** The lines of a block; several for a paragraph, one for each sentence. */
function rowsOfBlock(block: RawBlock): TemplateRow[] {
  if ('text' in block)
    return block.text.map((one, at) => ({ Bloc: at === 0 ? 'paragraphe' : 'phrase', ...text(one) }));
  return [rowOfBlock(block)];
}

function rowOfBlock(block: Exclude<RawBlock, { text: unknown }>): TemplateRow {
  if ('figures' in block) return { Bloc: 'chiffres clés', Indicateurs: block.figures.join(' ') };
  if ('sources' in block) return { Bloc: 'sources', Indicateurs: block.sources.join(' ') };
  if ('table' in block)
    return {
      Bloc: 'tableau',
      ...title(block.table),
      Indicateurs: block.indicators.join(' '),
      Réglage: wordOf(columns, block.columns),
    };
  if ('chart' in block)
    return {
      Bloc: 'graphique',
      ...title(block.chart),
      Indicateurs: 'indicator' in block ? block.indicator : block.indicators.join(' '),
      ...('across' in block && block.across ? { Réglage: wordOf(across, block.across) } : {}),
    };
  if ('map' in block) return { Bloc: 'carte', ...title(block.map), Indicateurs: block.indicator };
  if ('targets' in block) return { Bloc: 'objectifs', Réglage: wordOf(targets, block.targets) };
  if ('proposals' in block) return { Bloc: 'propositions', Réglage: wordOf(proposals, block.proposals) };
  if ('review' in block) return { Bloc: 'bilan', Réglage: wordOf(reviews, block.review) };
  if ('contents' in block) return { Bloc: wordOf(contents, block.contents) };
  return { Bloc: 'annexe', Réglage: wordOf(annexes, block.annex) };
}

/** The lines before the chapters, by the key of the template. */
export const headRows: Readonly<Record<string, string>> = {
  name: 'nom',
  label: 'description',
  input: 'porte sur',
  title: 'titre',
  subtitle: 'sous-titre',
};

const inputs = { région: 'campaign', bailleur: 'landlord' } as const;
const eaches = { 'par territoire': 'territory', 'par zone': 'zone' } as const;

/** A template as the lines of a table; `templateOfRows` reads them back the same. */
export function rowsOfTemplate(template: RawTemplate): TemplateRow[] {
  const rows: TemplateRow[] = [
    { Bloc: 'nom', Texte: template.name },
    { Bloc: 'description', ...text(template.label) },
    { Bloc: 'porte sur', Réglage: wordOf(inputs, template.input) },
    { Bloc: 'titre', ...text(template.title) },
    { Bloc: 'sous-titre', ...text(template.subtitle) },
  ];
  for (const chapter of template.chapters) {
    const place = {
      Chapitre: chapter.title.fr,
      'Chapitre (anglais)': chapter.title.en,
      ...(chapter.each ? { Répété: wordOf(eaches, chapter.each) } : {}),
    };
    for (const row of chapter.blocks.flatMap(rowsOfBlock)) rows.push({ ...place, ...row });
  }
  for (const { word, meaning } of template.glossary ?? [])
    rows.push({ Bloc: 'mot du glossaire', ...title(word), ...text(meaning) });
  return rows;
}

/** What `templateOfRows` builds, before it is verified, with the line of the sheet of each block. */
export interface RowsTemplate {
  readonly raw: unknown;
  readonly lines: readonly (readonly number[])[];
}

interface ChapterMade {
  readonly title: Bilingual;
  each?: string;
  readonly blocks: Record<string, unknown>[];
  readonly lines: number[];
}

/** The settings a block takes, by its French name. */
const settings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tableau: columns,
  graphique: { ...across, '': '' },
  objectifs: targets,
  propositions: proposals,
  bilan: reviews,
  annexe: annexes,
};

/** Reads a template from its table; what cannot be a block is reported by cell. */
export function templateOfRows(rows: readonly FormRow[]): RowsTemplate {
  const head: Record<string, unknown> = {};
  const chapters: ChapterMade[] = [];
  const glossary: unknown[] = [];
  for (const row of rows) {
    const kind = row.text('Bloc').toLocaleLowerCase('fr').normalize('NFC');
    const said = both(row, 'Texte');
    const setting = row.text('Réglage').toLocaleLowerCase('fr').normalize('NFC');
    switch (kind) {
      case 'nom':
        head['name'] = row.text('Texte');
        break;
      case 'description':
        head['label'] = said;
        break;
      case 'porte sur':
        head['input'] = inputs[setting as keyof typeof inputs] ?? setting;
        break;
      case 'titre':
        head['title'] = said;
        break;
      case 'sous-titre':
        head['subtitle'] = said;
        break;
      case 'mot du glossaire':
        glossary.push({ word: both(row, 'Titre'), meaning: said });
        break;
      default:
        addBlock(row, kind, setting, chapters);
    }
  }
  const made = chapters.map(({ title: name, each, blocks }) => ({
    title: name,
    ...(each ? { each } : {}),
    blocks,
  }));
  return {
    raw: { ...head, chapters: made, ...(glossary.length > 0 ? { glossary } : {}) },
    lines: chapters.map(({ lines }) => lines),
  };
}

function addBlock(row: FormRow, kind: string, setting: string, chapters: ChapterMade[]): void {
  const chapter = chapterOf(row, chapters);
  if (chapter === undefined) {
    row.report('Chapitre', 'ce bloc n’est dans aucun chapitre', 'écrivez le titre de son chapitre');
    return;
  }
  const last = chapter.blocks.at(-1);
  if (kind === 'phrase' && last && Array.isArray(last['text'])) {
    last['text'].push(both(row, 'Texte'));
    return;
  }
  const block = blockOf(row, kind, setting);
  if (block === undefined) return;
  chapter.blocks.push(block);
  chapter.lines.push(row.number);
}

/** The chapter of a line: the last one, unless another title is written. */
function chapterOf(row: FormRow, chapters: ChapterMade[]): ChapterMade | undefined {
  const written = row.text('Chapitre');
  const last = chapters.at(-1);
  if (written === '' || written === last?.title.fr) return last;
  const each = eaches[row.text('Répété').toLocaleLowerCase('fr') as keyof typeof eaches];
  const chapter: ChapterMade = {
    title: both(row, 'Chapitre'),
    ...(each ? { each } : {}),
    blocks: [],
    lines: [],
  };
  chapters.push(chapter);
  return chapter;
}

/** Without English, the French is what an English study shows. */
function both(row: FormRow, heading: string): Bilingual {
  const fr = row.text(heading);
  const en = row.text(`${heading} (anglais)`);
  return { fr, en: en === '' ? fr : en };
}

/** Every word of the column « Bloc » that makes a block of a chapter. */
const kinds = [
  'paragraphe',
  'phrase',
  'chiffres clés',
  'tableau',
  'graphique',
  'carte',
  'objectifs',
  'propositions',
  'bilan',
  'citations',
  'exemples',
  'sources',
  'annexe',
] as const;

function blockOf(row: FormRow, kind: string, setting: string): Record<string, unknown> | undefined {
  const words = settings[kind];
  if (words && !(setting in words)) {
    const known = Object.keys(words).filter((one) => one !== '');
    row.report(
      'Réglage',
      `« ${setting} » n’est pas un réglage de « ${kind} »`,
      `choisissez ${known.join(', ')}`,
    );
    return undefined;
  }
  const choice = words?.[setting] ?? '';
  const codes = codesOf(row.text('Indicateurs'));
  const [first = ''] = codes;
  switch (kind) {
    case 'paragraphe':
    case 'phrase':
      return { text: [both(row, 'Texte')] };
    case 'chiffres clés':
      return { figures: codes };
    case 'sources':
      return { sources: codes };
    case 'tableau':
      return { table: both(row, 'Titre'), indicators: codes, columns: choice };
    case 'graphique':
      return codes.length > 1
        ? { chart: both(row, 'Titre'), indicators: codes }
        : { chart: both(row, 'Titre'), indicator: first, ...(choice === '' ? {} : { across: choice }) };
    case 'carte':
      return { map: both(row, 'Titre'), indicator: first };
    case 'objectifs':
      return { targets: choice };
    case 'propositions':
      return { proposals: choice };
    case 'bilan':
      return { review: choice };
    case 'annexe':
      return { annex: choice };
    case 'citations':
    case 'exemples':
      return { contents: contents[kind] };
    default:
      row.report('Bloc', `« ${kind} » n’est pas un bloc`, `choisissez ${kinds.join(', ')}`);
      return undefined;
  }
}

/** What the lists of the form propose. */
export const templateChoices = {
  Bloc: [...kinds, 'mot du glossaire'],
  Réglage: [...new Set(Object.values(settings).flatMap((words) => Object.keys(words)))].filter(
    (one) => one !== '',
  ),
} as const;
