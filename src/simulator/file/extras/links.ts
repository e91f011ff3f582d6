import { cellAddress, escapeAttribute } from '../../../xlsx';
import type { FileLink } from '../model';
import type { Json, WorkbookExtras } from './extras';
import { textIn } from './extras';

type Links = WorkbookExtras['hyperlinks'];

/** A link over more cells than that is left to the file. */
const MOST_CELLS = 1000;

/** The links of the sheets as the host keeps them: one for each cell. */
export function loadLinks(links: readonly FileLink[]): Links {
  const loaded: Record<string, Record<string, Json>> = {};
  for (const { sheetId, range, target, isOutside, tip } of links) {
    const { firstRow, firstColumn, lastRow, lastColumn } = range;
    if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) > MOST_CELLS) continue;
    const link: Json = {
      ...(isOutside ? { address: target } : { documentReference: target }),
      ...(tip !== undefined && { screenTip: tip }),
    };
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        (loaded[sheetId] ??= {})[`${row},${column}`] = link;
      }
    }
  }
  return loaded;
}

/** Cells whose link is not the one read from the file: the new link, or null when it was taken away. */
export function changedLinks(sheetId: string, before: Links, now: Links): Map<string, Json | null> {
  const [old, current] = [before[sheetId] ?? {}, now[sheetId] ?? {}];
  const changes = new Map<string, Json | null>();
  for (const [key, link] of Object.entries(current)) {
    if (JSON.stringify(link) !== JSON.stringify(old[key])) changes.set(key, link);
  }
  for (const key of Object.keys(old)) if (!(key in current)) changes.set(key, null);
  return changes;
}

/**
 * The markup of a new link.
 * @param relate gives the id of the link to an outside address
 */
export function linkMarkup(
  key: string,
  link: Json,
  prefix: string,
  relate: (address: string) => string,
): string {
  const [row = 0, column = 0] = key.split(',').map(Number);
  const [address, place, tip] = ['address', 'documentReference', 'screenTip'].map((name) =>
    textIn(link, name),
  );
  if (!address && !place) return '';
  const target = address ? ` ${relate(address)}` : '';
  const location = place ? ` location="${escapeAttribute(place)}"` : '';
  const tooltip = tip ? ` tooltip="${escapeAttribute(tip)}"` : '';
  return `<${prefix}hyperlink ref="${cellAddress(row, column)}"${target}${location}${tooltip}/>`;
}
