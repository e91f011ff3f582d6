import type { IStyleData } from '@univerjs/core';
import { XML_HEADER } from '../../../xlsx';
import type { XmlElement } from '../xml/element';
import { parseXml } from '../xml/element';
import { alignmentOf } from './alignment';
import { borderOf } from './borders';
import { colorOf, themeColors } from './colors';
import { patternOf } from './formats';

/** The cell styles of a workbook, numbered as cells name them (`s="3"`). */
export interface Stylesheet {
  readonly xml: string;
  readonly root: XmlElement;
  /** What each style looks like in the grid. */
  readonly looks: readonly IStyleData[];
  /** Styles whose cells can be changed on a protected sheet. */
  readonly unlocked: ReadonlySet<number>;
}

/** What a workbook without styles has. */
export const PLAIN_STYLESHEET = [
  XML_HEADER,
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

/** Reads `styles.xml`; a workbook without styles has one plain style. */
export function readStylesheet(xml: string, theme: string | undefined): Stylesheet {
  const root = parseXml(xml);
  const colors = themeColors(theme);
  const formats = new Map<number, string>();
  for (const one of root.child('numFmts')?.all('numFmt') ?? []) {
    formats.set(one.number('numFmtId', -1), one.attribute('formatCode') ?? '');
  }
  const fonts = (root.child('fonts')?.all('font') ?? []).map((one) => fontOf(one, colors));
  const fills = (root.child('fills')?.all('fill') ?? []).map((one) => fillOf(one, colors));
  const borders = (root.child('borders')?.all('border') ?? []).map((one) => borderOf(one, colors));
  const looks = (root.child('cellXfs')?.all('xf') ?? []).map((xf): IStyleData => {
    const pattern = patternOf(xf.number('numFmtId', 0), formats);
    return {
      ...fonts[xf.number('fontId', 0)],
      ...fills[xf.number('fillId', 0)],
      ...borders[xf.number('borderId', 0)],
      ...alignmentOf(xf.child('alignment')),
      ...(pattern !== undefined && { n: { pattern } }),
    };
  });
  const unlocked = (root.child('cellXfs')?.all('xf') ?? []).flatMap((xf, index) =>
    xf.child('protection')?.flag('locked', true) === false ? [index] : [],
  );
  return { xml, root, looks: looks.length === 0 ? [{}] : looks, unlocked: new Set(unlocked) };
}

function fontOf(font: XmlElement, theme: readonly string[]): IStyleData {
  const on = (name: string): boolean => font.child(name)?.flag('val', true) ?? false;
  const name = font.child('name')?.attribute('val');
  const size = font.child('sz')?.number('val', 0) ?? 0;
  const color = colorOf(font.child('color'), theme);
  const underline = font.child('u');
  const script = font.child('vertAlign')?.attribute('val');
  return {
    ...(name !== undefined && { ff: name }),
    ...(size > 0 && { fs: size }),
    ...(on('b') && { bl: 1 }),
    ...(on('i') && { it: 1 }),
    ...(underline !== undefined && underline.attribute('val') !== 'none' && { ul: { s: 1 } }),
    ...(on('strike') && { st: { s: 1 } }),
    ...(color !== undefined && { cl: { rgb: color } }),
    ...(script === 'subscript' && { va: 2 }),
    ...(script === 'superscript' && { va: 3 }),
  };
}

function fillOf(fill: XmlElement, theme: readonly string[]): IStyleData {
  const pattern = fill.child('patternFill');
  const kind = pattern?.attribute('patternType') ?? 'none';
  if (pattern !== undefined && kind === 'none') return {};
  // A hatching is shown by its mean colour at best; the grid has plain fills only.
  const color =
    colorOf(pattern?.child('fgColor'), theme) ??
    colorOf(fill.child('gradientFill')?.descendants('color')[0], theme);
  if (color !== undefined) return { bg: { rgb: color } };
  return kind === 'gray125' ? { bg: { rgb: '#E6E6E6' } } : {};
}
