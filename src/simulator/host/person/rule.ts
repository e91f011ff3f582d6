import { IDefinedNamesService } from '@univerjs/engine-formula';
import { cellReader, type CellScalar } from '../core/cells';
import { parseAddress, type Area } from '../model/address';
import type { StoredRule } from '../model/extras';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { valueIf } from './hypothesis';

export interface Place {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

type Members = Readonly<Record<string, Json>>;

const membersOf = (value: Json | undefined): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};

const OPERATORS: Readonly<Record<string, (value: number, one: number, other: number) => boolean>> = {
  Between: (value, one, other) => value >= one && value <= other,
  NotBetween: (value, one, other) => value < one || value > other,
  EqualTo: (value, one) => value === one,
  NotEqualTo: (value, one) => value !== one,
  GreaterThan: (value, one) => value > one,
  LessThan: (value, one) => value < one,
  GreaterThanOrEqualTo: (value, one) => value >= one,
  LessThanOrEqualTo: (value, one) => value <= one,
};

/**
 * Whether a rule of entry lets a value into a cell. Undefined when this cannot be told here (rules that speak of other
 * cells than a list of choices): the entry is then taken.
 */
export function allows(
  rule: StoredRule,
  value: CellScalar,
  place: Place,
  session: Session,
): boolean | undefined {
  const members = membersOf(rule.members['Rule']);
  if (members['list']) return isListed(membersOf(members['list'])['source'], value, place, session);
  if (members['custom']) {
    const formula = membersOf(members['custom'])['formula'];
    if (typeof formula !== 'string') return undefined;
    // Written for the first cell of its range: what it says of that one, it says of each.
    const first = { row: rule.startRow, column: rule.startColumn };
    const result = valueIf(formula, first, value, session);
    return result === undefined ? undefined : Boolean(result);
  }
  if (members['textLength'])
    return compare(String(value).length, membersOf(members['textLength']), place, session);
  const kind = ['wholeNumber', 'decimal', 'date', 'time'].find((one) => members[one]);
  if (kind === undefined) return true;
  if (typeof value !== 'number' || (kind === 'wholeNumber' && !Number.isInteger(value))) return false;
  return compare(value, membersOf(members[kind]), place, session);
}

function compare(value: number, bounds: Members, place: Place, session: Session): boolean | undefined {
  const [one, other] = ['formula1', 'formula2'].map((name) => boundOf(bounds[name], place, session));
  const operator = OPERATORS[String(bounds['operator'] ?? 'Between')];
  if (operator === undefined || one === undefined) return undefined;
  return operator(value, one, other ?? Number.POSITIVE_INFINITY);
}

function boundOf(bound: Json | undefined, place: Place, session: Session): number | undefined {
  if (typeof bound === 'number') return bound;
  if (typeof bound !== 'string' || bound.trim() === '') return undefined;
  if (!bound.startsWith('=')) return Number.isFinite(Number(bound)) ? Number(bound) : undefined;
  const referred = choicesIn(bound.slice(1), place, session);
  const value = referred ? referred[0] : valueIf(bound, place, '', session);
  return typeof value === 'number' ? value : undefined;
}

function isListed(
  source: Json | undefined,
  value: CellScalar,
  place: Place,
  session: Session,
): boolean | undefined {
  if (typeof source !== 'string') return undefined;
  // Words written in the rule are compared to the letter; those of cells without their case, as in Excel.
  if (!source.startsWith('='))
    return source
      .split(',')
      .map((one) => one.trim())
      .includes(shown(value));
  const wanted = shown(value).toLocaleLowerCase('fr');
  return choicesIn(source.slice(1), place, session)?.some(
    (one) => one !== undefined && shown(one).toLocaleLowerCase('fr') === wanted,
  );
}

const shown = (value: CellScalar): string =>
  typeof value === 'boolean' ? (value ? 'VRAI' : 'FAUX') : String(value).trim();

/** The values of the cells that a reference or a name stands for; undefined when it is neither. */
function choicesIn(
  reference: string,
  { sheetId }: Place,
  session: Session,
): readonly (CellScalar | undefined)[] | undefined {
  const { grid } = session;
  const named = grid.injector.get(IDefinedNamesService).getValueByName(grid.unitId, reference);
  const parsed = parseAddress(named?.formulaOrRefString.replace(/^=/u, '') ?? reference);
  if (!parsed) return undefined;
  const sheet = parsed.sheet === undefined ? grid.sheet(sheetId) : grid.sheetNamed(parsed.sheet);
  return sheet && valuesIn(parsed.area, sheet.getSheetId(), sheet.getRowCount(), session);
}

function valuesIn(area: Area, sheetId: string, rows: number, { grid }: Session): (CellScalar | undefined)[] {
  const cells = cellReader(grid, sheetId);
  const found: (CellScalar | undefined)[] = [];
  for (let row = area.startRow; row <= Math.min(area.endRow, rows - 1); row++)
    for (let column = area.startColumn; column <= area.endColumn; column++)
      found.push(cells.value(row, column));
  return found;
}
