import { itemNotFound } from '../richapi/errors';
import { hostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { sheetKey, worksheetObject } from './worksheet';

/** The sheet of that name or id. */
function find(key: Json | undefined, session: Session) {
  if (typeof key !== 'string') return undefined;
  const byId = session.grid.sheets.find((one) => sheetKey(one.getSheetId()) === key);
  return byId ?? session.grid.sheetNamed(key);
}

export const worksheetsType: ObjectType<null> = {
  name: 'WorksheetCollection',
  item(_target, key, session) {
    const sheet = find(key, session);
    if (!sheet) throw itemNotFound();
    return worksheetObject(sheet.getSheetId());
  },
  items: (_target, session) => session.grid.sheets.map((sheet) => worksheetObject(sheet.getSheetId())),
  methods: {
    GetActiveWorksheet: {
      run: (_target, _args, session) => worksheetObject(session.grid.activeSheet.getSheetId()),
    },
  },
};

export const worksheets = hostObject(worksheetsType, null);
