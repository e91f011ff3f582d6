import type { Bilingual } from '../../catalogue';
import type { TableContent } from '../../excel';
import type { Locale } from '../../formula';
import type { Lack, SheetsPlace, StudyDocument, StudyEdit, StudyFormat, StudySource } from '../../study';
import type { SheetModel } from '../../xlsx';

/** A study to be made from the open workbook and the files that a person added. */
export interface StudyRequest {
  /** The consolidation of the open workbook. */
  readonly held: StudySource;
  /** The tables of the workbook that studies use: citations, targets, a template, rewritten texts. */
  readonly tables: readonly TableContent[];
  /** Other years or a publishable copy, outlines of territories (GeoJSON), the picture of a logo. */
  readonly files: readonly File[];
  /** The name of its template; undefined: the templates alone are wanted. */
  readonly template?: string;
  readonly locale: Locale;
  /** One of the territories of the consolidation; undefined: all of it. */
  readonly territory?: string;
  /** The landlord's name, in a landlord's workbook. */
  readonly landlord?: string;
}

/** A template, and whether the data allow it. */
export interface OfferedTemplate {
  readonly name: string;
  readonly label: Bilingual;
  /** A landlord alone, or a campaign of many: the other one's workbook cannot make it. */
  readonly input: 'campaign' | 'landlord';
  readonly fits: boolean;
  /** Saved in the workbook or a file, in place of one of ours or beside them. */
  readonly own: boolean;
  readonly lacks: readonly Lack[];
  /** The tables that people fill for it, and that the workbook does not have. */
  readonly missingTables: readonly string[];
}

export interface MadeStudy {
  readonly templates: readonly OfferedTemplate[];
  /** The years there are, the study's last. */
  readonly years: readonly number[];
  readonly territories: readonly { readonly code: string; readonly name: string }[];
  /** As computed, without what people rewrote. */
  readonly document?: StudyDocument;
  readonly edits: readonly StudyEdit[];
}

/** In French: what keeps the study from being made. */
export interface StudyProblem {
  readonly problem: string;
}

export interface StudyJobs {
  readonly study: {
    readonly input: StudyRequest;
    readonly output: MadeStudy | StudyProblem;
    readonly piece: never;
  };
  /** Writes a study, rewritten texts in it, as a file. */
  readonly studyFile: {
    readonly input: {
      readonly document: StudyDocument;
      readonly format: StudyFormat;
      /** As they were given to make it: the look is read from them. */
      readonly tables: readonly TableContent[];
      readonly files: readonly File[];
    };
    readonly output: { readonly bytes: Uint8Array } | StudyProblem;
    readonly piece: never;
  };
  /** A study, rewritten texts in it, as sheets for the open workbook. */
  readonly studyPages: {
    readonly input: {
      readonly document: StudyDocument;
      readonly tables: readonly TableContent[];
      readonly files: readonly File[];
      readonly place: SheetsPlace;
    };
    readonly output: { readonly sheets: readonly SheetModel[] } | StudyProblem;
    readonly piece: never;
  };
  /** The sheets of tables that people fill, those that the workbook lacks. */
  readonly studySheets: {
    readonly input: {
      /** Names of tables. */
      readonly wanted: readonly string[];
      /** What the workbook has, its tables in capitals. */
      readonly tables: readonly string[];
      readonly sheets: readonly string[];
    };
    readonly output: readonly SheetModel[];
    readonly piece: never;
  };
}
