import type { CellModel, CellStyle } from '../../xlsx';
import type { Region } from './regions';

const LINK_COLOR = '0563C1';
const BORDER_COLOR = '#BFBFBF';

/** What a cell looks like, links included, its number format apart. */
export function lookOf(cell: CellModel | undefined): CellStyle {
  return { ...(cell?.link ? { color: LINK_COLOR, underline: true } : {}), ...cell?.style };
}

type Traits = Required<Omit<CellStyle, 'format'>>;

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

type Setters = {
  readonly [T in keyof Traits]: (range: Excel.Range, value: Traits[T], region: Region<unknown>) => void;
};

/**
 * How Excel is given each trait of a look. They are set one by one, over rectangles as large as each
 * allows: a fifth of the calls that rectangles of one whole look would take.
 */
const setters: Setters = {
  bold: ({ format }, value) => (format.font.bold = value),
  italic: ({ format }, value) => (format.font.italic = value),
  underline: ({ format }, value) => (format.font.underline = value ? 'Single' : 'None'),
  size: ({ format }, value) => (format.font.size = value),
  color: ({ format }, value) => (format.font.color = `#${value}`),
  fill: ({ format }, value) => (format.fill.color = `#${value}`),
  wrap: ({ format }, value) => (format.wrapText = value),
  verticalAlign: ({ format }, value) => (format.verticalAlignment = VERTICAL[value]),
  // An indent is only drawn with a side: it comes before the alignment, which may choose another one.
  indent: ({ format }, value) => {
    format.horizontalAlignment = 'Left';
    format.indentLevel = value;
  },
  align: ({ format }, value) => (format.horizontalAlignment = HORIZONTAL[value]),
  input: ({ format }, value) => {
    if (value) format.protection.locked = false;
  },
  border: ({ format }, value, region) => {
    for (const side of sidesOf(value, region)) {
      const border = format.borders.getItem(side);
      border.style = 'Continuous';
      border.color = BORDER_COLOR;
    }
  },
};

export const traits = Object.keys(setters) as (keyof Traits)[];

/** Gives a rectangle one trait of its look. */
export function applyTrait<T extends keyof Traits>(
  trait: T,
  range: Excel.Range,
  region: Region<Traits[T]>,
): void {
  setters[trait](range, region.value, region);
}

type Side = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

function sidesOf(border: Traits['border'], { rows, columns }: Region<unknown>): Side[] {
  if (border === 'none') return [];
  const sides: Side[] = ['EdgeBottom'];
  if (rows > 1) sides.push('InsideHorizontal');
  if (border === 'bottom') return sides;
  sides.push('EdgeTop', 'EdgeLeft', 'EdgeRight');
  if (columns > 1) sides.push('InsideVertical');
  return sides;
}
