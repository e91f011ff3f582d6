import { IUniverInstanceService, UniverInstanceType, type Univer, type Workbook } from '@univerjs/core';
import { openInUniver, openXlsx, saveFromUniver, type OpenedWorkbook } from '../file';
import {
  createPageHost,
  documentUrlOf,
  type FocusExit,
  type FunctionsFile,
  type PageHost,
  type Surroundings,
} from '../host';
import { showMessage } from './element';
import type { GivenFile } from './files';
import { useFrenchNumbers } from './french-numbers';
import { startCalculating } from './model';
import type { PaneFrame } from './pane-frame';

/** A workbook in the grid with the add-in that runs in it. */
export interface OpenWorkbook {
  readonly name: string;
  readonly opened: OpenedWorkbook;
  readonly host: PageHost;
  readonly workbook: Workbook;
  /** The file of the workbook as it is now. */
  save(): Promise<Uint8Array>;
  close(): void;
}

export interface AddinFunctions {
  readonly namespace: string;
  readonly file: FunctionsFile;
}

export interface OpenSetup {
  readonly univer: Univer;
  readonly given: GivenFile;
  readonly functions: AddinFunctions;
  /** The frame of the add-in that is, or will be, told this address of the workbook. */
  readonly pane: (documentUrl: string) => PaneFrame;
  /** Closes the workbook that was there, once the new one has been read. */
  readonly closeFormer: () => void;
  readonly onSurroundings: (surroundings: Surroundings) => void;
  readonly onSave: () => Promise<void>;
  /** The person leaves the pane by the keyboard. */
  readonly onFocusLeft: (way: FocusExit) => void;
  /** Whether a person is typing in a cell. */
  readonly isCellEditing: () => boolean;
}

/** Says of which file a refusal is: several may have been dropped one after the other. */
const naming =
  (file: string) =>
  (problem: unknown): never => {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new Error(`« ${file} » : ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`);
  };

/**
 * Opens a file in the grid and starts the add-in in it. Throws an Error with a sentence that names the file, the
 * former workbook staying open, when the file cannot be read.
 */
export async function openWorkbook({
  univer,
  given,
  functions: { namespace, file },
  pane,
  closeFormer,
  onSurroundings,
  onSave,
  onFocusLeft,
  isCellEditing,
}: OpenSetup): Promise<OpenWorkbook> {
  const names = file.functions.map(({ name }) => `${namespace}.${name}`);
  const opened = await openXlsx(given.bytes, { functions: names, name: given.name }).catch(
    naming(given.name),
  );
  closeFormer();
  const instances = univer.__getInjector().get(IUniverInstanceService);
  const unitId = openInUniver(univer, opened);
  startCalculating(univer);
  useFrenchNumbers(univer);
  const workbook = instances.getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
  if (!workbook) throw new RangeError(`no workbook ${unitId}`);
  const { frame, documentUrl, take } = pane(documentUrlOf(given.name));
  const save = () => saveFromUniver(univer, unitId, opened);
  const host = createPageHost({
    univer,
    unitId,
    frame,
    addinOrigin: location.origin,
    received: take(),
    documentUrl,
    // What the add-in reads back before it is sent.
    file: save,
    isCellEditing,
    onSurroundings,
    onSave,
    onFocusLeft,
    onRefused: showMessage,
    onUnknown: (what) => console.warn(`Excel simulé : ${what}`),
  });
  host.functions.register(file, { namespace });
  return {
    name: given.name,
    opened,
    host,
    workbook,
    save,
    close() {
      host.dispose();
      instances.disposeUnit(unitId);
    },
  };
}
