import type { Bilingual, Catalogue } from '../../catalogue';
import type { Locale } from '../../formula';
import { StudyError } from '../data';
import { parseSentence, type Piece } from '../language/sentence';
import { type RawBlock, type RawTemplate, templateSchema } from './schema';

type Sentence = Readonly<Record<Locale, readonly Piece[]>>;

export type TemplateBlock =
  Exclude<RawBlock, { text: unknown }> | { readonly sentences: readonly Sentence[] };

export interface StudyTemplate extends Pick<RawTemplate, 'name' | 'label' | 'input'> {
  readonly title: Sentence;
  readonly subtitle: Sentence;
  readonly chapters: readonly {
    readonly title: Bilingual;
    readonly each: 'territory' | 'zone' | undefined;
    readonly blocks: readonly TemplateBlock[];
  }[];
  readonly glossary: readonly { readonly word: Bilingual; readonly meaning: Bilingual }[];
}

/**
 * Verifies a template: its shape, its indicators, its sentences in both languages.
 * @throws {StudyError} with every problem, each naming the template, the chapter and the line
 */
export function loadTemplate(
  raw: unknown,
  catalogue: Catalogue,
  file?: string,
  places: TemplatePlaces = {},
): StudyTemplate {
  const shaped = templateSchema.safeParse(raw);
  if (!shaped.success) {
    throw new StudyError(
      shaped.error.issues
        .map(
          (issue) =>
            `Modèle « ${file ?? 'sans nom'} », ${placeOf(issue.path, places)} : ${shapeProblem(issue)}`,
        )
        .join('\n'),
    );
  }
  return new Loader(shaped.data, catalogue, file ?? shaped.data.name, places).load();
}

/** Where a block stands, for people, when the template is not a file of ours: `feuille Modèle, ligne 12`. */
export interface TemplatePlaces {
  block?(chapter: number, block: number): string;
  /** Of what stands before the chapters: `name`, `title` … */
  head?(key: string): string | undefined;
}

/** What zod says, in French. */
function shapeProblem({ code, message }: { readonly code?: string; readonly message: string }): string {
  if (code === 'invalid_union')
    return 'ce bloc n’a pas la forme d’un bloc connu (figures, text, table, chart, map, targets, proposals, review, contents, sources, annex). Corrigez le modèle.';
  if (code === 'unrecognized_keys')
    return `${message.replace(/^Unrecognized keys?: /, 'clé inconnue : ')}. Ôtez-la ou corrigez-la.`;
  if (code === 'invalid_type')
    return 'il manque une valeur, ou elle n’est pas de la bonne sorte. Complétez le modèle.';
  if (code === 'invalid_format')
    return 'le nom s’écrit en minuscules sans accent, avec des tirets. Changez-le.';
  return 'cette valeur n’est pas admise. Corrigez le modèle.';
}

/** `chapitre 2, ligne 3, indicators` from what zod says; people count from one. */
function placeOf(path: readonly PropertyKey[], places: TemplatePlaces): string {
  const [, chapter, , block] = path;
  if (path[2] === 'blocks' && typeof chapter === 'number' && typeof block === 'number') {
    const known = places.block?.(chapter, block);
    if (known !== undefined) return known;
  }
  const [key] = path;
  if (key === undefined) return 'au premier niveau';
  const head = path.length <= 2 ? places.head?.(String(key)) : undefined;
  if (head !== undefined) return head;
  const words: Readonly<Record<string, string>> = { chapters: 'chapitre', blocks: 'ligne', text: 'phrase' };
  return path
    .map((one, at) => {
      const before = path[at - 1];
      if (typeof one === 'number') return `${words[String(before)] ?? String(before)} ${one + 1}`;
      return typeof path[at + 1] === 'number' ? '' : String(one);
    })
    .filter((one) => one !== '')
    .join(', ');
}

class Loader {
  private readonly problems: string[] = [];

  constructor(
    private readonly raw: RawTemplate,
    private readonly catalogue: Catalogue,
    private readonly file: string,
    private readonly places: TemplatePlaces,
  ) {}

  load(): StudyTemplate {
    const { name, label, input, glossary = [] } = this.raw;
    const title = this.sentence(this.raw.title, 'titre');
    const subtitle = this.sentence(this.raw.subtitle, 'sous-titre');
    const chapters = this.raw.chapters.map((chapter, number) => ({
      title: chapter.title,
      each: chapter.each,
      blocks: chapter.blocks.map((block, at) =>
        this.block(
          block,
          this.places.block?.(number, at) ?? `chapitre « ${chapter.title.fr} », ligne ${at + 1}`,
        ),
      ),
    }));
    if (this.problems.length > 0) throw new StudyError(this.problems.join('\n'));
    return { name, label, input, title, subtitle, chapters, glossary };
  }

  private block(block: RawBlock, place: string): TemplateBlock {
    if ('text' in block) {
      const sentences = block.text.map((one, at) => this.sentence(one, `${place}, phrase ${at + 1}`));
      return { sentences };
    }
    const codes = [
      ...('figures' in block ? block.figures : []),
      ...('indicators' in block ? block.indicators : []),
      ...('indicator' in block ? [block.indicator] : []),
      ...('sources' in block ? block.sources : []),
    ];
    for (const code of codes) {
      if (!this.catalogue.indicators.has(code))
        this.report(place, `l’indicateur « ${code} » n’existe pas dans le catalogue`);
    }
    if ('chart' in block && 'indicators' in block) {
      const units = new Set(block.indicators.map((code) => this.catalogue.indicators.get(code)?.unit));
      if (units.size > 1)
        this.report(place, `un graphique a une seule unité, celui-ci en mêle ${units.size}`);
    }
    return block;
  }

  private sentence(text: Bilingual, place: string): Sentence {
    const read = (locale: Locale): readonly Piece[] => {
      const pieces = parseSentence(text[locale], (code) => this.catalogue.indicators.has(code));
      if (!('problem' in pieces)) return pieces;
      this.report(place, `dans « ${text[locale]} », ${pieces.problem}`);
      return [];
    };
    return { fr: read('fr'), en: read('en') };
  }

  private report(place: string, problem: string): void {
    this.problems.push(`Modèle « ${this.file} », ${place} : ${problem}. Corrigez le modèle.`);
  }
}
