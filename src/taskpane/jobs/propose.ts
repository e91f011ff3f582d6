import { catalogue } from '../../catalogue';
import type { SheetContent } from '../../excel';
import { applyProfile, findIdentity, guessYear, proposeMappings, type SheetView } from '../../mapping';
import { CellError } from '../../xlsx';
import type { Found, Jobs } from './model';

/** A sheet of the open workbook, as the matcher looks at it. */
export function viewOf({ name, row, column, values, dates, tables }: SheetContent): SheetView {
  return {
    name,
    rows: row + values.length,
    columns: column + (values[0]?.length ?? 0),
    cell(atRow, atColumn) {
      const content = values[atRow - row]?.[atColumn - column] ?? null;
      if (content === null || content === '') return undefined;
      return typeof content === 'object' ? new CellError(content.error) : content;
    },
    isDate: (atRow, atColumn) => dates[atRow - row]?.[atColumn - column] ?? false,
    tables: tables.map(({ name: table, hasHeadings, hasTotals, headings, ...block }) => ({
      name: table,
      block,
      headerRows: hasHeadings ? 1 : 0,
      totalsRows: hasTotals ? 1 : 0,
      columns: headings,
    })),
  };
}

/** Where each data point may come from in these sheets, or where a profile finds it again. */
export function propose({ sheets, year, now, territory, profile }: Jobs['propose']['input']): Found {
  const views = sheets.map(viewOf);
  const asked = year ?? guessYear(views) ?? now;
  const options = { catalogue, year: asked, ...(territory !== undefined && { territory }) };
  const mapping = profile ? applyProfile(profile, views, options) : proposeMappings(views, options);
  return { mapping, year: asked, identity: findIdentity(views) };
}
