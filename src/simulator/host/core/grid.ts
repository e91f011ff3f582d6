import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  RedoCommand,
  UndoCommand,
  UniverInstanceType,
  type IDisposable,
  type Injector,
  type Univer,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { generalException, itemNotFound } from '../richapi/errors';

/** The open workbook inside Univer, which owns every cell: the host asks and orders, and stores nothing. */
export class Grid {
  readonly injector: Injector;
  private readonly commands: ICommandService;
  private orders = 0;

  constructor(
    univer: Univer,
    readonly unitId: string,
  ) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
  }

  get workbook(): Workbook {
    const found = this.injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(this.unitId, UniverInstanceType.UNIVER_SHEET);
    if (!found) throw itemNotFound('The workbook is closed.');
    return found;
  }

  get sheets(): readonly Worksheet[] {
    return this.workbook.getSheets();
  }

  /** The sheet of that id. Throws ItemNotFound once it is deleted. */
  sheet(sheetId: string): Worksheet {
    const found = this.workbook.getSheetBySheetId(sheetId);
    if (!found) throw itemNotFound();
    return found;
  }

  get activeSheet(): Worksheet {
    return this.workbook.getActiveSheet();
  }

  /** The sheet of that name; Excel does not tell letter case apart. */
  sheetNamed(name: string): Worksheet | undefined {
    const wanted = name.toLocaleLowerCase('fr');
    return this.sheets.find((one) => one.getName().toLocaleLowerCase('fr') === wanted);
  }

  /** True while the host's own order is being carried out: the change then comes from the add-in. */
  get isOrdering(): boolean {
    return this.orders > 0;
  }

  /** Runs a command, mutation or operation on one sheet at once. Throws when Univer refuses it. */
  run(id: string, params: object): void {
    this.orders++;
    try {
      if (this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }) === false)
        throw generalException(`The grid refused ${id}.`);
    } finally {
      this.orders--;
    }
  }

  /** The same for the commands that Univer only offers asynchronously. */
  async runAsync(id: string, params: object): Promise<void> {
    this.orders++;
    try {
      if ((await this.commands.executeCommand(id, { unitId: this.unitId, ...params })) === false)
        throw generalException(`The grid refused ${id}.`);
    } finally {
      this.orders--;
    }
  }

  /** Groups what follows into one step of Undo, until disposed. Groups do not nest. */
  groupUndo(): IDisposable {
    return this.injector.get(IUndoRedoService).__tempBatchingUndoRedo(this.unitId);
  }

  undo(): Promise<boolean> {
    return this.commands.executeCommand(UndoCommand.id);
  }

  redo(): Promise<boolean> {
    return this.commands.executeCommand(RedoCommand.id);
  }
}
