import type { DrawingModel } from '../../../xlsx';
import type { BlockOf } from '../../document';
import { groupTransform, type MapDrawing, type MapShape, textBody, transform } from '../map-drawing';
import { attributes } from '../markup';

/** A map as a group of native shapes over the cells. */
export function mapDrawing(block: BlockOf<'map'>, drawing: MapDrawing, from: string): DrawingModel {
  return {
    from,
    width: Math.round(drawing.width),
    height: drawing.height,
    xml: (id) => {
      const names = attributes({ id: id * 1000, name: `Carte ${id}`, descr: block.description });
      const shapes = drawing.shapes.map((one, at) => shapeXml(one, id * 1000 + 1 + at)).join('');
      return `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr${names}/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr>${groupTransform(0, 0, drawing)}</xdr:grpSpPr>${shapes}</xdr:grpSp>`;
    },
  };
}

function shapeXml(shape: MapShape, id: number): string {
  const names = attributes({ id, name: shape.name, descr: shape.description });
  const box = shape.text ? ' txBox="1"' : '';
  return `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr${names}/><xdr:cNvSpPr${box}/></xdr:nvSpPr><xdr:spPr>${transform(shape)}${shape.look}</xdr:spPr>${textBody('xdr', shape.text)}</xdr:sp>`;
}
