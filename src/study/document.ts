import type { Locale } from '../formula';

/** What a reader must know of a number besides the number. */
export type Quality =
  'extrapolated' | 'masked' | 'insufficient' | 'range' | 'to_confirm' | 'partial' | 'published_elsewhere';

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
  /** A published figure put beside ours, not ours. */
  readonly benchmark?: boolean;
}

export interface Figure {
  readonly label: string;
  readonly value: Value;
  /** `Repère France 2019 : 17,4 %`. */
  readonly beside?: string;
}

export type TableCell = string | Value;

export type Block =
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly headings: readonly string[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | {
      readonly kind: 'chart';
      readonly title: string;
      /** For people who do not see it: what is drawn, with its least and greatest. */
      readonly description: string;
      readonly seriesName: string;
      readonly points: readonly { readonly label: string; readonly value: Value }[];
    }
  | { readonly kind: 'quote'; readonly text: string; readonly author: string }
  | { readonly kind: 'example'; readonly title: string; readonly place: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (readonly [string, string])[] };

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export interface Chapter {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Each begins with its mark. */
  readonly notes: readonly string[];
}

/** A study, ready to be put into any format. */
export interface StudyDocument {
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
      return block.points.map(({ value }) => value);
    default:
      return [];
  }
}
