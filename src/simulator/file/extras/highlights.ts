import { escapeFormula } from '../../../xlsx';
import { blocksOf } from '../open/rules';
import { argb } from '../styles/borders';
import { colorOf } from '../styles/colors';
import type { XmlElement } from '../xml/element';
import { type Json, type StoredRule, rulesFor } from './extras';

export const HIGHLIGHT = 'format';

/** The rules of a `<conditionalFormatting>`, numbered over the whole sheet. */
export const formatRules = (root: XmlElement): { readonly format: XmlElement; readonly rule: XmlElement }[] =>
  root
    .all('conditionalFormatting')
    .flatMap((format) => format.all('cfRule').map((rule) => ({ format, rule })));

/** Conditional formats by formula, as the host keeps them; the other kinds are left to the file. */
export function loadHighlights(
  root: XmlElement,
  sheetId: string,
  differences: readonly XmlElement[],
  theme: readonly string[],
): StoredRule[] {
  return formatRules(root).flatMap(({ format, rule }, index) => {
    const formula = rule.child('formula')?.text;
    if (rule.attribute('type') !== 'expression' || formula === undefined) return [];
    const change = differences[rule.number('dxfId', -1)];
    const pattern = change?.child('fill')?.child('patternFill');
    const fill = colorOf(pattern?.child('bgColor') ?? pattern?.child('fgColor'), theme);
    const color = colorOf(change?.child('font')?.child('color'), theme);
    const members: Record<string, Json> = { Type: 'Custom', 'Rule.Formula': `=${formula}` };
    if (fill !== undefined) members['Format.Fill.Color'] = fill;
    if (color !== undefined) members['Format.Font.Color'] = color;
    if (rule.flag('stopIfTrue')) members.StopIfTrue = true;
    return rulesFor(HIGHLIGHT, sheetId, index, blocksOf(format.attribute('sqref')), members);
  });
}

/** What a new conditional format changes, as a `<dxf>`. */
export function differenceMarkup({ members }: StoredRule, prefix: string): string {
  const text = (name: string): string | undefined => {
    const value = members[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [fill, color] = [text('Format.Fill.Color'), text('Format.Font.Color')];
  const font = [
    members['Format.Font.Bold'] === true ? `<${prefix}b/>` : '',
    members['Format.Font.Italic'] === true ? `<${prefix}i/>` : '',
    members['Format.Font.Strikethrough'] === true ? `<${prefix}strike/>` : '',
    color === undefined ? '' : `<${prefix}color rgb="${argb(color)}"/>`,
  ].join('');
  // Unlike in a cell, the colour of a solid fill is here the background one.
  const background =
    fill === undefined
      ? ''
      : `<${prefix}fill><${prefix}patternFill><${prefix}bgColor rgb="${argb(fill)}"/></${prefix}patternFill></${prefix}fill>`;
  return `<${prefix}dxf>${font === '' ? '' : `<${prefix}font>${font}</${prefix}font>`}${background}</${prefix}dxf>`;
}

/** The markup of a conditional format by formula that the file did not have; none for the other kinds. */
export function highlightMarkup(
  { members }: StoredRule,
  sqref: string,
  { dxf, priority, prefix }: { readonly dxf: number; readonly priority: number; readonly prefix: string },
  toFile: (formula: string) => string,
): string {
  const formula = members['Rule.Formula'];
  if (members.Type !== 'Custom' || typeof formula !== 'string') return '';
  const stop = members.StopIfTrue === true ? ' stopIfTrue="1"' : '';
  const text = escapeFormula(toFile(formula.startsWith('=') ? formula : `=${formula}`));
  const rule = `<${prefix}cfRule type="expression" dxfId="${dxf}" priority="${priority}"${stop}><${prefix}formula>${text}</${prefix}formula></${prefix}cfRule>`;
  const name = `${prefix}conditionalFormatting`;
  return `<${name} sqref="${sqref}">${rule}</${name}>`;
}
