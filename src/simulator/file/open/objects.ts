import { parseBlock } from '../../../xlsx';
import type { FileDrawing, FileLink, FileNote } from '../model';
import type { PackageParts } from '../package/parts';
import { relatedPart, relationsOf } from '../package/relations';
import type { XmlElement } from '../xml/element';
import { parseXml } from '../xml/element';
import { textOf } from './shared-strings';

/** Where a sheet's objects are looked for. */
export interface SheetParts {
  readonly parts: PackageParts;
  readonly part: string;
  readonly root: XmlElement;
  readonly id: string;
}

export function readNotes({ parts, part, id }: SheetParts): FileNote[] {
  const comments = relatedPart(parts, part, 'comments');
  if (comments === undefined) return [];
  return parseXml(parts.text(comments))
    .descendants('comment')
    .flatMap((comment) => {
      const block = parseBlock(comment.attribute('ref') ?? '');
      const text = comment.child('text');
      if (block === undefined || text === undefined) return [];
      return [{ sheetId: id, row: block.firstRow, column: block.firstColumn, text: textOf(text) }];
    });
}

export function readLinks({ parts, part, root, id }: SheetParts): FileLink[] {
  const addresses = new Map(relationsOf(parts, part).map((one) => [one.id, one.target]));
  return (root.child('hyperlinks')?.all('hyperlink') ?? []).flatMap((link) => {
    const range = parseBlock(link.attribute('ref') ?? '');
    const address = addresses.get(link.attribute('id') ?? '');
    const target = address ?? link.attribute('location');
    const tip = link.attribute('tooltip');
    if (range === undefined || target === undefined) return [];
    return [
      { sheetId: id, range, target, isOutside: address !== undefined, ...(tip !== undefined && { tip }) },
    ];
  });
}

/** Charts and pictures with the cells they cover. */
export function readDrawings({ parts, part, id }: SheetParts): FileDrawing[] {
  const drawing = relatedPart(parts, part, 'drawing');
  if (drawing === undefined) return [];
  const targets = new Map(relationsOf(parts, drawing).map((one) => [one.id, one.target]));
  return parseXml(parts.text(drawing)).children.flatMap((anchor) => {
    const from = anchor.child('from');
    if (from === undefined) return [];
    const chart = anchor.descendants('chart')[0];
    const picture = anchor.descendants('pic')[0];
    if (chart === undefined && picture === undefined) return [];
    const first = cornerOf(from);
    const to = anchor.child('to');
    const last = to === undefined ? { row: first.row + 15, column: first.column + 6 } : cornerOf(to);
    const named = anchor.descendants('cNvPr')[0];
    const chartPart = targets.get(chart?.attribute('id') ?? '');
    return [
      {
        sheetId: id,
        kind: chart === undefined ? 'picture' : 'chart',
        title:
          (chartPart === undefined ? '' : chartTitle(parts, chartPart)) ||
          (named?.attribute('descr') ?? named?.attribute('name') ?? ''),
        covers: {
          firstRow: first.row,
          firstColumn: first.column,
          lastRow: Math.max(first.row, last.row),
          lastColumn: Math.max(first.column, last.column),
        },
      },
    ];
  });
}

function cornerOf(corner: XmlElement): { row: number; column: number } {
  const at = (name: string): number => Math.max(0, Number(corner.child(name)?.text ?? 0) || 0);
  return { row: at('row'), column: at('col') };
}

function chartTitle(parts: PackageParts, part: string): string {
  if (!parts.has(part)) return '';
  const title = parseXml(parts.text(part)).descendants('title')[0];
  const written = title?.descendants('t').map((one) => one.text) ?? [];
  return (written.length > 0 ? written : (title?.descendants('v').map((one) => one.text) ?? [])).join('');
}
