import type { OfficePackage } from '../../xlsx';
import type { Logo } from '../theme';
import { attributes } from './markup';

/** Adds the picture; gives the relationship id in `owner`. */
export function addLogo(file: OfficePackage, folder: string, owner: string, logo: Logo): string {
  const part = `${folder}/media/logo.${logo.kind}`;
  file.add(part, `image/${logo.kind}`, () => logo.bytes);
  return file.relate(owner, 'image', part);
}

/** The size of the logo in English Metric Units, inside a box. */
export function logoSize({ width, height }: Logo, most: { readonly width: number; readonly height: number }) {
  const scale = Math.min(most.width / width, most.height / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** What is common to the three formats: the fill and the frame of a picture. */
export function pictureLook(
  tag: 'p' | 'pic' | 'xdr',
  relation: string,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
  const place = `<a:xfrm><a:off${attributes({ x: at.x, y: at.y })}/><a:ext${attributes({ cx: at.width, cy: at.height })}/></a:xfrm>`;
  return `<${tag}:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></${tag}:blipFill><${tag}:spPr>${place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></${tag}:spPr>`;
}
