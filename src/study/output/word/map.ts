import type { Locale } from '../../../formula';
import type { BlockOf } from '../../document';
import type { StudyTheme } from '../../theme';
import { drawMap, groupTransform, type MapShape, type MapText, transform } from '../map-drawing';
import { attributes, escapeXml } from '../markup';
import { TEXT_WIDTH } from './blocks';

/** English Metric Units in a twentieth of a point. */
const EMU = 635;
const HIGHEST = 6400 * EMU;
const GROUP = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';

/** A map as a group of shapes that Word edits (2010 and later); older readers show its description. */
export function mapXml(block: BlockOf<'map'>, theme: StudyTheme, locale: Locale, firstId: number): string {
  const drawing = drawMap(block, TEXT_WIDTH * EMU, HIGHEST, theme, locale);
  const shapes = drawing.shapes.map((one, at) => shapeXml(one, firstId + 1 + at)).join('');
  const properties = attributes({ id: firstId, name: `Carte ${firstId}`, descr: block.description });
  const group = `<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>${groupTransform(0, 0, drawing)}</wpg:grpSpPr>${shapes}</wpg:wgp>`;
  const size = attributes({ cx: Math.round(drawing.width), cy: drawing.height });
  const inline = `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr${properties}/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${GROUP}">${group}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const fallback = `<w:t xml:space="preserve">${escapeXml(block.description)}</w:t>`;
  return `<w:p><w:pPr><w:spacing w:before="80" w:after="160"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires="wpg">${inline}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
}

function shapeXml(shape: MapShape, id: number): string {
  const names = attributes({ id, name: shape.name, descr: shape.description });
  const text = shape.text
    ? `<wps:txbx><w:txbxContent>${linesXml(shape.text)}</w:txbxContent></wps:txbx>`
    : '';
  const anchor = shape.text?.align === 'ctr' ? 'ctr' : 't';
  return `<wps:wsp><wps:cNvPr${names}/><wps:cNvSpPr${shape.text ? ' txBox="1"' : ''}/><wps:spPr>${transform(shape)}${shape.look}</wps:spPr>${text}<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:noAutofit/></wps:bodyPr></wps:wsp>`;
}

function linesXml({ lines, size, color, align }: MapText): string {
  const look = `<w:rPr><w:color w:val="${color}"/><w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/></w:rPr>`;
  const place = `<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="${align === 'ctr' ? 'center' : 'left'}"/></w:pPr>`;
  return lines
    .map((line) => `<w:p>${place}<w:r>${look}<w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`)
    .join('');
}
