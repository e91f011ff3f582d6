import type { Consolidation, ReferenceFigure } from '../../consolidation';
import type { Contribution, Remark, TableName } from '../../contribution';
import type { CellReference, Progress, Selection, TableContent } from '../../excel';
import type { Locale } from '../../formula';
import type { Zoning } from '../../territory';
import type { Engine } from '../engine';
import type { Bilingual } from '../i18n';
import type { UnionView } from '../union';

export const taskIds = [
  'start',
  'import',
  'followUp',
  'review',
  'results',
  'publish',
  'connect',
  'questionnaire',
  'check',
  'indicators',
  'explain',
  'functions',
  'study',
  'send',
] as const;

export type TaskId = (typeof taskIds)[number];

/**
 * Whose workbook it is, told by its tables: a landlord's contribution, a union's campaign, the result of a
 * consolidation, or neither yet.
 */
export type WorkbookKind = 'landlord' | 'union' | 'consolidation' | 'empty';

/** What the reference tables of the workbook hold. */
export interface WorkbookReferences {
  readonly zonings: readonly Zoning[];
  readonly figures: readonly ReferenceFigure[];
  /** On rows that cannot be used. */
  readonly remarks: readonly Remark[];
}

/** The workbook as it was last read: a view, thrown away and read again at every change. */
export interface WorkbookView {
  readonly kind: WorkbookKind;
  /** The campaign, in a union's workbook. */
  readonly union?: UnionView;
  /** The tables of the contribution format found in it. */
  readonly tables: ReadonlyMap<TableName, TableContent>;
  /** Undefined when it has no table of zones or of figures of territories. */
  readonly references?: WorkbookReferences;
  /** Undefined as long as there is no table of the format; settled and checked when it could be read. */
  readonly contribution?: Contribution;
  /** The indicators of this landlord alone; undefined when the contribution cannot be used. */
  readonly consolidation?: Consolidation;
  /** Why there are no indicators though the contribution can be read: in French, as the core says it. */
  readonly obstacle?: string;
}

/** What the person is told: an error always says what to do. */
export interface Notice {
  readonly tone: 'error' | 'success' | 'warning';
  readonly message: Bilingual;
  readonly remedy?: Bilingual;
}

/** A work under way. */
export interface Work {
  readonly doing: Bilingual;
  readonly progress?: Progress;
}

/** What a task is opened on. */
export interface Focus {
  readonly indicator?: string;
  readonly question?: string;
  readonly function?: string;
}

export interface SessionState {
  readonly locale: Locale;
  readonly task: TaskId;
  readonly focus: Focus;
  /** Undefined until the core is loaded. */
  readonly engine?: Engine;
  /** Undefined until the workbook was read once. */
  readonly workbook?: WorkbookView;
  readonly selection?: Selection;
  /** The cells left by clicks in the pane, to come back to; forgotten when the person selects something else. */
  readonly trail: readonly CellReference[];
  readonly work?: Work;
  /** What Excel waits for before it goes on: a cell being edited. */
  readonly waiting?: Notice;
  readonly notice?: Notice;
}
