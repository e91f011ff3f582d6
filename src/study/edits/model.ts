import type { StudyDocument } from '../document';

/** A text of a study that a person rewrote, with what was computed when they did: a row of the workbook. */
export interface StudyEdit {
  /** The name of the template. */
  readonly template: string;
  /** `fr/REG:28/habitants/texte-1/phrase-2` */
  readonly id: string;
  readonly computed: string;
  /** A dash alone leaves the text out; blank, there is no edit. */
  readonly written: string;
  readonly by: string;
  readonly on: string;
}

export type PartKind = 'title' | 'heading' | 'sentence' | 'quote' | 'example';

/** A text of a study that may be rewritten. */
export interface Part {
  readonly id: string;
  readonly kind: PartKind;
  readonly text: string;
  /** The place of its chapter in the document; undefined for the title and the subtitle. */
  readonly chapter?: number;
  /** The place of its block in the chapter; undefined for the title of the chapter. */
  readonly block?: number;
}

/** An edit that is not in the study: what it was written over is not what is computed now. */
export interface EditConflict {
  readonly edit: StudyEdit;
  /** What is computed now; undefined where the text is no longer there, a number of it being masked or absent. */
  readonly now: string | undefined;
}

/** What a person should look at in a text they wrote. */
export interface EditRemark {
  readonly edit: StudyEdit;
  readonly kind: 'unknown_number' | 'lost_note';
  /** The numbers that the study does not hold; the marks of notes that the text no longer bears. */
  readonly found: readonly string[];
}

export interface EditedStudy {
  readonly document: StudyDocument;
  /** The edits that the document bears, by the id of their text. */
  readonly applied: ReadonlyMap<string, StudyEdit>;
  readonly conflicts: readonly EditConflict[];
  readonly remarks: readonly EditRemark[];
}
