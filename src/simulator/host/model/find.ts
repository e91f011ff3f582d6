import { cellReader } from '../core/cells';
import type { Argument } from '../richapi/objects';
import type { Session } from '../session';
import { intersection } from './address';
import { displayText, numberFormatAt } from './number-format';
import { liveArea, RangeTarget } from './range/target';
import { usedArea } from './used-area';

interface Criteria {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
}

/** The cells of a range that show a text, row by row. */
export function findIn(
  range: RangeTarget,
  text: string,
  criteria: Argument,
  session: Session,
): RangeTarget[] {
  const { completeMatch = false, matchCase = false } = (criteria ?? {}) as Criteria;
  const used = usedArea(session.grid, range.sheetId, true);
  const area = used && intersection(used, liveArea(range, session));
  if (!area) return [];
  const fold = (value: string) => (matchCase ? value : value.toLocaleLowerCase('fr'));
  const wanted = fold(text);
  const cells = cellReader(session.grid, range.sheetId);
  const found: RangeTarget[] = [];
  for (let row = area.startRow; row <= area.endRow; row++)
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const format = numberFormatAt(session.grid, range.sheetId, row, column);
      const shown = fold(displayText(cells.value(row, column), format, session.options.locale));
      if (completeMatch ? shown === wanted : shown !== '' && shown.includes(wanted))
        found.push(
          new RangeTarget(range.sheetId, {
            startRow: row,
            endRow: row,
            startColumn: column,
            endColumn: column,
          }),
        );
    }
  return found;
}
