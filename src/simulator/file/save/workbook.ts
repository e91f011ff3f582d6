import { escapeAttribute } from '../../../xlsx';
import { readWorkbook, type Tab } from '../open/workbook';
import type { PackageParts } from '../package/parts';
import { addRelation, removeRelations } from '../package/relations';
import { XmlEdits, placeFor, withAttributes } from '../xml/edit';
import { parseXml } from '../xml/element';
import { namesMarkup } from './names';
import type { SavedSheet, Saving } from './saving';

const ORDER = (
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences ' +
  'definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing ' +
  'fileRecoveryPr webPublishObjects extLst'
).split(' ');

/** Writes the list of the sheets, the names, and which sheet is shown. */
export function saveWorkbook(saving: Saving): void {
  const { parts, main, snapshot } = saving;
  const workbook = readWorkbook(parts, main);
  const list = tabsNow(saving, workbook.tabs);
  const places = workbook.tabs.map((tab) => {
    const place = list.findIndex((one) => one.tab === tab);
    return place < 0 ? undefined : place;
  });
  const edits = new XmlEdits(workbook.xml);
  const { root } = workbook;
  const removed = workbook.tabs.filter((_, index) => places[index] === undefined);
  const gone = new Set(removed.map((tab) => tab.element.attribute('id')));
  removeRelations(parts, main, (one) => gone.has(one.id));
  let nextId = Math.max(0, ...workbook.tabs.map((tab) => tab.element.number('sheetId', 0))) + 1;
  const links = linkPrefix(workbook.xml);
  const written = list.map(({ tab, sheet }) => {
    const hidden = sheet !== undefined && snapshot.sheets[sheet.id]?.hidden === 1;
    if (tab !== undefined) return tabMarkup(tab, sheet, hidden);
    if (sheet === undefined) return '';
    const id = addRelation(parts, main, 'worksheet', sheet.part);
    const state = hidden ? ' state="hidden"' : '';
    return `<${root.prefix}sheet name="${escapeAttribute(sheet.name)}" sheetId="${nextId++}"${state} ${links}id="${id}"/>`;
  });
  const sheets = root.child('sheets');
  if (sheets !== undefined && written.join() !== workbook.tabs.map((tab) => tab.element.source).join()) {
    edits.replace(sheets.contentStart, sheets.contentEnd, written.join(''));
  }
  const names = namesMarkup(saving, workbook, places);
  if (names !== undefined) {
    const found = root.child('definedNames');
    if (found === undefined) edits.insert(placeFor(root, 'definedNames', ORDER), names);
    else edits.replace(found.start, found.end, names);
  }
  const view = root.child('bookViews')?.child('workbookView');
  const isShown = ({ tab, sheet }: Place): boolean =>
    sheet === undefined ? tab?.state === 'visible' : snapshot.sheets[sheet.id]?.hidden !== 1;
  const was = places[workbook.activeTab];
  const stays = was !== undefined && list[was] !== undefined && isShown(list[was]);
  const active = stays ? was : Math.max(0, list.findIndex(isShown));
  if (view !== undefined && active !== workbook.activeTab) {
    edits.attributes(view, { activeTab: active > 0 ? active : undefined, firstSheet: undefined });
  }
  if (!edits.isEmpty) parts.set(main, edits.print());
  if (!stays) list.forEach(({ sheet }, place) => select(parts, sheet?.part, place === active));
}

/** Says in its part whether a sheet is the one shown: several would be edited together. */
function select(parts: PackageParts, part: string | undefined, selected: boolean): void {
  if (part === undefined) return;
  const xml = parts.text(part);
  const view = parseXml(xml).child('sheetViews')?.child('sheetView');
  if (view === undefined || view.flag('tabSelected') === selected) return;
  const edits = new XmlEdits(xml);
  edits.attributes(view, { tabSelected: selected ? 1 : undefined });
  parts.set(part, edits.print());
}

interface Place {
  readonly tab: Tab | undefined;
  readonly sheet: SavedSheet | undefined;
}

/** The tabs in their order now; those that the grid does not show stay after the one they followed. */
function tabsNow({ opened, sheets }: Saving, tabs: readonly Tab[]): Place[] {
  const partOf = new Map(opened.source.sheets.map((one) => [one.id, one.part]));
  const list: Place[] = sheets.map((sheet) => ({
    sheet,
    tab: tabs.find((tab) => tab.isWorksheet && tab.part === partOf.get(sheet.id)),
  }));
  tabs.forEach((tab, index) => {
    if (tab.isWorksheet) return;
    const before = list.findIndex((one) => one.tab !== undefined && one.tab === tabs[index - 1]);
    list.splice(before + 1, 0, { tab, sheet: undefined });
  });
  return list;
}

function tabMarkup({ element, name, state }: Tab, sheet: SavedSheet | undefined, hidden: boolean): string {
  if (sheet === undefined) return element.source;
  const wasHidden = state !== 'visible';
  const values: Record<string, string | undefined> = {};
  if (sheet.name !== name) values.name = sheet.name;
  if (hidden !== wasHidden) values.state = hidden ? 'hidden' : undefined;
  return Object.keys(values).length === 0 ? element.source : withAttributes(element.source, values);
}

/** What the workbook calls the namespace of links: `r:` nearly always. */
function linkPrefix(xml: string): string {
  const name = /\sxmlns:([\w.-]+)="[^"]*officeDocument\/(?:2006\/)?relationships"/.exec(xml)?.[1];
  return `${name ?? 'r'}:`;
}
