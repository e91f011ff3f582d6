import type { ChartModel, DrawingModel, SheetModel } from '../model';
import { parseArea } from './address';
import { XML_HEADER, attributes } from './xml';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

/** Where the charts and drawings of a sheet lie (`xl/drawings/drawing*.xml`); `ids` are the charts' relationship ids. */
export function drawingXml(
  sheet: SheetModel,
  ids: readonly string[],
  pictures: readonly string[] = [],
): string {
  const frames = (sheet.charts ?? []).map((chart, index) => frameXml(chart, index, ids[index] ?? ''));
  const shapes = (sheet.drawings ?? []).map((one, at) =>
    placedXml(one, frames.length + at + 2, pictures[at] ?? ''),
  );
  return [
    `${XML_HEADER}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
    ...frames,
    ...shapes,
    '</xdr:wsDr>',
  ].join('');
}

function frameXml(chart: ChartModel, index: number, relation: string): string {
  const from = parseArea(chart.from);
  const to = parseArea(chart.to);
  const corner = (name: string, column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  // 1 is the drawing itself.
  const identity = attributes({ id: index + 2, name: `Graphique ${index + 1}`, descr: chart.description });
  return [
    '<xdr:twoCellAnchor>',
    corner('from', from.left, from.top),
    corner('to', to.right + 1, to.bottom + 1),
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr${identity}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relation}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

function placedXml({ from, width, height, xml }: DrawingModel, id: number, relation: string): string {
  const { left, top } = parseArea(from);
  const corner = `<xdr:from><xdr:col>${left}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${top}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`;
  const size = `<xdr:ext${attributes({ cx: width, cy: height })}/>`;
  return `<xdr:oneCellAnchor>${corner}${size}${xml(id, relation)}<xdr:clientData/></xdr:oneCellAnchor>`;
}
