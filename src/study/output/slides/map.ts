import type { MapDrawing, MapShape } from '../map-drawing';
import { groupTransform, textBody, transform } from '../map-drawing';
import { attributes } from '../markup';
import type { Box } from './shapes';

const EMU = 914_400;

/** A map as a group of native shapes on a slide; takes the ids from `id` on. */
export function mapGroup(id: number, box: Box, drawing: MapDrawing, description: string): string {
  const names = attributes({ id, name: `Carte ${id}`, descr: description });
  const place = groupTransform(Math.round(box.x * EMU), Math.round(box.y * EMU), drawing);
  const shapes = drawing.shapes.map((one, at) => shapeXml(one, id + 1 + at)).join('');
  return `<p:grpSp><p:nvGrpSpPr><p:cNvPr${names}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${place}</p:grpSpPr>${shapes}</p:grpSp>`;
}

function shapeXml(shape: MapShape, id: number): string {
  const names = attributes({ id, name: shape.name, descr: shape.description });
  const box = shape.text ? ' txBox="1"' : '';
  return `<p:sp><p:nvSpPr><p:cNvPr${names}/><p:cNvSpPr${box}/><p:nvPr/></p:nvSpPr><p:spPr>${transform(shape)}${shape.look}</p:spPr>${textBody('p', shape.text)}</p:sp>`;
}
