import { citations, examplesOf } from './assemble';
import type { RawCatalogue } from './files';
import type { Catalogue, DataPoint, Indicator } from './model';
import type { CatalogueFiles } from './schema';

/** Thrown by whoever reads a text that has not come yet: `loadTexts` fetches it, then it is read again. */
export class CatalogueTextsNotLoaded extends Error {
  override readonly name = 'CatalogueTextsNotLoaded';
}

type IndicatorTexts = Pick<Indicator, 'definition' | 'sentence' | 'note' | 'references' | 'examples'>;
type DataPointTexts = Pick<DataPoint, 'question' | 'find' | 'synonyms'>;

/** What people read and no calculation needs, by code; scripts/generate.mjs takes it out of the YAML files. */
export interface CatalogueTexts {
  readonly indicators: Readonly<Record<string, unknown>>;
  readonly dataPoints: Readonly<Record<string, unknown>>;
}

type Written = CatalogueFiles['indicators'][string][string];

const indicatorTexts: Readonly<
  Record<keyof IndicatorTexts, (one: Written, sources: CatalogueFiles['sources']) => unknown>
> = {
  definition: (one) => one.definition,
  sentence: (one) => one.sentence,
  note: (one) => one.note,
  references: (one, sources) => citations(one.references, sources),
  examples: (one) => examplesOf(one),
};

const dataPointTexts: Readonly<Record<keyof DataPointTexts, (one: DataPointTexts) => unknown>> = {
  question: (one) => one.question,
  find: (one) => one.find ?? {},
  synonyms: (one) => one.synonyms ?? [],
};

/** The texts of a catalogue that come after its figures. */
export class LateTexts {
  readonly #sources: CatalogueFiles['sources'];
  #texts: CatalogueTexts | undefined;

  constructor(figures: RawCatalogue) {
    this.#sources = (figures as CatalogueFiles).sources;
  }

  get areThere(): boolean {
    return this.#texts !== undefined;
  }

  provide(texts: CatalogueTexts): void {
    this.#texts = texts;
  }

  /** The same catalogue, whose texts are read from what `provide` gives. */
  attachedTo(catalogue: Catalogue): Catalogue {
    for (const [code, indicator] of catalogue.indicators)
      this.#defer(indicator, indicatorTexts, () => this.#of('indicators')[code] as Written);
    for (const [code, point] of catalogue.dataPoints)
      this.#defer(point, dataPointTexts, () => this.#of('dataPoints')[code] as DataPointTexts);
    return catalogue;
  }

  #of(kind: keyof CatalogueTexts): Readonly<Record<string, unknown>> {
    if (!this.#texts)
      throw new CatalogueTextsNotLoaded('The texts of the catalogue are not there (loadTexts).');
    return this.#texts[kind];
  }

  #defer<One>(
    target: object,
    fields: Readonly<Record<string, (one: One, sources: CatalogueFiles['sources']) => unknown>>,
    written: () => One,
  ): void {
    for (const [name, read] of Object.entries(fields))
      Object.defineProperty(target, name, { enumerable: true, get: () => read(written(), this.#sources) });
  }
}
