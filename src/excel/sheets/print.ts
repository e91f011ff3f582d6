import type { PrintModel } from '../../xlsx';

const POINTS_PER_INCH = 72;
const MARGIN = { side: 0.5 * POINTS_PER_INCH, end: 0.75 * POINTS_PER_INCH };

type Place = 'left' | 'center' | 'right';
const PLACES: Readonly<Record<string, Place>> = { L: 'left', C: 'center', R: 'right' };

/** `&LNom&RPage &P` as the text of each place; what comes before any mark is in the centre. */
export function headerParts(text: string): Readonly<Record<Place, string>> {
  const parts: Record<Place, string> = { left: '', center: '', right: '' };
  let place: Place = 'center';
  // `&&` is an ampersand: the letter after it marks nothing.
  for (const [piece] of text.matchAll(/&&|&.|[^&]+|&$/gsu)) {
    const mark = piece.length === 2 ? PLACES[piece.slice(1).toUpperCase()] : undefined;
    if (mark && piece.startsWith('&')) place = mark;
    else parts[place] += piece;
  }
  return parts;
}

/** Lays a sheet out for A4 paper; done twice, it changes nothing. */
export function applyPrint(sheet: Excel.Worksheet, print: PrintModel): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.orientation = print.landscape ? 'Landscape' : 'Portrait';
  pageLayout.leftMargin = MARGIN.side;
  pageLayout.rightMargin = MARGIN.side;
  pageLayout.topMargin = MARGIN.end;
  pageLayout.bottomMargin = MARGIN.end;
  if (print.fitToWidth) pageLayout.zoom = { horizontalFitToPages: 1 };
  else if (print.scale !== undefined) pageLayout.zoom = { scale: print.scale };
  if (print.breaks !== undefined) {
    sheet.horizontalPageBreaks.removePageBreaks();
    for (const row of print.breaks) sheet.horizontalPageBreaks.add(`A${row + 1}`);
  }
  if (print.area !== undefined) pageLayout.setPrintArea(print.area);
  if (print.repeatRows !== undefined) pageLayout.setPrintTitleRows(print.repeatRows);
  if (print.repeatColumns !== undefined) pageLayout.setPrintTitleColumns(print.repeatColumns);
  const { defaultForAllPages: texts } = pageLayout.headersFooters;
  if (print.header !== undefined) {
    const { left, center, right } = headerParts(print.header);
    texts.leftHeader = left;
    texts.centerHeader = center;
    texts.rightHeader = right;
  }
  if (print.footer !== undefined) {
    const { left, center, right } = headerParts(print.footer);
    texts.leftFooter = left;
    texts.centerFooter = center;
    texts.rightFooter = right;
  }
}
