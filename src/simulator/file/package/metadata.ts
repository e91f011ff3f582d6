import { XML_HEADER } from '../../../xlsx';
import { type XmlElement, parseXml } from '../xml/element';
import { declareType } from './content-types';
import type { PackageParts } from './parts';
import { addRelation, relatedPart } from './relations';

/** The mark of a formula that spills by itself ([MS-XLSX] 2.3.5.1), as opposed to one entered as an array. */
const DYNAMIC = 'XLDAPR';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const EXTENSION = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';

/** The values of `cm` that mark a dynamic array, counted from 1. */
export function dynamicKinds(xml: string | undefined): ReadonlySet<number> {
  if (xml === undefined) return new Set();
  return dynamicIn(parseXml(xml));
}

function dynamicIn(root: XmlElement): ReadonlySet<number> {
  const types = root.child('metadataTypes')?.all('metadataType') ?? [];
  const dynamic = types.findIndex((one) => one.attribute('name') === DYNAMIC) + 1;
  const cells = root.child('cellMetadata')?.all('bk') ?? [];
  return new Set(
    cells.flatMap((one, index) =>
      dynamic > 0 && one.child('rc')?.number('t', 0) === dynamic ? [index + 1] : [],
    ),
  );
}

/**
 * The value of `cm` for a dynamic array, the metadata part being made when there is none. Undefined when the
 * workbook has metadata of other kinds only: the formula is then stored as an array formula.
 */
export function dynamicKind(parts: PackageParts, main: string): number | undefined {
  const path = relatedPart(parts, main, 'sheetMetadata');
  if (path !== undefined) return [...dynamicKinds(parts.text(path))][0];
  const free = parts.has('xl/metadata.xml') ? parts.freePath('xl/metadata', '.xml') : 'xl/metadata.xml';
  parts.set(free, dynamicMetadata());
  declareType(parts, free, TYPE);
  addRelation(parts, main, 'sheetMetadata', free);
  return 1;
}

function dynamicMetadata(): string {
  const flags =
    'minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" ' +
    'clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"';
  return [
    XML_HEADER,
    `<metadata xmlns="${MAIN}" xmlns:xda="${EXTENSION}">`,
    `<metadataTypes count="1"><metadataType name="${DYNAMIC}" ${flags}/></metadataTypes>`,
    `<futureMetadata name="${DYNAMIC}" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">`,
    '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>',
    '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>',
    '</metadata>',
  ].join('');
}
