import { invalidArgument, itemNotFound } from '../richapi/errors';
import { hostObject, type HostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { contains, intersection, type Area } from './address';
import { bagObject, bagType, type Bag, type BagShape } from './bag';
import { changeExtras, extrasOf, newId, type StoredRule } from './extras';
import { rangeObject } from './range/object';
import { liveArea, RangeTarget } from './range/target';

type Kind = 'validations' | 'conditionalFormats';

const rulesOf = (kind: Kind, session: Session): readonly StoredRule[] => extrasOf(session.grid)[kind];

const store = (kind: Kind, rules: readonly StoredRule[], session: Session): void =>
  changeExtras(session.grid, { [kind]: rules });

const areaOf = ({ startRow, endRow, startColumn, endColumn }: StoredRule): Area => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

const noAlert = { message: '', showAlert: true, style: 'Stop', title: '' };
const noPrompt = { message: '', showPrompt: true, title: '' };

const validationDefaults: Readonly<Record<string, Json>> = {
  Rule: {},
  ErrorAlert: noAlert,
  Prompt: noPrompt,
  IgnoreBlanks: true,
};

/** The rule that covers all of a range, or null when there is none or several. */
function validationAt(range: RangeTarget, session: Session): StoredRule | null {
  const area = liveArea(range, session);
  const met = rulesOf('validations', session).filter(
    (one) => one.sheetId === range.sheetId && intersection(areaOf(one), area),
  );
  const [rule] = met;
  return met.length === 1 && rule && contains(areaOf(rule), area) ? rule : null;
}

function setValidation(range: RangeTarget, name: string, value: Json, session: Session): void {
  const area = liveArea(range, session);
  const covering = validationAt(range, session);
  const rule: StoredRule = {
    id: newId(),
    sheetId: range.sheetId,
    ...area,
    members: { ...covering?.members, [name]: value },
  };
  store('validations', [...outside(range, session), rule], session);
}

/** The rules of the sheet without what they had inside a range. */
function outside(range: RangeTarget, session: Session): StoredRule[] {
  const cut = liveArea(range, session);
  return rulesOf('validations', session).flatMap((rule) => {
    const area = areaOf(rule);
    const common = rule.sheetId === range.sheetId ? intersection(area, cut) : undefined;
    if (!common) return [rule];
    const rest: Area[] = [
      { ...area, endRow: common.startRow - 1 },
      { ...area, startRow: common.endRow + 1 },
      { ...common, startColumn: area.startColumn, endColumn: common.startColumn - 1 },
      { ...common, startColumn: common.endColumn + 1, endColumn: area.endColumn },
    ];
    return rest
      .filter((one) => one.startRow <= one.endRow && one.startColumn <= one.endColumn)
      .map((one) => ({ ...rule, ...one, id: newId() }));
  });
}

const RULE_TYPES: Readonly<Record<string, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

const member = (name: string) => ({
  get: (range: RangeTarget, session: Session): Json =>
    validationAt(range, session)?.members[name] ?? validationDefaults[name] ?? null,
  set: (range: RangeTarget, value: Json, session: Session): void => {
    if (name !== 'IgnoreBlanks' && (typeof value !== 'object' || value === null)) throw invalidArgument();
    setValidation(range, name, value, session);
  },
});

/** Data validation of a range; the target is the range. */
export const validationType: ObjectType<RangeTarget> = {
  name: 'DataValidation',
  properties: {
    Rule: member('Rule'),
    ErrorAlert: member('ErrorAlert'),
    Prompt: member('Prompt'),
    IgnoreBlanks: member('IgnoreBlanks'),
    Type: {
      get: (range, session) => {
        const rule = (validationAt(range, session)?.members['Rule'] ?? {}) as Record<string, Json>;
        const [kind] = Object.keys(rule).filter((one) => rule[one] !== null && one in RULE_TYPES);
        return kind === undefined ? 'None' : (RULE_TYPES[kind] ?? 'None');
      },
    },
  },
  methods: {
    Clear: { run: (range, _args, session) => store('validations', outside(range, session), session) },
  },
};

const formatShape: BagShape = {
  NumberFormat: null,
  Fill: { Color: null },
  Font: { Color: null, Bold: null, Italic: null, Underline: null, Strikethrough: null },
};

/** The kinds of conditional format that are kept, by the name of their member. */
const kinds: Readonly<Record<string, BagShape>> = {
  Custom: { Rule: { Formula: '', FormulaLocal: '' }, Format: formatShape },
  CellValue: { Rule: {}, Format: formatShape },
  TextComparison: { Rule: {}, Format: formatShape },
  ColorScale: { Criteria: [], ThreeColorScale: false },
  DataBar: {
    ShowDataBarOnly: false,
    BarDirection: 'Context',
    PositiveFormat: { FillColor: '#638EC6', GradientFill: true, BorderColor: '' },
  },
};

/** `CellValue.rule` and criteria are set whole: they are values, not objects to walk through. */
const wholeRules = (shape: BagShape): BagShape =>
  Object.fromEntries(
    Object.entries(shape).map(([name, value]) =>
      name === 'Rule' && Object.keys(value as object).length === 0 ? [name, []] : [name, value],
    ),
  );

interface FormatTarget {
  readonly id: string;
}

function formatOf({ id }: FormatTarget, session: Session): StoredRule {
  const found = rulesOf('conditionalFormats', session).find((one) => one.id === id);
  if (!found) throw itemNotFound();
  return found;
}

function changeFormat(id: string, change: Partial<StoredRule>, session: Session): void {
  const rules = rulesOf('conditionalFormats', session);
  store(
    'conditionalFormats',
    rules.map((one) => (one.id === id ? { ...one, ...change } : one)),
    session,
  );
}

const bagOf = (target: FormatTarget): Omit<Bag, 'path'> => ({
  read: (session) => formatOf(target, session).members,
  write: (members, session) => changeFormat(target.id, { members }, session),
});

const kindLinks = Object.fromEntries(
  Object.entries(kinds).flatMap(([name, shape]) => {
    const type = bagType(`ConditionalFormat.${name}`, wholeRules(shape));
    const link = (orNull: boolean) => ({
      to: (target: FormatTarget, session: Session) => {
        if (formatOf(target, session).members['Type'] === name) return bagObject(type, bagOf(target));
        if (orNull) return null;
        throw itemNotFound();
      },
    });
    return [
      [name, link(false)],
      [`${name}OrNullObject`, link(true)],
    ];
  }),
);

const conditionalFormatType: ObjectType<FormatTarget> = {
  name: 'ConditionalFormat',
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Type: { get: (target, session) => formatOf(target, session).members['Type'] ?? 'Custom' },
    Priority: {
      get: (target, session) =>
        rulesOf('conditionalFormats', session).findIndex((one) => one.id === target.id),
      set: () => undefined,
    },
    StopIfTrue: {
      get: (target, session) => formatOf(target, session).members['StopIfTrue'] ?? false,
      set: (target, value, session) =>
        changeFormat(
          target.id,
          { members: { ...formatOf(target, session).members, StopIfTrue: value } },
          session,
        ),
    },
  },
  links: kindLinks,
  methods: {
    Delete: {
      run: ({ id }, _args, session) =>
        store(
          'conditionalFormats',
          rulesOf('conditionalFormats', session).filter((one) => one.id !== id),
          session,
        ),
    },
    GetRange: {
      run: (target, _args, session) => {
        const rule = formatOf(target, session);
        return rangeObject(new RangeTarget(rule.sheetId, areaOf(rule)));
      },
    },
  },
};

