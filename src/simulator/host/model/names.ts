import { IDefinedNamesService, type IDefinedNamesServiceParam } from '@univerjs/engine-formula';
import { InsertDefinedNameCommand, RemoveDefinedNameCommand, SetDefinedNameCommand } from '@univerjs/sheets';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../richapi/errors';
import { hostObject, HostObject, type Argument, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { fullAddress, parseAddress } from './address';
import { toEngineFormula } from './engine-formula';
import { newId } from './extras';
import { formulaForExcel } from './formulas';
import { fromLocalFormula } from './french';
import { rangeObject } from './range/object';
import { liveArea, RangeTarget } from './range/target';
import { allTables } from './tables';
import { worksheetObject } from './worksheet';

/** A defined name, by Univer's id; the sheet is that of the collection it was found in. */
class NameTarget {
  constructor(readonly id: string) {}
}

/** Names of the workbook when the scope is null, those of one sheet otherwise. */
type Scope = string | null;

/** What Univer writes in `localSheetId` for a name of the whole workbook. */
const WHOLE_WORKBOOK = 'AllDefaultWorkbook';

const service = (session: Session) => session.grid.injector.get(IDefinedNamesService);

const allNames = (session: Session): readonly IDefinedNamesServiceParam[] =>
  Object.values(service(session).getDefinedNameMap(session.grid.unitId) ?? {});

const scopeOf = ({ localSheetId }: IDefinedNamesServiceParam): Scope =>
  localSheetId === undefined || localSheetId === '' || localSheetId === WHOLE_WORKBOOK ? null : localSheetId;

/** The name visible from a sheet: the sheet's own first, then the workbook's. */
export function nameNamed(
  name: string,
  session: Session,
  sheetId: Scope,
): IDefinedNamesServiceParam | undefined {
  const same = allNames(session).filter((one) => one.name.toLowerCase() === name.toLowerCase());
  return same.find((one) => scopeOf(one) === sheetId) ?? same.find((one) => scopeOf(one) === null);
}

/** The range that a name stands for, when it stands for one. */
export function rangeOfName(name: IDefinedNamesServiceParam, session: Session): RangeTarget | undefined {
  const parsed = parseAddress(name.formulaOrRefString.replace(/^=/u, ''));
  const sheet = parsed?.sheet === undefined ? undefined : session.grid.sheetNamed(parsed.sheet);
  return parsed && sheet ? new RangeTarget(sheet.getSheetId(), parsed.area) : undefined;
}

function nameOf(target: NameTarget, session: Session): IDefinedNamesServiceParam {
  const found = service(session).getValueById(session.grid.unitId, target.id);
  if (!found) throw itemNotFound();
  return found;
}

const formulaOf = (name: IDefinedNamesServiceParam, session: Session): string => {
  const range = rangeOfName(name, session);
  if (!range) return formulaForExcel(name.formulaOrRefString);
  const sheet = session.grid.sheet(range.sheetId).getName();
  return `=${fullAddress(sheet, range.area, true)}`;
};

const change = (
  target: NameTarget,
  session: Session,
  part: Partial<IDefinedNamesServiceParam>,
): Promise<void> => session.grid.runAsync(SetDefinedNameCommand.id, { ...nameOf(target, session), ...part });

/** The value shown for a name: the range it stands for, else the constant or formula. */
function valueOf(name: IDefinedNamesServiceParam, session: Session): Json {
  const range = rangeOfName(name, session);
  if (range) return fullAddress(session.grid.sheet(range.sheetId).getName(), range.area);
  const text = name.formulaOrRefString.replace(/^=/u, '');
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  if (/^(?:TRUE|FALSE)$/iu.test(text)) return /^TRUE$/iu.test(text);
  return text.replace(/^"(.*)"$/su, '$1').replaceAll('""', '"');
}

function kindOf(name: IDefinedNamesServiceParam, session: Session): string {
  if (rangeOfName(name, session)) return 'Range';
  const value = valueOf(name, session);
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

const nameType: ObjectType<NameTarget> = {
  name: 'NamedItem',
  identity: ({ id }) => ({ _Id: id }),
  properties: {
    Name: { get: (target, session) => nameOf(target, session).name },
    Formula: {
      get: (target, session) => formulaOf(nameOf(target, session), session),
      set: (target, value, session) =>
        change(target, session, { formulaOrRefString: reference(value, session) }),
    },
    Value: { get: (target, session) => valueOf(nameOf(target, session), session) },
    Type: { get: (target, session) => kindOf(nameOf(target, session), session) },
    Comment: {
      get: (target, session) => nameOf(target, session).comment ?? '',
      set: (target, value, session) => change(target, session, { comment: String(value) }),
    },
    Visible: {
      get: (target, session) => nameOf(target, session).hidden !== true,
      set: (target, value, session) => change(target, session, { hidden: value !== true }),
    },
    Scope: {
      get: (target, session) => (scopeOf(nameOf(target, session)) === null ? 'Workbook' : 'Worksheet'),
    },
  },
  links: {
    Worksheet: { to: (target, session) => worksheetOf(target, session) ?? notFound() },
    WorksheetOrNullObject: { to: worksheetOf },
  },
  methods: {
    Delete: {
      run: (target, _args, session) =>
        session.grid.runAsync(RemoveDefinedNameCommand.id, { ...nameOf(target, session) }),
    },
    GetRange: {
      run: (target, _args, session) => {
        const range = rangeOfName(nameOf(target, session), session);
        return range ? rangeObject(range) : notFound();
      },
    },
    GetRangeOrNullObject: {
      run: (target, _args, session) => {
        const range = rangeOfName(nameOf(target, session), session);
        return range ? rangeObject(range) : null;
      },
    },
  },
};

function notFound(): never {
  throw itemNotFound();
}

function worksheetOf(target: NameTarget, session: Session): HostObject | null {
  const scope = scopeOf(nameOf(target, session));
  return scope === null ? null : worksheetObject(scope);
}

/** What a name refers to, as Univer keeps it: without `=` for ranges, with it for formulas. */
function reference(value: Argument, session: Session): string {
  if (value instanceof HostObject) {
    if (!(value.target instanceof RangeTarget)) throw invalidArgument();
    const sheet = session.grid.sheet(value.target.sheetId).getName();
    return fullAddress(sheet, liveArea(value.target, session), true);
  }
  if (typeof value === 'number' || typeof value === 'boolean') return `=${String(value).toUpperCase()}`;
  if (typeof value !== 'string' || value === '') throw invalidArgument();
  if (!value.startsWith('=')) return `="${value.replaceAll('"', '""')}"`;
  const text = value.slice(1);
  const tables = allTables(session.grid).map((one) => one.name);
  return parseAddress(text) ? text : toEngineFormula(value, { tables });
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

async function add(
  scope: Scope,
  args: readonly Argument[],
  local: boolean,
  session: Session,
): Promise<HostObject> {
  const [name, given, comment] = args;
  if (typeof name !== 'string' || !NAME.test(name) || parseAddress(name)) throw invalidArgument();
  const clash = nameNamed(name, session, scope);
  if (clash && scopeOf(clash) === scope) throw itemAlreadyExists();
  const target = local && typeof given === 'string' ? fromLocalFormula(given) : given;
  const id = newId();
  await session.grid.runAsync(InsertDefinedNameCommand.id, {
    id,
    name,
    formulaOrRefString: reference(target, session),
    localSheetId: scope ?? WHOLE_WORKBOOK,
    comment: typeof comment === 'string' ? comment : '',
    hidden: false,
  });
  return hostObject(nameType, new NameTarget(id));
}

function found(scope: Scope, key: Argument, session: Session): HostObject | null {
  const inScope = allNames(session).filter((one) => scopeOf(one) === scope);
  const name = inScope.find((one) => one.id === key || one.name.toLowerCase() === String(key).toLowerCase());
  return name ? hostObject(nameType, new NameTarget(name.id)) : null;
}

const namesType: ObjectType<{ readonly scope: Scope }> = {
  name: 'NamedItemCollection',
  item: ({ scope }, key, session) => found(scope, key, session) ?? notFound(),
  items: ({ scope }, session) =>
    allNames(session)
      .filter((one) => scopeOf(one) === scope)
      .map((one) => hostObject(nameType, new NameTarget(one.id))),
  methods: {
    Add: { run: ({ scope }, args, session) => add(scope, args, false, session) },
    AddFormulaLocal: { run: ({ scope }, args, session) => add(scope, args, true, session) },
    GetCount: {
      run: ({ scope }, _args, session) => allNames(session).filter((one) => scopeOf(one) === scope).length,
    },
    GetItem: { run: ({ scope }, [key], session) => found(scope, key, session) ?? notFound() },
    GetItemOrNullObject: { run: ({ scope }, [key], session) => found(scope, key, session) },
  },
};

export const namesObject = (scope: Scope): HostObject => hostObject(namesType, { scope });
