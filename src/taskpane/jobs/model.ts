import type { Campaign, Change, Effect, FollowUp, Outcome, StoredRows } from '../../campaign';
import type { Remark } from '../../contribution';
import type { SheetContent } from '../../excel';
import type {
  FecImport,
  FecLedger,
  ImportedReferences,
  MarketRents,
  RplsImport,
  SupplierList,
} from '../../importers';
import type { Mapping, MappingProfile, Pointed } from '../../mapping';
import type { HandedFiles, HandedRows, ReceivedValues } from '../union';
import type { StudyJobs } from './study-model';

export type * from './study-model';

/** A file given to the pane, once its content has told what it is. */
export type ReadFile =
  | { readonly kind: 'rpls'; readonly name: string; readonly imported: RplsImport }
  | { readonly kind: 'fec'; readonly name: string; readonly ledger: FecLedger }
  | { readonly kind: 'suppliers'; readonly name: string; readonly list: SupplierList }
  | {
      readonly kind: 'references';
      readonly name: string;
      /** Figures that nothing dates have the year 0: that of the answers is given to them when they are gathered. */
      readonly imported: ImportedReferences;
      /** Its rents, when it is a file of market rents. */
      readonly market?: MarketRents;
    }
  /** Of no use here; `reason` is a French sentence that says what it is and what was expected. */
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string };

/** What the search through the person's own sheets gives. */
export interface Found {
  readonly mapping: Mapping;
  readonly year: number;
  /** What the sheets say of the landlord. */
  readonly identity: { readonly siren?: string; readonly name?: string; readonly family?: string };
}

/** A contribution given to the union's pane, and what becomes of it. */
export interface ReceivedFile {
  /** As the person calls it. */
  readonly name: string;
  readonly version: string;
  readonly kind: Outcome['kind'];
  readonly siren?: string;
  readonly landlord?: string;
  readonly year?: number;
  /** Figures it holds. */
  readonly figures: number;
  readonly remarks: readonly Remark[];
  readonly changes: readonly Change[];
  readonly effects: readonly Effect[];
  /** For one that may be taken: the follow-up of its landlord as it was and as it becomes, and what is kept. */
  readonly taking?: {
    readonly before: FollowUp | undefined;
    readonly after: FollowUp;
    readonly rows: StoredRows;
  };
}

/** A table of accounts as a workbook holds it, headings first. */
export interface AccountsContent {
  readonly sheet: string;
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  /** The row of the sheet where the headings stand, from 1. */
  readonly firstLine: number;
}

/** Works too long for the thread that draws the pane, with what goes in and out: plain data. */
export interface Jobs extends StudyJobs {
  readonly readFile: {
    readonly input: { readonly file: File; readonly siren?: string };
    readonly output: ReadFile;
    readonly piece: never;
  };
  readonly fecFigures: {
    readonly input: {
      readonly ledgers: readonly FecLedger[];
      readonly local: readonly string[];
      readonly suppliers?: SupplierList;
      /** In place of the table that ships. */
      readonly accounts?: AccountsContent;
    };
    /** One a year; `problem` instead, in French, when the files cannot be taken together. */
    readonly output: { readonly imports: readonly FecImport[]; readonly problem?: string };
    readonly piece: never;
  };
  readonly propose: {
    readonly input: {
      readonly sheets: readonly SheetContent[];
      /** Else the one that the sheets speak of, else `now`. */
      readonly year?: number;
      readonly now: number;
      readonly territory?: string;
      readonly profile?: MappingProfile;
    };
    readonly output: Found;
    readonly piece: never;
  };
  /** What a data point would be, read where a person points; `sheets` holds that sheet. */
  readonly point: {
    readonly input: {
      readonly sheets: readonly SheetContent[];
      /** `B4`, `B4:B9` or `B:B` of a sheet. */
      readonly place: { readonly sheet: string; readonly address: string };
      readonly code: string;
      readonly year: number;
      readonly territory?: string;
      /** The unit that the person says the figures are in. */
      readonly unit?: string;
    };
    readonly output: Pointed;
    readonly piece: never;
  };
  /** Reads contributions and says of each, one piece a file, what it changes in the campaign; nothing is written. */
  readonly receive: {
    readonly input: {
      readonly files: readonly File[];
      readonly campaign: Campaign;
      /** The tables of what was received: empty when nothing was taken before. */
      readonly received: ReceivedValues;
      readonly today: Date;
      readonly by: string;
    };
    readonly output: { readonly files: number };
    readonly piece: ReceivedFile;
  };
  /** Writes the workbooks that landlords fill, in one archive. */
  readonly prefill: {
    /** `previous`: workbooks of another year, whose answers are recalled. */
    readonly input: { readonly campaign: Campaign; readonly previous: readonly File[] };
    readonly output: {
      readonly archive: Uint8Array;
      readonly files: number;
      /** In how many of them answers are recalled. */
      readonly recalled: number;
      /** Why a workbook given recalls nothing, in French; nothing is written then. */
      readonly problem?: string;
      readonly remarks: readonly Remark[];
    };
    readonly piece: never;
  };
  /** The workbook that goes back to a landlord, with the remarks; its own file where it is given. */
  readonly sendBack: {
    readonly input: {
      readonly file?: File;
      readonly siren: string;
      readonly campaign: Campaign;
      readonly received: ReceivedValues;
    };
    readonly output: {
      readonly bytes: Uint8Array;
      readonly own: boolean;
      readonly remarks: number;
      /** Whether the file given is the version taken. */
      readonly same: boolean;
    };
    readonly piece: never;
  };
}

export type JobName = keyof Jobs;

/** A part of a whole that is done, in any unit. */
export type OnPart = (done: number, total: number) => void;

export interface JobOptions<Name extends JobName = JobName> {
  readonly signal?: AbortSignal;
  readonly onPart?: OnPart;
  /** Told of each piece as soon as it is there: a whole would be too much to hand over at once. */
  readonly onPiece?: (piece: Jobs[Name]['piece']) => void;
}

/** What is sent to the worker, and what it sends back: many files, and the rows received, come before their job. */
export type WorkerRequest = HandedFiles | HandedRows | JobRequest;

export interface JobRequest<Name extends JobName = JobName> {
  readonly kind: 'job';
  readonly name: Name;
  readonly input: Jobs[Name]['input'];
}

export type JobMessage =
  | { readonly kind: 'part'; readonly done: number; readonly total: number }
  | { readonly kind: 'piece'; readonly piece: unknown }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly reason: string };