const formatsIn = (range: RangeTarget, session: Session): StoredRule[] =>
  rulesOf('conditionalFormats', session).filter(
    (one) => one.sheetId === range.sheetId && intersection(areaOf(one), liveArea(range, session)),
  );

const formatObject = ({ id }: { readonly id: string }): HostObject =>
  hostObject(conditionalFormatType, { id });

export const conditionalFormatsType: ObjectType<RangeTarget> = {
  name: 'ConditionalFormatCollection',
  items: (range, session) => formatsIn(range, session).map(formatObject),
  item: (range, key, session) => findFormat(range, key, session),
  methods: {
    Add: {
      run: (range, [type], session) => {
        if (typeof type !== 'string' || !(type in kinds)) throw invalidArgument();
        const rule = {
          id: newId(),
          sheetId: range.sheetId,
          ...liveArea(range, session),
          members: { Type: type },
        };
        store('conditionalFormats', [rule, ...rulesOf('conditionalFormats', session)], session);
        return formatObject(rule);
      },
    },
    ClearAll: {
      run: (range, _args, session) => {
        const gone = new Set(formatsIn(range, session));
        store(
          'conditionalFormats',
          rulesOf('conditionalFormats', session).filter((one) => !gone.has(one)),
          session,
        );
      },
    },
    GetCount: { run: (range, _args, session) => formatsIn(range, session).length },
    GetItem: { run: (range, [id], session) => findFormat(range, id as Json, session) },
    GetItemAt: {
      run: (range, [index], session) => {
        const found = formatsIn(range, session)[Number(index)];
        if (!found) throw itemNotFound();
        return formatObject(found);
      },
    },
  },
};

function findFormat(range: RangeTarget, id: Json, session: Session): HostObject {
  const found = formatsIn(range, session).find((one) => one.id === id);
  if (!found) throw itemNotFound();
  return formatObject(found);
}
