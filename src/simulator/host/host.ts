import type { Univer } from '@univerjs/core';
import { cellReader, type CellScalar } from './core/cells';
import { readFormulasAfresh } from './core/fresh-lexer';
import { Grid } from './core/grid';
import { quickenHiddenRows } from './core/hidden-rows';
import { quickenPlainSheets } from './core/plain-sheets';
import { trackRecalculation } from './core/recalculation';
import { watchCells } from './events/cell-changes';
import { EventHub, type MessageEntry } from './events/hub';
import { watchCalculation, watchSelection } from './events/selection';
import { watchStructure } from './events/structure';
import { createCustomFunctions, type CustomFunctionHost } from './functions/service';
import { existingPart } from './model/range/style';
import { addressOf, liveArea, RangeTarget } from './model/range/target';
import { formulaAt } from './model/formulas';
import { toLocalFormula } from './model/french';
import { createServices, type Surroundings } from './model/services';
import { documentSettings } from './model/document-settings';
import { watchHeadingRenames } from './model/heading-renames';
import { watchHeadings } from './model/table-headings';
import { watchTyping } from './model/typing';
import { workbookObject } from './model/workbook';
import { watchPerson, type OnRefused } from './person/watch';
import { createFaults, type Faults } from './richapi/faults';
import { Processor } from './richapi/processor';
import { References } from './richapi/references';
import { defaultOptions, type HostOptions, type Session } from './session';
import { Connection, type FocusExit } from './xdm/connection';

export interface HostSetup extends Partial<HostOptions> {
  readonly univer: Univer;
  /** The open workbook; it may be any unit of that Univer. */
  readonly unitId: string;
  /** Told whenever the add-in shows or hides its pane, or changes a button. */
  readonly onSurroundings?: (surroundings: Surroundings) => void;
  /** The open workbook as an `.xlsx` file, for an add-in that asks for a copy of the document. */
  readonly file?: () => Promise<Uint8Array>;
  /** The add-in asks for the workbook to be saved. */
  readonly onSave?: () => void | Promise<void>;
  /** Told what was refused to the person in front of the grid, in a sentence. */
  readonly onRefused?: OnRefused;
  /** The person leaves the pane by the keyboard. */
  readonly onFocusLeft?: (way: FocusExit) => void;
  /** A message that the host does not understand. */
  readonly onUnknown?: (what: string) => void;
}

/** Excel's side of the office.js protocol, over one workbook open in Univer. */
export interface Host {
  readonly options: HostOptions;
  readonly faults: Faults;
  readonly functions: CustomFunctionHost;
  readonly surroundings: Surroundings;
  /** Opens the conversation with an add-in; replaces the former one. */
  connect(send: (text: string) => void): Connection;
  /** Runs a function that the add-in associated with a ribbon button; resolves when it completes. */
  runCommand(controlId: string, functionName: string): Promise<void>;
  /** The formula of a cell as the person types it (French names and separators in French). */
  formulaAt(sheetId: string, row: number, column: number): string | undefined;
  /** The value of a cell as Excel would give it; undefined when it is blank. */
  valueAt(sheetId: string, row: number, column: number): CellScalar | undefined;
  /** Resolves when every batch is answered and every result is in the cells. */
  settled(): Promise<void>;
  /** How many ranges the add-in asked to keep: a leak shows here. */
  readonly trackedRanges: number;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  dispose(): void;
}

/** The host of the office.js protocol over a workbook of Univer: what an add-in takes for Excel. */
export function createHost({
  univer,
  unitId,
  onSurroundings,
  onFocusLeft,
  onUnknown,
  onSave,
  onRefused,
  file,
  ...given
}: HostSetup): Host {
  const options: HostOptions = { ...defaultOptions, ...given };
  const grid = new Grid(univer, unitId);
  const recalculation = trackRecalculation(grid.injector, unitId);
  readFormulasAfresh(grid.injector);
  quickenPlainSheets(grid.injector);
  quickenHiddenRows(grid.injector);
  let connection: Connection | undefined;
  const send = (entries: readonly MessageEntry[]) => connection?.postEntries(entries);
  const events = new EventHub(send);
  const surroundings: Surroundings = {
    paneState: 'Visible',
    startState: 'AllHidden',
    controls: new Map(),
    changed: () => onSurroundings?.(surroundings),
  };
  const functions = createCustomFunctions(grid, recalculation, (messages) => events.post(1, messages));
  const session: Session = {
    grid,
    recalculation,
    references: new References(),
    events,
    options,
    application: { calculationMode: 'Automatic' },
    refreshFunctions: () => functions.refresh(),
    save: () => onSave?.(),
    calculate: async (range) => {
      await recalculation.idle();
      await recalculation.calculate(cellsOf(range, session));
    },
    root: () => workbookObject,
    service: createServices(surroundings, functions.object),
    describe: (object) =>
      object.target instanceof RangeTarget ? `=${addressOf(object.target, session)}` : null,
  };
  const { faults, take } = createFaults();
  const processor = new Processor(session, take);
  const commands = new Map<string, () => void>();
  const watchers = [
    watchHeadings(grid),
    watchHeadingRenames(session),
    watchTyping(session),
    watchPerson(session, (sentence) => onRefused?.(sentence)),
    watchCells(session),
    watchStructure(session),
    watchSelection(session, () => connection?.postEvent('documentSelectionChanged', {})),
    watchCalculation(session),
  ];

  return {
    options,
    faults,
    functions,
    surroundings,
    connect(sendText) {
      connection?.close();
      functions.disconnect();
      connection = new Connection(sendText, processor, options, {
        onCommandCompleted: (id) => commands.get(id)?.(),
        onFocusLeft: (way) => onFocusLeft?.(way),
        onUnknown: (what) => onUnknown?.(what),
        settings: documentSettings(grid),
        ...(file ? { file } : {}),
      });
      return connection;
    },
    async runCommand(controlId, functionName) {
      await connection?.listening('appCommandInvoked');
      return new Promise((resolve) => {
        commands.set(controlId, resolve);
        const event = JSON.stringify({ source: { id: controlId } });
        connection?.postEvent('appCommandInvoked', { 0: controlId, 1: functionName, 2: event });
      });
    },
    valueAt: (sheetId, row, column) => cellReader(grid, sheetId).value(row, column),
    formulaAt(sheetId, row, column) {
      const formula = formulaAt(sheetId, row, column, session);
      return formula !== undefined && options.locale === 'fr-FR' ? toLocalFormula(formula) : formula;
    },
    async settled() {
      await processor.idle();
      await functions.settled();
    },
    get trackedRanges() {
      return session.references.size;
    },
    undo: () => grid.undo(),
    redo: () => grid.redo(),
    dispose() {
      connection?.close();
      for (const watcher of watchers) watcher.dispose();
      functions.dispose();
      recalculation.dispose();
    },
  };
}

function cellsOf(range: RangeTarget, session: Session) {
  const { startRow, endRow, startColumn, endColumn } = existingPart(
    liveArea(range, session),
    range.sheetId,
    session,
  );
  return Array.from({ length: endRow - startRow + 1 }, (_r, row) =>
    Array.from({ length: endColumn - startColumn + 1 }, (_c, column) => ({
      sheetId: range.sheetId,
      row: startRow + row,
      column: startColumn + column,
    })),
  ).flat();
}
