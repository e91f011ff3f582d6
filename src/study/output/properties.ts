import { type OfficePackage, XML_HEADER } from '../../xlsx';
import type { StudyDocument } from '../document';
import { escapeXml } from './markup';

const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** Title, author and dates, as File > Information shows them. */
export function addProperties(file: OfficePackage, { title, date }: StudyDocument): void {
  const when = date.toISOString().replace(/\.\d+Z$/, 'Z');
  file.add(
    'docProps/core.xml',
    'application/vnd.openxmlformats-package.core-properties+xml',
    () =>
      `${XML_HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Impact HLM</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified></cp:coreProperties>`,
  );
  file.relate('', CORE, 'docProps/core.xml');
}
