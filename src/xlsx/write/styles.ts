import type { CellStyle, HighlightModel } from '../model';
import { UnwritableWorkbook } from './unwritable';
import { XML_HEADER, attributes, escapeAttribute } from './xml';

/** What the writer itself adds to the style that was asked for. */
export interface StyleExtras {
  readonly date?: boolean;
  readonly link?: boolean;
  /** Text that looks like a formula stays text when the person edits it. */
  readonly quoted?: boolean;
}

const BUILT_IN_FORMATS: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
const SHORT_DATE = 14;
const FIRST_CUSTOM_FORMAT = 164;
const LINK_COLOR = '0563C1';
const BORDER_COLOR = 'BFBFBF';
const FONT_SIZE = 11;

/** Excel wants alpha first; refuses anything but six hexadecimal digits. */
export function argb(color: string): string {
  if (!/^[0-9A-Fa-f]{6}$/.test(color)) {
    throw new UnwritableWorkbook(
      `« ${color} » n’est pas une couleur : six chiffres hexadécimaux sont attendus, comme 1F4E79.`,
    );
  }
  return `FF${color.toUpperCase()}`;
}

/** A list of distinct XML fragments: same fragment, same number. */
class Registry {
  private readonly numbers = new Map<string, number>();
  constructor(initial: readonly string[] = []) {
    initial.forEach((fragment) => this.numberOf(fragment));
  }
  numberOf(fragment: string): number {
    const known = this.numbers.get(fragment);
    if (known !== undefined) return known;
    this.numbers.set(fragment, this.numbers.size);
    return this.numbers.size - 1;
  }
  print(element: string): string {
    if (this.numbers.size === 0) return '';
    return `<${element} count="${this.numbers.size}">${[...this.numbers.keys()].join('')}</${element}>`;
  }
}

const NO_BORDER = '<border><left/><right/><top/><bottom/><diagonal/></border>';

function fontXml(style: CellStyle, link: boolean, family: string): string {
  const color = style.color ?? (link ? LINK_COLOR : undefined);
  const underline = style.underline ?? link;
  return [
    '<font>',
    style.bold ? '<b/>' : '',
    style.italic ? '<i/>' : '',
    underline ? '<u/>' : '',
    `<sz val="${style.size ?? FONT_SIZE}"/>`,
    color === undefined ? '<color theme="1"/>' : `<color rgb="${argb(color)}"/>`,
    `<name val="${escapeAttribute(family)}"/><family val="2"/><scheme val="minor"/></font>`,
  ].join('');
}

function fillXml(fill: string | undefined): string {
  if (fill === undefined) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(border: CellStyle['border']): string {
  if (border === undefined || border === 'none') return NO_BORDER;
  const side = (name: string, drawn: boolean): string =>
    drawn ? `<${name} style="thin"><color rgb="${argb(BORDER_COLOR)}"/></${name}>` : `<${name}/>`;
  const all = border === 'all';
  return `<border>${side('left', all)}${side('right', all)}${side('top', all)}${side('bottom', true)}<diagonal/></border>`;
}

function alignmentXml(style: CellStyle): string {
  const written = attributes({
    // An indent is only drawn with a side.
    horizontal: style.align ?? (style.indent === undefined ? undefined : 'left'),
    vertical: style.verticalAlign,
    wrapText: style.wrap ? 1 : undefined,
    indent: style.indent,
  });
  return written === '' ? '' : `<alignment${written}/>`;
}

const NO_EXTRAS: StyleExtras = {};
// Copies made for one cell each would only fill the memory.
const MAX_SHARED = 1000;

/** Numbers the styles used by the cells and prints `xl/styles.xml`. */
export class Styles {
  private readonly formats = new Map<string, number>();
  private readonly fonts: Registry;
  private readonly fills = new Registry([
    fillXml(undefined),
    '<fill><patternFill patternType="gray125"/></fill>',
  ]);
  private readonly borders = new Registry([NO_BORDER]);
  private readonly cells = new Registry();
  private readonly differences = new Registry();
  private readonly byObject = new Map<CellStyle, number>();
  private readonly byContent = new Map<string, number>();

  /** @param family the font of every cell */
  constructor(private readonly family = 'Calibri') {
    this.fonts = new Registry([fontXml({}, false, family)]);
    this.numberOf({});
  }

  /** Number of a style: at once when builders share the object, by its content when they copy it. */
  numberOf(style: CellStyle, extras: StyleExtras = NO_EXTRAS): number {
    const plain = extras === NO_EXTRAS;
    const shared = plain ? this.byObject.get(style) : undefined;
    if (shared !== undefined) return shared;
    const content = JSON.stringify([style, extras]);
    const number = this.byContent.get(content) ?? this.register(style, extras);
    this.byContent.set(content, number);
    if (plain && this.byObject.size < MAX_SHARED) this.byObject.set(style, number);
    return number;
  }

  private register(style: CellStyle, extras: StyleExtras): number {
    const format =
      style.format === undefined ? (extras.date ? SHORT_DATE : 0) : this.formatNumber(style.format);
    const font = this.fonts.numberOf(fontXml(style, extras.link ?? false, this.family));
    const fill = this.fills.numberOf(fillXml(style.fill));
    const border = this.borders.numberOf(borderXml(style.border));
    const alignment = alignmentXml(style);
    const yes = (condition: boolean): 1 | undefined => (condition ? 1 : undefined);
    const xf = attributes({
      numFmtId: format,
      fontId: font,
      fillId: fill,
      borderId: border,
      xfId: 0,
      quotePrefix: yes(extras.quoted ?? false),
      applyNumberFormat: yes(format > 0),
      applyFont: yes(font > 0),
      applyFill: yes(fill > 0),
      applyBorder: yes(border > 0),
      applyAlignment: yes(alignment !== ''),
      applyProtection: yes(style.input ?? false),
    });
    const inner = alignment + (style.input ? '<protection locked="0"/>' : '');
    return this.cells.numberOf(inner === '' ? `<xf${xf}/>` : `<xf${xf}>${inner}</xf>`);
  }

  /** Number of what a conditional format changes. */
  difference({ fill, color }: HighlightModel): number {
    const font = color === undefined ? '' : `<font><color rgb="${argb(color)}"/></font>`;
    // Unlike in a cell, the colour of a solid fill is here the background one.
    const pattern =
      fill === undefined ? '' : `<fill><patternFill><bgColor rgb="${argb(fill)}"/></patternFill></fill>`;
    return this.differences.numberOf(`<dxf>${font}${pattern}</dxf>`);
  }

  private formatNumber(format: string): number {
    const known = BUILT_IN_FORMATS[format] ?? this.formats.get(format);
    if (known !== undefined) return known;
    const number = FIRST_CUSTOM_FORMAT + this.formats.size;
    this.formats.set(format, number);
    return number;
  }

  print(): string {
    const formats = [...this.formats].map(
      ([formatCode, numFmtId]) => `<numFmt${attributes({ numFmtId, formatCode })}/>`,
    );
    return [
      XML_HEADER,
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`,
      this.fonts.print('fonts'),
      this.fills.print('fills'),
      this.borders.print('borders'),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.cells.print('cellXfs'),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      this.differences.print('dxfs'),
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>',
      '</styleSheet>',
    ].join('');
  }
}
