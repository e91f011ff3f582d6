import { invalidOperation } from '../richapi/errors';
import { hostObject, type ObjectType } from '../richapi/objects';
import { applicationObject } from './application';
import { areasObject } from './areas';
import { sheetComments } from './comments';
import { settingsObject, xmlPartsObject } from './document-store';
import { namesObject } from './names';
import { documentProperties } from './properties';
import { rangeObject } from './range/object';
import { activeCell, selectedRanges } from './selection';
import { tablesObject } from './table-collection';
import { worksheets } from './worksheets';

const workbookProtection = hostObject<null>(
  { name: 'WorkbookProtection', properties: { Protected: { get: () => false } } },
  null,
);

export const workbookType: ObjectType<null> = {
  name: 'Workbook',
  properties: {
    Name: { get: (_target, session) => session.options.documentUrl.split('/').at(-1) ?? '' },
    ReadOnly: { get: () => false },
    IsDirty: { get: () => true },
    PreviouslySaved: { get: () => true },
    AutoSave: { get: () => false },
  },
  links: {
    Application: { to: () => applicationObject },
    Comments: { to: () => sheetComments(null) },
    CustomXmlParts: { to: () => xmlPartsObject },
    Names: { to: () => namesObject(null) },
    Properties: { to: () => documentProperties },
    Protection: { to: () => workbookProtection },
    Settings: { to: () => settingsObject },
    Tables: { to: () => tablesObject(null) },
    Worksheets: { to: () => worksheets },
  },
  methods: {
    GetActiveCell: { run: (_target, _args, session) => rangeObject(activeCell(session)) },
    GetSelectedRange: {
      run: (_target, _args, session) => {
        const [range, ...others] = selectedRanges(session);
        // Excel refuses when several ranges are selected: getSelectedRanges is for that.
        if (!range || others.length > 0) throw invalidOperation();
        return rangeObject(range);
      },
    },
    GetSelectedRanges: { run: (_target, _args, session) => areasObject(selectedRanges(session)) },
    Save: { run: (_target, _args, session) => session.save() },
    _GetRangeForEventByReferenceId: {
      run: (_target, [id], session) => session.references.object(String(id)),
    },
    _GetRangeOrNullObjectForEventByReferenceId: {
      run: (_target, [id], session) => session.references.object(String(id)),
    },
    _RemoveReference: {
      run: (_target, [id], session) => {
        if (typeof id === 'string') session.references.remove(id);
      },
    },
  },
};

export const workbookObject = hostObject(workbookType, null);
