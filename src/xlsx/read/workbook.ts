import { corrupt } from '../zip/refused';
import { decodeExcelEscapes } from './escapes';
import type { Relationship } from './package';
import { isOn, walkXml } from './xml';

export interface SheetEntry {
  readonly name: string;
  readonly visible: boolean;
  /** Path of its part. */
  readonly part: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
}

/** Reads `workbook.xml`: worksheets in tab order (chart and macro sheets hold no cells) and the date system. */
export function parseWorkbook(xml: string, relationships: readonly Relationship[]): WorkbookPart {
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let depth = 0;
  walkXml(xml, {
    open(name, attributes) {
      // Extensions (extLst) hold a second workbookPr, about charts.
      if (name === 'workbookPr') date1904 ||= isOn(attributes().date1904);
      if (name === 'sheets') depth++;
      if (name !== 'sheet' || depth === 0) return;
      const sheet = attributes();
      const target = byId.get(sheet.id ?? '');
      const sheetName = decodeExcelEscapes(sheet.name ?? '');
      if (target === undefined) throw corrupt(`feuille « ${sheetName} » introuvable`);
      if (target.type !== 'worksheet') return;
      const visible = (sheet.state ?? 'visible') === 'visible';
      sheets.push({ name: sheetName, visible, part: target.target });
    },
    close(name) {
      if (name === 'sheets') depth--;
    },
  });
  if (sheets.length === 0) throw corrupt('aucune feuille de calcul');
  return { sheets, date1904 };
}
