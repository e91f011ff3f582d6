import { accessDenied } from '../richapi/errors';
import type { ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { changeExtras, extrasOf } from './extras';
import { liveArea, type RangeTarget } from './range/target';
import { isUnlocked } from './range/unlocked';

/** Excel's options when `protect()` is called without any. */
const defaultOptions: Readonly<Record<string, Json>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

/**
 * Refuses a change of cells on a protected sheet. An option of the protection may allow it, and what cells
 * hold may change where they are unlocked.
 */
export function assertWritable(range: RangeTarget, session: Session, unless?: string): void {
  liveArea(range, session);
  const isProtected = range.sheetId in extrasOf(session.grid).protections;
  if (!isProtected || (unless === undefined && isUnlocked(range, session))) return;
  assertSheetWritable(range.sheetId, session, unless);
}

export function assertSheetWritable(sheetId: string, session: Session, unless?: string): void {
  const protection = extrasOf(session.grid).protections[sheetId];
  if (!protection || (unless !== undefined && protection.options[unless] === true)) return;
  throw accessDenied();
}

/** The protection of one sheet; the target is the sheet's id. */
export const protectionType: ObjectType<string> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: { get: (sheetId, session) => sheetId in extrasOf(session.grid).protections },
    Options: {
      get: (sheetId, session) => extrasOf(session.grid).protections[sheetId]?.options ?? defaultOptions,
    },
    CanPauseProtection: { get: () => false, onDemand: true },
    IsPasswordProtected: {
      onDemand: true,
      get: (sheetId, session) => extrasOf(session.grid).protections[sheetId]?.password !== undefined,
    },
    IsPaused: { get: () => false, onDemand: true },
  },
  methods: {
    Protect: {
      run(sheetId, [options, password], session) {
        const { protections } = extrasOf(session.grid);
        if (sheetId in protections) throw accessDenied();
        const given = (typeof options === 'object' && options !== null ? options : {}) as Record<
          string,
          Json
        >;
        const protection = {
          options: { ...defaultOptions, ...given },
          ...(typeof password === 'string' && password !== '' ? { password } : {}),
        };
        changeExtras(session.grid, { protections: { ...protections, [sheetId]: protection } });
      },
    },
    Unprotect: {
      run(sheetId, [password], session) {
        const { [sheetId]: protection, ...protections } = extrasOf(session.grid).protections;
        if (protection?.password !== undefined && protection.password !== password) throw accessDenied();
        changeExtras(session.grid, { protections });
      },
    },
  },
};
