import type { Found } from './survey';
import { MAX_TEXT, XML_HEADER, cutText, escapeText, textElement } from './xml';

const LINE = 38; // characters that fit on a line of the box
const LINE_HEIGHT = 13.5; // points
const BOX_WIDTH = 216; // points

/** The texts of a sheet's notes (`xl/comments*.xml`), in the order of the cells. */
export function notesXml(notes: readonly Found[], author: string): string {
  const written = notes.map(({ address, cell }) => {
    const text = textElement(cutText(cell.note ?? '', MAX_TEXT));
    return `<comment ref="${address}" authorId="0"><text><r><rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>${text}</r></text></comment>`;
  });
  return [
    `${XML_HEADER}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<authors><author>${escapeText(author)}</author></authors>`,
    `<commentList>${written.join('')}</commentList></comments>`,
  ].join('');
}

/** Rows of 15 points that a note needs so that nothing of it is hidden. */
function heightInRows(text: string): number {
  const lines = text
    .split('\n')
    .reduce((count, line) => count + Math.max(1, Math.ceil(line.length / LINE)), 0);
  return Math.min(30, Math.max(4, Math.ceil((lines * LINE_HEIGHT + 12) / 15)));
}

// Ids of shapes are given out by blocks of this many.
const BLOCK = 1024;

/** Blocks of shape ids that so many notes take. */
export function blocksFor(notes: number): number {
  return 1 + Math.floor(notes / BLOCK);
}

/** The boxes of the notes: an old vector format that Excel still requires (VML). Blocks start at 1. */
export function noteShapesXml(notes: readonly Found[], firstBlock: number): string {
  const shapes = notes.map(({ row, column, cell }, index) => {
    const rows = heightInRows(cell.note ?? '');
    const top = Math.max(0, row - 1);
    const anchor = [column + 1, 15, top, 10, column + 4, 31, top + rows, 4].join(', ');
    const style = `position:absolute;margin-left:80pt;margin-top:5pt;width:${BOX_WIDTH}pt;height:${rows * 15}pt;z-index:${index + 1};visibility:hidden`;
    return [
      `<v:shape id="_x0000_s${firstBlock * BLOCK + index + 1}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">`,
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
      `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
      `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    ].join('');
  });
  const blocks = Array.from({ length: blocksFor(notes.length) }, (_, index) => firstBlock + index);
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>`,
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...shapes,
    '</xml>',
  ].join('');
}
