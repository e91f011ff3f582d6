import type { CellModel, CellStyle } from '../../xlsx';
import type { Region } from './regions';

const LINK_COLOR = '0563C1';
const BORDER_COLOR = '#BFBFBF';

/** What a cell looks like, its number format apart; undefined when nothing is out of the ordinary. */
export function lookOf(cell: CellModel | undefined): CellStyle | undefined {
  if (!cell) return undefined;
  const look: { -readonly [key in keyof CellStyle]: CellStyle[key] } = {
    ...(cell.link ? { color: LINK_COLOR, underline: true } : {}),
    ...cell.style,
  };
  delete look.format;
  return Object.keys(look).length > 0 ? look : undefined;
}

/** The same look, the same key, however the style object was made. */
export const keyOfLook = (look: CellStyle): string =>
  JSON.stringify(Object.entries(look).sort(([one], [other]) => (one < other ? -1 : 1)));

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/** Gives a whole rectangle its look. */
export function applyLook(range: Excel.Range, region: Region<CellStyle>): void {
  const { value: look } = region;
  const { format } = range;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.underline !== undefined) format.font.underline = look.underline ? 'Single' : 'None';
  if (look.size !== undefined) format.font.size = look.size;
  if (look.color !== undefined) format.font.color = `#${look.color}`;
  if (look.fill !== undefined) format.fill.color = `#${look.fill}`;
  const align = look.align ?? (look.indent === undefined ? undefined : 'left');
  if (align !== undefined) format.horizontalAlignment = HORIZONTAL[align];
  if (look.verticalAlign !== undefined) format.verticalAlignment = VERTICAL[look.verticalAlign];
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  if (look.input) format.protection.locked = false;
  for (const side of sidesOf(look.border, region)) {
    const border = format.borders.getItem(side);
    border.style = 'Continuous';
    border.color = BORDER_COLOR;
  }
}

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

function sidesOf(border: CellStyle['border'], { rows, columns }: Region<CellStyle>): Side[] {
  if (border === undefined || border === 'none') return [];
  const sides: Side[] = ['EdgeBottom'];
  if (rows > 1) sides.push('InsideHorizontal');
  if (border === 'bottom') return sides;
  sides.push('EdgeTop', 'EdgeLeft', 'EdgeRight');
  if (columns > 1) sides.push('InsideVertical');
  return sides;
}
