import { invalidArgument } from '../richapi/errors';
import type { Property } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { contains, type Area } from './address';
import { changeExtras, extrasOf } from './extras';
import { assertWritable } from './protection';
import { writeEntries } from './range/content';
import { liveArea, RangeTarget } from './range/target';

const FIELDS = ['address', 'documentReference', 'screenTip', 'textToDisplay'] as const;

const cellOf = (key: string): Area => {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
};

const firstCell = ({ sheetId }: RangeTarget, { startRow, startColumn }: Area): RangeTarget =>
  new RangeTarget(sheetId, { startRow, endRow: startRow, startColumn, endColumn: startColumn });

/** The links of a sheet that lie in an area, taken away. */
export function clearHyperlinks(sheetId: string, area: Area, session: Session): void {
  const { hyperlinks } = extrasOf(session.grid);
  const kept = Object.entries(hyperlinks[sheetId] ?? {}).filter(([key]) => !contains(area, cellOf(key)));
  changeExtras(session.grid, { hyperlinks: { ...hyperlinks, [sheetId]: Object.fromEntries(kept) } });
}

/** The link of a range: that of its first cell; setting it writes the text to display too. */
export const hyperlinkProperty: Property<RangeTarget> = {
  onDemand: true,
  get(range, session) {
    const { startRow, startColumn } = liveArea(range, session);
    return extrasOf(session.grid).hyperlinks[range.sheetId]?.[`${startRow},${startColumn}`] ?? null;
  },
  set(range, value, session) {
    assertWritable(range, session, 'allowInsertHyperlinks');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
    const given = value as { readonly [key: string]: Json };
    const area = liveArea(range, session);
    const link = Object.fromEntries(FIELDS.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
    const { hyperlinks } = extrasOf(session.grid);
    const links: Record<string, Json> = { ...hyperlinks[range.sheetId] };
    for (let row = area.startRow; row <= area.endRow; row++)
      for (let column = area.startColumn; column <= area.endColumn; column++)
        links[`${row},${column}`] = link;
    changeExtras(session.grid, { hyperlinks: { ...hyperlinks, [range.sheetId]: links } });
    if (typeof given['textToDisplay'] === 'string')
      writeEntries(firstCell(range, area), given['textToDisplay'], session);
  },
};
