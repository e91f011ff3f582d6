import { decodeExcelEscapes, parseBlock } from '../../../xlsx';
import type { FileTable } from '../model';
import type { PackageParts } from '../package/parts';
import { relationsOf } from '../package/relations';
import type { XmlElement } from '../xml/element';
import { parseXml } from '../xml/element';

/** The tables of a sheet; one that cannot be read is left to the file. */
export function readTables(
  parts: PackageParts,
  sheet: { readonly part: string; readonly name: string; readonly id: string },
): FileTable[] {
  return relationsOf(parts, sheet.part)
    .filter((one) => one.type === 'table' && !one.external && parts.has(one.target))
    .flatMap(({ target }, index) => {
      const root = parseXml(parts.text(target));
      const block = parseBlock(root.attribute('ref') ?? '');
      const headings = (root.child('tableColumns')?.all('tableColumn') ?? []).map(headingOf);
      if (block === undefined || headings.length !== block.lastColumn - block.firstColumn + 1) return [];
      const style = root.child('tableStyleInfo')?.attribute('name');
      return [
        {
          id: `${sheet.id}-tableau-${index + 1}`,
          sheetId: sheet.id,
          sheet: sheet.name,
          part: target,
          name: decodeExcelEscapes(root.attribute('displayName') ?? root.attribute('name') ?? ''),
          block,
          headings,
          headerRows: root.number('headerRowCount', 1),
          totalsRows: root.number('totalsRowCount', 0),
          ...(style !== undefined && { style }),
        },
      ];
    });
}

/** A heading as in its cell: line breaks are stored as `_x000a_`. */
const headingOf = (column: XmlElement): string => decodeExcelEscapes(column.attribute('name') ?? '');
