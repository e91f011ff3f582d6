import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  RedoCommand,
  UndoCommand,
  UniverInstanceType,
  type ICellData,
  type IDisposable,
  type IObjectMatrixPrimitiveType,
  type IUndoRedoItem,
  type Nullable,
  type Injector,
  type Univer,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import { generalException, itemNotFound } from '../richapi/errors';

/** Commands of Univer that act on the active sheet, whatever sheet they are given. */
const ACTIVE_SHEET_ONLY: ReadonlySet<string> = new Set([
  InsertRangeMoveDownCommand.id,
  InsertRangeMoveRightCommand.id,
  DeleteRangeMoveUpCommand.id,
  DeleteRangeMoveLeftCommand.id,
]);

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

  /**
   * Puts values straight into a sheet, in one step of Undo. A command would also ask every cell how tall it makes its
   * row, which costs a hundred times the write: `cells.ts` says for what this is enough.
   */
  put(subUnitId: string, cellValue: IObjectMatrixPrimitiveType<Nullable<ICellData>>): void {
    const { unitId } = this;
    const id = SetRangeValuesMutation.id;
    const params: ISetRangeValuesMutationParams = { unitId, subUnitId, cellValue };
    const former = this.injector.invoke(SetRangeValuesUndoMutationFactory, params);
    this.run(id, params);
    this.injector.get(IUndoRedoService).pushUndoRedo({
      unitID: unitId,
      undoMutations: [{ id, params: former }],
      redoMutations: [{ id, params }],
    });
  }

  /** The same for the commands that Univer only offers asynchronously. */
  async runAsync(id: string, params: object): Promise<void> {
    this.orders++;
    const back = this.lookAt(id, params);
    try {
      if ((await this.commands.executeCommand(id, { unitId: this.unitId, ...params })) === false)
        throw generalException(`The grid refused ${id}.`);
    } finally {
      back();
      this.orders--;
    }
  }

  /** Shows the sheet of a command that would otherwise act on another one; the function puts it back. */
  private lookAt(id: string, params: { subUnitId?: string }): () => void {
    const { workbook } = this;
    const before = workbook.getActiveSheet();
    if (!ACTIVE_SHEET_ONLY.has(id) || !params.subUnitId || before.getSheetId() === params.subUnitId)
      return () => undefined;
    workbook.setActiveSheet(this.sheet(params.subUnitId));
    return () => workbook.setActiveSheet(before);
  }

  /**
   * Groups what follows into one step of Undo, until disposed; groups do not nest. Univer's own grouping
   * undoes in the order of doing, which leaves a cell written twice half undone: each step that joins
   * the group is put before the others.
   */
  groupUndo(): IDisposable {
    const service = this.injector.get(IUndoRedoService);
    if (!this.injector.get(IUniverInstanceService).getFocusedUnit()) this.focus();
    const group = service.__tempBatchingUndoRedo(this.unitId);
    let top: Nullable<IUndoRedoItem> = service.pitchTopUndoElement();
    let length = top?.undoMutations.length ?? 0;
    const subscription = service.undoRedoStatus$.subscribe(() => {
      const item = service.pitchTopUndoElement();
      if (!item || item.unitID !== this.unitId) return;
      if (item === top) item.undoMutations.unshift(...item.undoMutations.splice(length));
      top = item;
      ({ length } = item.undoMutations);
    });
    return {
      dispose() {
        subscription.unsubscribe();
        group.dispose();
      },
    };
  }

  /** Undoes the last step; false when there is none. */
  undo(): Promise<boolean> {
    this.focus();
    return this.commands.executeCommand(UndoCommand.id);
  }

  redo(): Promise<boolean> {
    this.focus();
    return this.commands.executeCommand(RedoCommand.id);
  }

  /** Undo concerns the workbook that has the focus; without a display none has. */
  private focus(): void {
    this.injector.get(IUniverInstanceService).focusUnit(this.unitId);
  }
}
