import { BooleanNumber, type Worksheet } from '@univerjs/core';
import {
  RemoveSheetCommand,
  SetTabColorCommand,
  SetWorksheetActiveOperation,
  SetWorksheetHideCommand,
  SetWorksheetNameCommand,
  SetWorksheetOrderCommand,
  SetWorksheetShowCommand,
  ToggleGridlinesCommand,
} from '@univerjs/sheets';
import { EventType } from '../events/hub';
import { invalidArgument, invalidOperation, itemAlreadyExists } from '../richapi/errors';
import { hostObject, type HostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { chartsObject } from './charts';
import { sheetComments } from './comments';
import { eventMethods } from './event-methods';
import { freezeType } from './freeze';
import { namesObject } from './names';
import { pageBreaksObject } from './page-breaks';
import { pageLayoutObject } from './page-layout';
import { protectionType } from './protection';
import { color } from './range/format';
import { sheetKey, SheetTarget } from './sheet-target';
import { tablesObject } from './table-collection';
import { worksheetMethods } from './worksheet-ranges';

const sheetOf = (target: SheetTarget, session: Session): Worksheet => session.grid.sheet(target.id);

export const worksheetObject = (sheetId: string): HostObject =>
  hostObject(worksheetType, new SheetTarget(sheetId));

/** Excel's rules on the name of a sheet. */
export function checkSheetName(name: Json | undefined, session: Session, except?: string): string {
  if (typeof name !== 'string' || name.trim() === '' || name.length > 31) throw invalidArgument();
  if (/[:\\/?*[\]]/u.test(name) || name.startsWith("'") || name.endsWith("'")) throw invalidArgument();
  const same = session.grid.sheetNamed(name);
  if (same && same.getSheetId() !== except) throw itemAlreadyExists();
  return name;
}

/** VeryHidden is kept beside the sheet: the grid knows visible and hidden only. */
const VERY_HIDDEN = 'veryHidden';

function visibility(sheet: Worksheet): string {
  if (sheet.isSheetHidden() !== BooleanNumber.TRUE) return 'Visible';
  return sheet.getCustomMetadata()?.[VERY_HIDDEN] === true ? 'VeryHidden' : 'Hidden';
}

const visibleSheets = (session: Session): readonly Worksheet[] =>
  session.grid.sheets.filter((one) => visibility(one) === 'Visible');

async function setVisibility(target: SheetTarget, value: Json, session: Session): Promise<void> {
  const sheet = sheetOf(target, session);
  if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw invalidArgument();
  const isVisible = visibility(sheet) === 'Visible';
  if (value === 'Visible') {
    if (!isVisible) await session.grid.runAsync(SetWorksheetShowCommand.id, { subUnitId: target.id });
  } else if (isVisible) {
    if (visibleSheets(session).length === 1) throw invalidOperation();
    await session.grid.runAsync(SetWorksheetHideCommand.id, { subUnitId: target.id });
  }
  sheet.setCustomMetadata({ ...sheet.getCustomMetadata(), [VERY_HIDDEN]: value === 'VeryHidden' });
}

async function remove(target: SheetTarget, session: Session): Promise<void> {
  const sheet = sheetOf(target, session);
  const isLastVisible = visibility(sheet) === 'Visible' && visibleSheets(session).length === 1;
  if (isLastVisible || visibility(sheet) === 'VeryHidden') throw invalidOperation();
  await session.grid.runAsync(RemoveSheetCommand.id, { subUnitId: target.id });
}

async function rename(target: SheetTarget, value: Json, session: Session): Promise<void> {
  const name = checkSheetName(value, session, target.id);
  if (sheetOf(target, session).getName() === name) return;
  await session.grid.runAsync(SetWorksheetNameCommand.id, { subUnitId: target.id, name });
}

async function move(target: SheetTarget, value: Json, session: Session): Promise<void> {
  sheetOf(target, session);
  const isPlace = typeof value === 'number' && value >= 0 && value < session.grid.sheets.length;
  if (!isPlace) throw invalidArgument();
  await session.grid.runAsync(SetWorksheetOrderCommand.id, { subUnitId: target.id, order: value });
}

const worksheetType: ObjectType<SheetTarget> = {
  name: 'Worksheet',
  identity: (target, session) => ({ Id: sheetKey(sheetOf(target, session).getSheetId()) }),
  properties: {
    Id: { get: (target) => sheetKey(target.id) },
    Name: {
      get: (target, session) => sheetOf(target, session).getName(),
      set: rename,
    },
    Position: {
      get: (target, session) => session.grid.sheets.indexOf(sheetOf(target, session)),
      set: move,
    },
    Visibility: {
      get: (target, session) => visibility(sheetOf(target, session)),
      set: setVisibility,
    },
    TabColor: {
      get: (target, session) => sheetOf(target, session).getTabColor() ?? '',
      set: (target, value, session) =>
        session.grid.runAsync(SetTabColorCommand.id, {
          subUnitId: target.id,
          value: value === '' ? '' : color(value),
        }),
    },
    ShowGridlines: {
      get: (target, session) => !sheetOf(target, session).hasHiddenGridlines(),
    },
    // The library reads `ShowGridlines` and writes `Gridlines`.
    Gridlines: {
      set: async (target, value, session) => {
        // The grid refuses what changes nothing.
        if (sheetOf(target, session).hasHiddenGridlines() === (value !== true)) return;
        await session.grid.runAsync(ToggleGridlinesCommand.id, {
          subUnitId: target.id,
          showGridlines: value === true ? BooleanNumber.TRUE : BooleanNumber.FALSE,
        });
      },
    },
    ShowHeadings: { get: () => true },
    StandardWidth: {
      onDemand: true,
      get: (target, session) => (sheetOf(target, session).getConfig().defaultColumnWidth - 5) / 7,
    },
    StandardHeight: {
      get: (target, session) => sheetOf(target, session).getConfig().defaultRowHeight * 0.75,
    },
  },
  links: {
    Tables: { to: (target) => tablesObject(target.id) },
    Names: { to: (target) => namesObject(target.id) },
    Charts: { to: (target) => chartsObject(target.id) },
    Comments: { to: (target) => sheetComments(target.id) },
    Protection: { to: (target) => hostObject(protectionType, target.id) },
    FreezePanes: { to: (target) => hostObject(freezeType, target) },
    PageLayout: { to: (target) => pageLayoutObject(target.id) },
    HorizontalPageBreaks: { to: (target) => pageBreaksObject(target.id, 'RowBreaks') },
    VerticalPageBreaks: { to: (target) => pageBreaksObject(target.id, 'ColumnBreaks') },
  },
  methods: {
    ...worksheetMethods,
    ...eventMethods<SheetTarget>(
      {
        ActivatedEvent: EventType.WorksheetActivated,
        DeactivatedEvent: EventType.WorksheetDeactivated,
        CalculatedEvent: EventType.WorksheetCalculated,
        DataChangedEvent: EventType.WorksheetChanged,
        SelectionChangedEvent: EventType.SelectionChanged,
      },
      (target) => sheetKey(target.id),
    ),
    Activate: {
      run: (target, _args, session) => {
        if (visibility(sheetOf(target, session)) !== 'Visible') throw invalidOperation();
        session.grid.run(SetWorksheetActiveOperation.id, { subUnitId: target.id });
      },
    },
    Delete: { run: (target, _args, session) => remove(target, session) },
    Calculate: { run: (_target, _args, session) => session.recalculation.calculateAll() },
  },
};
