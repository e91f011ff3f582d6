import { WorkbookRefused, decodeExcelEscapes } from '../../../xlsx';
import type { PackageParts } from '../package/parts';
import { relationsOf } from '../package/relations';
import type { XmlElement } from '../xml/element';
import { parseXml } from '../xml/element';

/** A tab of the workbook, of whatever kind. */
export interface Tab {
  readonly name: string;
  readonly state: string;
  readonly part: string;
  /** Charts and old macros have tabs of their own, which the grid does not show. */
  readonly isWorksheet: boolean;
  readonly element: XmlElement;
}

export interface WorkbookPart {
  readonly xml: string;
  readonly root: XmlElement;
  readonly tabs: readonly Tab[];
  readonly names: readonly XmlElement[];
  readonly date1904: boolean;
  readonly activeTab: number;
}

/** Reads `workbook.xml`. Throws `WorkbookRefused` when no worksheet can be found. */
export function readWorkbook(parts: PackageParts, main: string): WorkbookPart {
  const xml = parts.text(main);
  const root = parseXml(xml);
  const relations = new Map(relationsOf(parts, main).map((one) => [one.id, one]));
  const tabs = (root.child('sheets')?.all('sheet') ?? []).map((element): Tab => {
    const name = decodeExcelEscapes(element.attribute('name') ?? '');
    const relation = relations.get(element.attribute('id') ?? '');
    const missing = relation === undefined || !parts.has(relation.target);
    if (missing && (relation === undefined || relation.type === 'worksheet')) {
      throw new WorkbookRefused('corrupt', `feuille « ${name} » introuvable`);
    }
    return {
      name,
      state: element.attribute('state') ?? 'visible',
      part: relation?.target ?? '',
      isWorksheet: relation?.type === 'worksheet',
      element,
    };
  });
  if (!tabs.some((one) => one.isWorksheet)) {
    throw new WorkbookRefused('corrupt', 'aucune feuille de calcul');
  }
  const view = root.child('bookViews')?.child('workbookView');
  return {
    xml,
    root,
    tabs,
    names: root.child('definedNames')?.all('definedName') ?? [],
    date1904: root.child('workbookPr')?.flag('date1904') ?? false,
    activeTab: view?.number('activeTab', 0) ?? 0,
  };
}
