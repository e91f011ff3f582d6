/** How far the numbers of our styles move once they stand behind the workbook's own. */
export interface StyleShift {
  readonly cells: number;
  readonly differences: number;
}

interface List {
  readonly tag: string;
  readonly inner: string;
  readonly start: number;
  readonly end: number;
}

/** A list of the styles part (`fonts` …) with its content; undefined when it is not there. */
function listOf(xml: string, name: string, prefix: string): List | undefined {
  const open = new RegExp(`<${prefix}${name}(?=[\\s/>])[^>]*>`).exec(xml);
  if (open === null) return undefined;
  const start = open.index;
  const from = start + open[0].length;
  if (open[0].endsWith('/>')) return { tag: open[0], inner: '', start, end: from };
  const close = `</${prefix}${name}>`;
  const to = xml.indexOf(close, from);
  return { tag: open[0], inner: xml.slice(from, to), start, end: to + close.length };
}

const countOf = (inner: string, item: string, prefix: string): number =>
  inner.match(new RegExp(`<${prefix}${item}(?=[\\s/>])`, 'g'))?.length ?? 0;

/** Puts our styles (as the writer prints them) behind those of a workbook. */
export function mergeStyles(
  theirs: string,
  ours: string,
): { readonly xml: string; readonly shift: StyleShift } {
  const prefix = /<((?:[\w.-]+:)?)styleSheet[\s>]/.exec(theirs)?.[1] ?? '';
  const count = (name: string, item: string): number => {
    const list = listOf(theirs, name, prefix);
    return list === undefined ? 0 : countOf(list.inner, item, prefix);
  };
  const shifts: Readonly<Record<string, number>> = {
    fontId: count('fonts', 'font'),
    fillId: count('fills', 'fill'),
    borderId: count('borders', 'border'),
  };
  const formats = formatShift(theirs, prefix);
  const renumber = (xf: string): string =>
    xf
      .replace(
        / (fontId|fillId|borderId)="(\d+)"/g,
        (_, name: string, id: string) => ` ${name}="${Number(id) + (shifts[name] ?? 0)}"`,
      )
      .replace(
        / numFmtId="(\d+)"/,
        (_, id: string) => ` numFmtId="${Number(id) >= 164 ? Number(id) + formats : id}"`,
      );
  let xml = theirs;
  const items: readonly (readonly [list: string, item: string, change: (inner: string) => string])[] = [
    ['dxfs', 'dxf', (inner) => inner],
    ['cellXfs', 'xf', (inner) => inner.replace(/<xf [^>]*>/g, renumber)],
    ['borders', 'border', (inner) => inner],
    ['fills', 'fill', (inner) => inner],
    ['fonts', 'font', (inner) => inner],
    ['numFmts', 'numFmt', (inner) => inner.replace(/<numFmt [^>]*>/g, renumber)],
  ];
  const shift = { cells: count('cellXfs', 'xf'), differences: count('dxfs', 'dxf') };
  for (const [list, item, change] of items) {
    const added = change(listOf(ours, list, '')?.inner ?? '');
    if (added !== '') xml = appended(xml, list, item, withPrefix(added, prefix), prefix);
  }
  return { xml, shift };
}

/** Our number formats start at 164; theirs may go further. */
function formatShift(theirs: string, prefix: string): number {
  const ids = [...(listOf(theirs, 'numFmts', prefix)?.inner ?? '').matchAll(/numFmtId="(\d+)"/g)].map((one) =>
    Number(one[1]),
  );
  return Math.max(163, ...ids) - 163;
}

const withPrefix = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);

/** Where a list that is missing belongs: just before the first of these. */
const following: Readonly<Record<string, readonly string[]>> = {
  numFmts: ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'],
  fonts: ['fills', 'borders', 'cellStyleXfs', 'cellXfs'],
  fills: ['borders', 'cellStyleXfs', 'cellXfs'],
  borders: ['cellStyleXfs', 'cellXfs'],
  cellXfs: ['cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'],
  dxfs: ['tableStyles', 'colors', 'extLst'],
};

function appended(xml: string, name: string, item: string, added: string, prefix: string): string {
  const list = listOf(xml, name, prefix);
  const total = (list === undefined ? 0 : countOf(list.inner, item, prefix)) + countOf(added, item, prefix);
  const written = (inner: string, tag: string): string => {
    const open = tag.replace(/\s*\/?>$/, '').replace(/\scount="[^"]*"/, '');
    return `${open} count="${total}">${inner}${added}</${prefix}${name}>`;
  };
  if (list !== undefined)
    return xml.slice(0, list.start) + written(list.inner, list.tag) + xml.slice(list.end);
  const next = (following[name] ?? [])
    .map((one) => listOf(xml, one, prefix)?.start)
    .find((place) => place !== undefined);
  const place = next ?? xml.lastIndexOf(`</${prefix}styleSheet>`);
  return xml.slice(0, place) + written('', `<${prefix}${name}>`) + xml.slice(place);
}
