import { BooleanNumber, type Worksheet } from '@univerjs/core';
import { InsertSheetCommand, SetWorksheetActiveOperation } from '@univerjs/sheets';
import { EventType } from '../events/hub';
import { itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Session } from '../session';
import { eventMethods, WORKBOOK_TARGET } from './event-methods';
import { sheetKey } from './sheet-target';
import { checkSheetName, worksheetObject } from './worksheet';

/** The sheet of that name or id. */
function find(key: Argument, session: Session): Worksheet | undefined {
  if (typeof key !== 'string') return undefined;
  const byId = session.grid.sheets.find((one) => sheetKey(one.getSheetId()) === key);
  return byId ?? session.grid.sheetNamed(key);
}

const object = (sheet: Worksheet | undefined): HostObject => {
  if (!sheet) throw itemNotFound();
  return worksheetObject(sheet.getSheetId());
};

/** The name that Excel gives to a new sheet: Feuil2 after Feuil1. */
function freeName(session: Session): string {
  const prefix = session.options.locale === 'fr-FR' ? 'Feuil' : 'Sheet';
  for (let number = 1; ; number++)
    if (!session.grid.sheetNamed(`${prefix}${number}`)) return `${prefix}${number}`;
}

async function add(name: Argument, session: Session): Promise<HostObject> {
  const given = name === undefined || name === null || name === '' ? freeName(session) : name;
  const checked = checkSheetName(given as string, session);
  const before = new Set(session.grid.sheets);
  const active = session.grid.activeSheet.getSheetId();
  await session.grid.runAsync(InsertSheetCommand.id, {
    index: before.size,
    sheet: { name: checked, rowCount: 1000, columnCount: 26 },
  });
  // Excel adds the sheet without leaving the one that is shown.
  session.grid.run(SetWorksheetActiveOperation.id, { subUnitId: active });
  return object(session.grid.sheets.find((one) => !before.has(one)));
}

const visible = (session: Session, only: Argument): readonly Worksheet[] =>
  session.grid.sheets.filter((one) => only !== true || one.isSheetHidden() !== BooleanNumber.TRUE);

const worksheetsType: ObjectType<null> = {
  name: 'WorksheetCollection',
  item: (_target, key, session) => object(find(key, session)),
  items: (_target, session) => session.grid.sheets.map(object),
  methods: {
    Add: { run: (_target, [name], session) => add(name, session) },
    GetActiveWorksheet: { run: (_target, _args, session) => object(session.grid.activeSheet) },
    GetCount: { run: (_target, [only], session) => visible(session, only).length },
    GetFirst: { run: (_target, [only], session) => object(visible(session, only)[0]) },
    GetLast: { run: (_target, [only], session) => object(visible(session, only).at(-1)) },
    GetItem: { run: (_target, [key], session) => object(find(key, session)) },
    GetItemOrNullObject: {
      run: (_target, [key], session) => {
        const sheet = find(key, session);
        return sheet ? object(sheet) : null;
      },
    },
    ...eventMethods<null>(
      {
        ActivatedEvent: EventType.WorksheetActivated,
        DeactivatedEvent: EventType.WorksheetDeactivated,
        AddedEvent: EventType.WorksheetAdded,
        DeletedEvent: EventType.WorksheetDeleted,
        CalculatedEvent: EventType.WorksheetCalculated,
        DataChangedEvent: EventType.WorksheetChanged,
        SelectionChangedEvent: EventType.SelectionChanged,
      },
      () => WORKBOOK_TARGET,
    ),
  },
};

export const worksheets = hostObject(worksheetsType, null);
