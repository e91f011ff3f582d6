import type { Locale } from '../formula';

/** What a reader must know of a number besides the number. */
export type Quality =
  'extrapolated' | 'adjusted' | 'masked' | 'insufficient' | 'range' | 'to_confirm' | 'partial' | 'entered';

/** Where a number comes from: the consolidation, the form, or two numbers of the study. */
export type Origin = 'consolidation' | 'target' | 'entered' | 'computed';

/** A number of the study, with where it comes from and how it is written. */
export interface Value {
  readonly code: string;
  readonly territory: string;
  readonly year: number;
  /** Null where it is masked, not covered or absent. */
  readonly value: number | null;
  readonly unit: string;
  readonly decimals: number;
  /** As written in a text: `20,9 %`, `800 M€`; `secret`, `n.c.` or `–` without a value. */
  readonly text: string;
  /** Marks of the footnotes (`¹`), in order; empty for a plain number. */
  readonly marks: string;
  readonly origin: Origin;
  /** For a computed number: the first minus the second, its growth over it, or its part of it. */
  readonly of?: { readonly how: 'minus' | 'growth' | 'rate'; readonly first: Value; readonly second: Value };
}

/** A footnote: `¹`, what it says in full, and in one line where room is scarce. */
export interface Note {
  readonly mark: string;
  readonly text: string;
  readonly short: string;
}

export interface Figure {
  readonly label: string;
  readonly value: Value;
  /** `Repère France 2019 : 17,4 %`. */
  readonly beside?: string;
}

export type TableCell = string | Value;

/** A line of the chart's legend, with a value for each label. */
export interface Series {
  readonly name: string;
  /** Without a value where there is none, or none may be shown. */
  readonly values: readonly Value[];
}

/** What a map draws of a territory: polygons in a plane from 0 to 1 across, y downwards. */
export interface MapArea {
  readonly territory: string;
  readonly label: string;
  readonly value: Value;
  /** The place of its class in `classes`; masked and absent areas have none. */
  readonly class: number | 'masked' | 'absent';
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  /** Where its name goes. */
  readonly center: readonly [number, number];
}

export type Block =
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** The same, sentence by sentence, with the place of each in its chapter: `texte-1/phrase-2`. */
      readonly sentences?: readonly { readonly place: string; readonly text: string }[];
    }
  | { readonly kind: 'warning'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly headings: readonly string[];
      readonly rows: readonly (readonly TableCell[])[];
      /** The part of the width that each column takes, where texts are long. */
      readonly widths?: readonly number[];
    }
  | {
      readonly kind: 'chart';
      readonly shape: 'bar' | 'line';
      readonly title: string;
      /** For people who do not see it: what is drawn, with its least and greatest. */
      readonly description: string;
      readonly labels: readonly string[];
      readonly series: readonly Series[];
    }
  | {
      readonly kind: 'map';
      readonly title: string;
      readonly description: string;
      readonly areas: readonly MapArea[];
      /** What the legend says of each class, lightest first. */
      readonly classes: readonly string[];
      /** Height over width. */
      readonly ratio: number;
      /** Tiles of one size, in no place: no outlines were given. */
      readonly tiles: boolean;
    }
  | { readonly kind: 'quote'; readonly text: string; readonly author: string }
  | { readonly kind: 'example'; readonly title: string; readonly place: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (readonly [string, string])[] };

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export interface Chapter {
  /** From its title in the template, and its territory where it is repeated: `portrait@DEP:14`; one for each. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

/** A study, ready to be put into any format. */
export interface StudyDocument {
  /** The name of its template. */
  readonly template: string;
  readonly territory: string;
  readonly locale: Locale;
  readonly title: string;
  readonly subtitle: string;
  /** On every page when the figures are not for the public. */
  readonly banner?: string;
  readonly footer: string;
  readonly chapters: readonly Chapter[];
  /** Stored in the files; never the clock. */
  readonly date: Date;
}

/** Every number of a document that stands in a figure, a table or a chart. */
export function valuesOf({ chapters }: StudyDocument): Value[] {
  return chapters.flatMap(({ blocks }) => blocks.flatMap(valuesOfBlock));
}

function valuesOfBlock(block: Block): Value[] {
  switch (block.kind) {
    case 'figures':
      return block.figures.map(({ value }) => value);
    case 'table':
      return block.rows.flat().filter((one) => typeof one !== 'string');
    case 'chart':
      return block.series.flatMap(({ values }) => values);
    case 'map':
      return block.areas.map(({ value }) => value);
    default:
      return [];
  }
}
