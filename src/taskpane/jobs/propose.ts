import { catalogue } from '../../catalogue';
import type { SheetContent } from '../../excel';
import {
  applyProfile,
  findIdentity,
  guessYear,
  type Pointed,
  proposeAt,
  proposeMappings,
  type SheetView,
} from '../../mapping';
import { type Block, CellError, columnIndex, parseBlock } from '../../xlsx';
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

/** What a data point would be, read where a person points. */
export function point({ sheets, place, code, year, territory, unit }: Jobs['point']['input']): Pointed {
  const views = sheets.map(viewOf);
  const view = views.find(({ name }) => name === place.sheet);
  const area = parseBlock(place.address) ?? columnsOf(place.address, view?.rows ?? 0);
  if (area === undefined)
    return { reason: `${place.address} n’est pas une cellule ni une colonne : sélectionnez-en une.` };
  return proposeAt({ sheet: place.sheet, area }, code, views, {
    catalogue,
    year,
    ...(territory !== undefined && { territory }),
    ...(unit !== undefined && { unit }),
  });
}

/** `B:D`: whole columns. */
function columnsOf(address: string, rows: number): Block | undefined {
  const [, first, last] = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/iu.exec(address) ?? [];
  if (first === undefined || last === undefined) return undefined;
  return {
    firstRow: 0,
    lastRow: Math.max(0, rows - 1),
    firstColumn: columnIndex(first),
    lastColumn: columnIndex(last),
  };
}
