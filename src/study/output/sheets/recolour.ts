import { type CellModel, palette, type SheetModel } from '../../../xlsx';
import type { StudyTheme } from '../../theme';

/** A sheet of the house in the colours of a theme. */
export function recoloured(sheet: SheetModel, theme: StudyTheme): SheetModel {
  const known = new Map<string, string>([
    [palette.primary, theme.primary],
    [palette.ink, theme.ink],
    [palette.band, theme.band],
  ]);
  const colour = (one: string): string => known.get(one) ?? one;
  const changed = (cell: CellModel | undefined): CellModel | undefined => {
    const { color, fill } = cell?.style ?? {};
    if (!cell || (color === undefined && fill === undefined)) return cell;
    const style = {
      ...cell.style,
      ...(color === undefined ? {} : { color: colour(color) }),
      ...(fill === undefined ? {} : { fill: colour(fill) }),
    };
    return { ...cell, style };
  };
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(changed) })),
    ...(sheet.tabColor === undefined ? {} : { tabColor: colour(sheet.tabColor) }),
  };
}
