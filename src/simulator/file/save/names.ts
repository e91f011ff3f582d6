import { escapeAttribute, escapeFormula } from '../../../xlsx';
import { extrasOf } from '../extras/extras';
import { printNames } from '../extras/page-layout';
import { mapReferences, quoted } from '../formulas/references';
import { toFile } from '../formulas/to-file';
import type { Tab, WorkbookPart } from '../open/workbook';
import { withAttributes } from '../xml/edit';
import type { XmlElement } from '../xml/element';
import { gridNames } from './resources';
import { moved } from './retarget';
import type { Saving } from './saving';

/**
 * The markup of the defined names: those of the grid as they are now, the others (print areas, filters, hidden
 * ones) following their sheets. Undefined when nothing has changed.
 * @param places the place of each tab now, by its place in the file; undefined for one that is gone
 */
export function namesMarkup(
  saving: Saving,
  workbook: WorkbookPart,
  places: readonly (number | undefined)[],
): string | undefined {
  const { opened, snapshot, sheets } = saving;
  const prefix = workbook.root.prefix;
  const now = gridNames(snapshot) ?? opened.names;
  const placeOf = (sheetId: string | undefined): number | undefined =>
    sheetId === undefined ? undefined : placeOfSheet(saving, workbook.tabs, places, sheetId);
  const names = { tables: saving.tables, functions: opened.source.functions };
  const kept = workbook.names.flatMap((element, index) => {
    const before = opened.names.find((one) => one.id === `name-${index + 1}`);
    const after = now.find((one) => one.id === `name-${index + 1}`);
    if (before !== undefined && after === undefined) return [];
    const same =
      before === undefined ||
      (before.name === after?.name && before.refersTo === after.refersTo && before.sheetId === after.sheetId);
    return same ? follow(element, saving, places) : [markup(after, placeOf(after?.sheetId))];
  });
  const added = now
    .filter((one) => !opened.names.some((before) => before.id === one.id))
    .filter((one) => one.sheetId === undefined || sheets.some((sheet) => sheet.id === one.sheetId))
    .map((one) => markup(one, placeOf(one.sheetId)));
  const printed = printedNames(saving, placeOf);
  const all = [...kept.filter((one) => !printed.some((name) => replaces(name, one))), ...added, ...printed];
  const unchanged =
    all.length === workbook.names.length && all.every((one, index) => one === workbook.names[index]?.source);
  if (unchanged) return undefined;
  const list = `${prefix}definedNames`;
  return all.length === 0 ? '' : `<${list}>${all.join('')}</${list}>`;

  function markup(
    name: { readonly name: string; readonly refersTo: string } | undefined,
    place: number | undefined,
  ): string {
    if (name === undefined) return '';
    const local = place === undefined ? '' : ` localSheetId="${place}"`;
    const element = `${prefix}definedName`;
    const text = absolute(toFile(name.refersTo, names));
    return `<${element} name="${escapeAttribute(name.name)}"${local}>${escapeFormula(text)}</${element}>`;
  }
}

/** The names that say what a sheet prints, where people or the add-in have said it here. */
function printedNames(
  { opened, snapshot, sheets }: Saving,
  placeOf: (sheetId: string) => number | undefined,
): string[] {
  const { pageLayouts } = extrasOf(snapshot);
  const { pageLayouts: before } = opened.source.extras;
  return sheets.flatMap(({ id, name }) => {
    const members = pageLayouts[id];
    if (members === undefined || members === before[id]) return [];
    const qualified = (reference: string): string => `${quoted(name)}!${reference}`;
    return printNames(members, qualified).map(
      (one) =>
        `<definedName name="${one.name}" localSheetId="${placeOf(id) ?? 0}">${escapeFormula(one.text)}</definedName>`,
    );
  });
}

/** Whether a name takes the place of another: the same one, of the same sheet. */
function replaces(markup: string, other: string): boolean {
  const key = (xml: string): string =>
    ['name', 'localSheetId'].map((one) => new RegExp(`\\s${one}="([^"]*)"`).exec(xml)?.[1]).join();
  return key(markup) === key(other);
}

/** Sheets are quoted and cells fixed, as Excel holds them in names. */
function absolute(formula: string): string {
  return mapReferences(
    formula,
    () => undefined,
    (sheet) => sheet,
  ).replace(/^([\p{L}_][\p{L}\p{N}_. ]*)!/u, (_, sheet: string) => `${quoted(sheet)}!`);
}

function placeOfSheet(
  { opened, sheets }: Saving,
  tabs: readonly Tab[],
  places: readonly (number | undefined)[],
  sheetId: string,
): number | undefined {
  const source = opened.source.sheets.find((one) => one.id === sheetId);
  const tab = source === undefined ? -1 : tabs.findIndex((one) => one.part === source.part);
  if (tab >= 0) return places[tab];
  const others = tabs.filter((one) => !one.isWorksheet).length;
  const index = sheets.findIndex((one) => one.id === sheetId);
  return index < 0 ? undefined : index + (others > 0 ? countBefore(tabs, index) : 0);
}

/** Tabs that are no worksheet keep their place among the first ones. */
function countBefore(tabs: readonly Tab[], index: number): number {
  return tabs.filter((one, place) => !one.isWorksheet && place <= index).length;
}

/** A name that the grid does not know, on its sheet's new place; none when the sheet is gone. */
function follow(element: XmlElement, saving: Saving, places: readonly (number | undefined)[]): string[] {
  const local = element.attribute('localSheetId');
  const place = local === undefined ? undefined : places[Number(local)];
  if (local !== undefined && place === undefined) return [];
  const text = moved(element.text, undefined, saving);
  const sameText = text === element.text;
  if (sameText && (local === undefined || Number(local) === place)) return [element.source];
  const tag = withAttributes(element.xml.slice(element.start, element.tagEnd), {
    ...(place !== undefined && { localSheetId: place }),
  });
  const content = sameText
    ? element.xml.slice(element.contentStart, element.contentEnd)
    : escapeFormula(text);
  return [`${tag}${content}</${element.prefix}definedName>`];
}
