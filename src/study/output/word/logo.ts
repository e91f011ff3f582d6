import type { OfficePackage } from '../../../xlsx';
import type { StudyTheme } from '../../theme';
import { addLogo, logoSize, pictureLook } from '../logo';
import { attributes } from '../markup';

const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const CENTIMETRE = 360_000;

/** The logo above the title; nothing where the theme has none. */
export function logoXml(file: OfficePackage, owner: string, { logo }: StudyTheme): string {
  if (!logo) return '';
  const relation = addLogo(file, 'word', owner, logo);
  const { width, height } = logoSize(logo, { width: 6 * CENTIMETRE, height: 2.2 * CENTIMETRE });
  const names = attributes({ id: 900, name: 'Logo', descr: 'Logo' });
  const picture = `<pic:pic xmlns:pic="${PICTURE}"><pic:nvPicPr><pic:cNvPr${names}/><pic:cNvPicPr/></pic:nvPicPr>${pictureLook('pic', relation, { x: 0, y: 0, width, height })}</pic:pic>`;
  return `<w:p><w:pPr><w:spacing w:after="200"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent${attributes({ cx: width, cy: height })}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr${names}/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${PICTURE}">${picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}
