import type { SheetContent } from '../../excel';
import type {
  FecImport,
  FecLedger,
  ImportedReferences,
  MarketRents,
  RplsImport,
  SupplierList,
} from '../../importers';
import type { Mapping, MappingProfile } from '../../mapping';

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

/** Works too long for the thread that draws the pane, with what goes in and out: plain data. */
export interface Jobs {
  readonly readFile: {
    readonly input: { readonly file: File; readonly siren?: string };
    readonly output: ReadFile;
  };
  readonly fecFigures: {
    readonly input: {
      readonly ledgers: readonly FecLedger[];
      readonly local: readonly string[];
      readonly suppliers?: SupplierList;
    };
    /** One a year; `problem` instead, in French, when the files cannot be taken together. */
    readonly output: { readonly imports: readonly FecImport[]; readonly problem?: string };
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
  };
}

export type JobName = keyof Jobs;

/** A part of a whole that is done, in any unit. */
export type OnPart = (done: number, total: number) => void;

export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly onPart?: OnPart;
}

/** What is sent to the worker, and what it sends back. */
export interface JobRequest<Name extends JobName = JobName> {
  readonly name: Name;
  readonly input: Jobs[Name]['input'];
}

export type JobMessage =
  | { readonly kind: 'part'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly reason: string };
