import type { Grid } from './core/grid';
import type { Recalculation } from './core/recalculation';
import type { EventHub } from './events/hub';
import type { RangeTarget } from './model/range/target';
import type { HostObject } from './richapi/objects';
import type { Json } from './richapi/protocol';
import type { References } from './richapi/references';

export interface HostOptions {
  /** The ExcelApi requirement set that the host declares and enforces. */
  readonly excelApi: string;
  /** Language of the display, and of numbers and formulas as the person types them. */
  readonly locale: 'fr-FR' | 'en-US';
  /** What the add-in reads as `Office.context.document.url`. */
  readonly documentUrl: string;
  /** True while a person is typing in a cell: batches are then answered as Excel answers them. */
  readonly isCellEditing: () => boolean;
}

export const defaultOptions: HostOptions = {
  excelApi: '1.15',
  locale: 'fr-FR',
  documentUrl: 'https://localhost/Classeur1.xlsx',
  isCellEditing: () => false,
};

/** What the members of the object model work with. */
export interface Session {
  readonly grid: Grid;
  readonly recalculation: Recalculation;
  readonly references: References;
  readonly events: EventHub;
  readonly options: HostOptions;
  /** State of the application that no workbook holds. */
  readonly application: { calculationMode: string };
  root(): HostObject;
  service(name: string): HostObject;
  /** Calls every custom function again and calculates everything. */
  refreshFunctions(): void;
  /** Calculates the formulas of a range again. */
  calculate(range: RangeTarget): Promise<void>;
  /** Saves the workbook where the page keeps it. */
  save(): void | Promise<void>;
  /** An object given as the value of a property, in a form that its setter understands. */
  describe(object: HostObject): Json;
}
