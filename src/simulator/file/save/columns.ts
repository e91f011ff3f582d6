import type { IColumnData } from '@univerjs/core';
import { pixelCharacters } from '../styles/sizes';
import { withAttributes } from '../xml/edit';
import type { XmlElement } from '../xml/element';
import type { SheetDataSaving } from './sheet-data';
import { sortedKeys } from './grid';

/** The markup of `<cols>`; undefined when nothing has changed, empty when there is nothing to say. */
export function columnsMarkup(saving: SheetDataSaving, root: XmlElement): string | undefined {
  const { data, columns, prefix } = saving;
  const stated = elementsByColumn(root, data.columnCount ?? 0);
  const last = Math.max(-1, ...sortedKeys(data.columnData), ...stated.byColumn.keys());
  const tags: { tag: string; first: number; last: number }[] = [];
  let changed = !columns.isSame && stated.byColumn.size > 0;
  for (let column = 0; column <= last; column++) {
    const old = columns.oldOf(column);
    const element = old === undefined ? undefined : stated.byColumn.get(old);
    const before = element === undefined ? undefined : plainTag(element);
    const tag = columnTag(data.columnData?.[column], old, before, saving);
    if (tag !== before) changed = true;
    const previous = tags.at(-1);
    if (tag === undefined) continue;
    if (previous?.tag === tag && previous.last === column - 1) previous.last = column;
    else tags.push({ tag, first: column, last: column });
  }
  if (!changed) return undefined;
  const items = tags.map((one) => withAttributes(one.tag, { min: one.first + 1, max: one.last + 1 }));
  // What was said of columns that the grid does not have stays said.
  items.push(...stated.beyond.map((one) => one.element.source.replace(/\smin="\d+"/, ` min="${one.from}"`)));
  return items.length === 0 ? '' : `<${prefix}cols>${items.join('')}</${prefix}cols>`;
}

interface Stated {
  readonly byColumn: ReadonlyMap<number, XmlElement>;
  /** Elements that go on beyond the grid, and from which column (counted from 1). */
  readonly beyond: readonly { readonly element: XmlElement; readonly from: number }[];
}

function elementsByColumn(root: XmlElement, count: number): Stated {
  const byColumn = new Map<number, XmlElement>();
  const beyond: { element: XmlElement; from: number }[] = [];
  for (const element of root.all('cols').flatMap((one) => one.all('col'))) {
    const first = element.number('min', 1) - 1;
    const last = element.number('max', first + 1) - 1;
    for (let column = first; column <= Math.min(last, count - 1); column++) byColumn.set(column, element);
    if (last >= count) beyond.push({ element, from: Math.max(first, count) + 1 });
  }
  return { byColumn, beyond };
}

/** The tag of a column without its place, to see which columns are alike. */
const plainTag = (element: XmlElement): string =>
  element.xml
    .slice(element.start, element.tagEnd)
    .replace(/\smin="\d+"/, '')
    .replace(/\smax="\d+"/, '')
    .replace(/\s*\/?>$/, '/>');

function columnTag(
  now: IColumnData | null | undefined,
  old: number | undefined,
  before: string | undefined,
  { source, data, prefix }: SheetDataSaving,
): string | undefined {
  const values: Record<string, string | number | undefined> = {};
  const width = old === undefined ? undefined : source.layout.widths.get(old);
  if (now?.w !== undefined && now.w !== width && (width !== undefined || now.w !== data.defaultColumnWidth)) {
    values.width = pixelCharacters(now.w);
    values.customWidth = 1;
  }
  const wasHidden = old !== undefined && source.layout.hiddenColumns.has(old);
  if ((now?.hd === 1) !== wasHidden) values.hidden = now?.hd === 1 ? 1 : undefined;
  if (Object.keys(values).length === 0) return before;
  // A column must have a width: hidden ones get the usual one.
  if (before === undefined && values.width === undefined) values.width = 9.140625;
  return withAttributes(before ?? `<${prefix}col/>`, values);
}
