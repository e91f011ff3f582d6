import { escapeText } from '../../../xlsx';
import type { Json } from './extras';
import { memberOf } from './extras';

type Members = Readonly<Record<string, Json>>;

/** Points to the inch: the object model counts in points, a file in inches. */
const INCH = 72;
/** Numbers of paper sizes (ECMA-376-1, 18.3.1.63); the others are rare in France. */
const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };

/** The elements of a worksheet that say how it prints, by name; those that nobody set are left out. */
export function pageElements(members: Members, prefix: string): Record<string, string> {
  const elements: Record<string, string> = {};
  const inches = (name: string, otherwise: number): string => {
    const points = members[name];
    return String(Math.round(((typeof points === 'number' ? points : otherwise) / INCH) * 1000) / 1000);
  };
  if (Object.keys(members).some((name) => name.endsWith('Margin'))) {
    elements.pageMargins =
      `<${prefix}pageMargins left="${inches('LeftMargin', 50.4)}" right="${inches('RightMargin', 50.4)}" ` +
      `top="${inches('TopMargin', 54)}" bottom="${inches('BottomMargin', 54)}" ` +
      `header="${inches('HeaderMargin', 21.6)}" footer="${inches('FooterMargin', 21.6)}"/>`;
  }
  const { Orientation, PaperSize, Zoom } = members;
  if (Orientation !== undefined || PaperSize !== undefined || Zoom !== undefined) {
    const paper = PAPERS[String(PaperSize ?? 'A4').replace(/^a/, 'A')] ?? PAPERS.A4;
    const wide = memberOf(Zoom, 'horizontalFitToPages');
    const high = memberOf(Zoom, 'verticalFitToPages');
    const scale = memberOf(Zoom, 'scale');
    const fit = fitsToPages(members)
      ? ` fitToWidth="${Number(wide ?? 0)}" fitToHeight="${Number(high ?? 0)}"`
      : '';
    const zoom = typeof scale === 'number' && scale !== 100 ? ` scale="${scale}"` : '';
    const landscape = Orientation === 'Landscape' ? 'landscape' : 'portrait';
    elements.pageSetup = `<${prefix}pageSetup paperSize="${paper}"${zoom}${fit} orientation="${landscape}"/>`;
  }
  const header = threeParts(members, 'Header');
  const footer = threeParts(members, 'Footer');
  if (header !== '' || footer !== '') {
    const part = (name: string, text: string): string =>
      text === '' ? '' : `<${prefix}${name}>${escapeText(text)}</${prefix}${name}>`;
    elements.headerFooter = `<${prefix}headerFooter>${part('oddHeader', header)}${part('oddFooter', footer)}</${prefix}headerFooter>`;
  }
  for (const [name, element, last] of BREAKS) {
    const breaks = members[name];
    if (!Array.isArray(breaks)) continue;
    const all = breaks.map((at) => `<${prefix}brk id="${Number(at)}" max="${last}" man="1"/>`).join('');
    const count = `count="${breaks.length}" manualBreakCount="${breaks.length}"`;
    elements[element] = all === '' ? '' : `<${prefix}${element} ${count}>${all}</${prefix}${element}>`;
  }
  return elements;
}

/** Where pages are made to begin: the member, its element, the last cell of a line that it cuts. */
const BREAKS = [
  ['RowBreaks', 'rowBreaks', 16_383],
  ['ColumnBreaks', 'colBreaks', 1_048_575],
] as const;

/** Whether the sheet is shrunk to a number of pages. */
export function fitsToPages({ Zoom }: Members): boolean {
  return (
    memberOf(Zoom, 'horizontalFitToPages') !== undefined || memberOf(Zoom, 'verticalFitToPages') !== undefined
  );
}

function threeParts(members: Members, name: 'Header' | 'Footer'): string {
  return [
    ['&L', 'Left'],
    ['&C', 'Center'],
    ['&R', 'Right'],
  ]
    .map(([mark, side]) => {
      const text = members[`HeadersFooters.DefaultForAllPages.${side}${name}`];
      return typeof text === 'string' && text !== '' ? `${mark}${text}` : '';
    })
    .join('');
}

/** The names that Excel keeps for what is printed: `_xlnm.Print_Area` and `_xlnm.Print_Titles`. */
export function printNames(
  members: Members,
  qualified: (reference: string) => string,
): { readonly name: string; readonly text: string }[] {
  const range = (name: string): string | undefined => {
    const value = members[name];
    return typeof value === 'string' && value !== '' ? value.replace(/^.*!/, '') : undefined;
  };
  const fixed = (reference: string): string =>
    reference
      .replaceAll('$', '')
      .split(':')
      .map((end) =>
        end.replace(
          /^([A-Za-z]*)(\d*)$/,
          (_, letters: string, digits: string) =>
            `${letters === '' ? '' : `$${letters.toUpperCase()}`}${digits === '' ? '' : `$${digits}`}`,
        ),
      )
      .join(':');
  const area = range('PrintArea');
  const titles = [range('PrintTitleColumns'), range('PrintTitleRows')].filter((one) => one !== undefined);
  return [
    ...(area === undefined ? [] : [{ name: '_xlnm.Print_Area', text: qualified(fixed(area)) }]),
    ...(titles.length === 0
      ? []
      : [{ name: '_xlnm.Print_Titles', text: titles.map((one) => qualified(fixed(one))).join(',') }]),
  ];
}
