import type { StudyTheme } from '../../theme';
import { attributes, escapeXml } from '../markup';

/** English Metric Units in an inch: what PowerPoint measures in. */
const EMU = 914_400;
export const SLIDE = { width: 13.333, height: 7.5 } as const;

/** A place on the slide, in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly text: string;
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  /** Written before the text, in bold. */
  readonly lead?: string;
  readonly align?: 'r' | 'ctr';
}

const emu = (inches: number): number => Math.round(inches * EMU);

function placed(box: Box, tag: 'a' | 'p'): string {
  const size = `<a:off${attributes({ x: emu(box.x), y: emu(box.y) })}/><a:ext${attributes({ cx: emu(box.width), cy: emu(box.height) })}/>`;
  return `<${tag}:xfrm>${size}</${tag}:xfrm>`;
}

export const fillXml = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

/** A paragraph of a text box or of a table cell. */
function lineXml(line: Line): string {
  const look = (bold: boolean | undefined): string =>
    `<a:rPr${attributes({ lang: 'fr-FR', sz: line.size * 100, b: bold ? 1 : 0, i: line.italic ? 1 : 0, dirty: 0 })}>${line.color ? fillXml(line.color) : ''}<a:latin typeface="+mn-lt"/></a:rPr>`;
  const run = (text: string, bold: boolean | undefined): string =>
    `<a:r>${look(bold)}<a:t>${escapeXml(text)}</a:t></a:r>`;
  // Without it an empty line is as high as 18 points, and so is the row of its table.
  const end = `<a:endParaRPr${attributes({ lang: 'fr-FR', sz: line.size * 100, dirty: 0 })}/>`;
  const written = line.text === '' ? '' : run(line.text, line.bold);
  const properties = `<a:pPr${line.align ? attributes({ algn: line.align }) : ''}><a:buNone/></a:pPr>`;
  return `<a:p>${properties}${line.lead ? run(line.lead, true) : ''}${written}${end}</a:p>`;
}

/** A text box; `fill` gives it a ground. */
export function textBox(id: number, name: string, box: Box, lines: readonly Line[], fill?: string): string {
  const ground = fill ? fillXml(fill) : '<a:noFill/>';
  return `<p:sp><p:nvSpPr><p:cNvPr${attributes({ id, name })}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${placed(box, 'a')}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${ground}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="91440" tIns="45720" rIns="91440" bIns="45720"><a:noAutofit/></a:bodyPr><a:lstStyle/>${lines.map(lineXml).join('')}</p:txBody></p:sp>`;
}

/** A title, a subtitle, a footer or a slide number, placed by the layout. */
export function placeholder(id: number, type: string, index: number | undefined, content: string): string {
  const ph = `<p:ph${attributes({ type, ...(index === undefined ? {} : { idx: index }) })}/>`;
  return `<p:sp><p:nvSpPr><p:cNvPr${attributes({ id, name: `${type} ${id}` })}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${content}</a:p></p:txBody></p:sp>`;
}

export const plainRun = (text: string): string =>
  `<a:r><a:rPr lang="fr-FR" dirty="0"/><a:t>${escapeXml(text)}</a:t></a:r>`;

export const slideNumberRun =
  '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>‹#›</a:t></a:fld>';

export function chartFrame(id: number, box: Box, relation: string, description: string): string {
  const names = attributes({ id, name: `Graphique ${id}`, descr: description });
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr${names}/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${placed(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${relation}"/></a:graphicData></a:graphic></p:graphicFrame>`;
}

export interface SlideTable {
  readonly box: Box;
  readonly description: string;
  readonly widths: readonly number[];
  /** The first row is the headings'. */
  readonly rows: readonly { readonly height: number; readonly cells: readonly Line[] }[];
}

/** A native table, with its alternative text. */
export function tableFrame(id: number, table: SlideTable, theme: StudyTheme): string {
  const names = attributes({ id, name: `Tableau ${id}`, descr: table.description });
  const grid = table.widths.map((width) => `<a:gridCol${attributes({ w: emu(width) })}/>`).join('');
  const none = ['lnL', 'lnR', 'lnT'].map((side) => `<a:${side} w="0"><a:noFill/></a:${side}>`).join('');
  const border = `${none}<a:lnB w="6350">${fillXml(theme.line)}</a:lnB>`;
  const rows = table.rows.map(({ height, cells }, at) => {
    const ground = at === 0 ? fillXml(theme.primary) : '<a:noFill/>';
    const written = cells.map(
      (line) =>
        `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${lineXml(line)}</a:txBody><a:tcPr marL="60000" marR="60000" marT="25000" marB="25000" anchor="ctr">${border}${ground}</a:tcPr></a:tc>`,
    );
    return `<a:tr${attributes({ h: emu(height) })}>${written.join('')}</a:tr>`;
  });
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr${names}/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placed(table.box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${rows.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

/** How many lines a text takes in a width (inches) at a size (points); letters are half as wide as high. */
export function linesOf(text: string, width: number, size: number): number {
  const perLine = Math.max(8, Math.floor((width * 72) / (size * 0.53)));
  return text.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / perLine)), 0);
}

/** The height of that many lines, in inches. */
export const heightOf = (lines: number, size: number): number => (lines * size * 1.3) / 72;
