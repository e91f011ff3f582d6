import type { SheetModel } from '../model';
import { findWorkbook, readRelationships } from '../read/package';
import { refuseOtherFormats } from '../read/recognise';
import { parseWorkbook } from '../read/workbook';
import { UnwritableWorkbook } from '../write/unwritable';
import { writeWorkbook } from '../write/write-workbook';
import { escapeAttribute, XML_HEADER } from '../write/xml';
import { openArchive } from '../zip/archive';
import { type Inflate, inflatePortably } from '../zip/inflate';
import { bytesSource } from '../zip/source';
import { dropCalculationChain } from './calculation-chain';
import { Parts, relationsPath } from './parts';
import { mergeStyles, type StyleShift } from './styles';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/**
 * A copy of a workbook with sheets added at its end. Everything that was there stays, byte for byte, but for the
 * lists that name the new sheets (workbook, its links, content types) and the styles, which are only added to.
 * Sheets with tables, links to any sheet of the workbook and highlights; no charts, notes or web links. The list of cells to
 * calculate (calcChain), a cache that Excel makes again, is dropped.
 * Throws `WorkbookRefused` for a file that is no workbook, `UnwritableWorkbook` (French) for a sheet or table that
 * the workbook already has.
 */
export async function appendSheets(
  file: Uint8Array,
  sheets: readonly SheetModel[],
  options: { readonly inflate?: Inflate } = {},
): Promise<Uint8Array> {
  const inflate = options.inflate ?? inflatePortably;
  const source = bytesSource(file);
  await refuseOtherFormats(source, undefined);
  const archive = await openArchive(source, inflate);
  const main = await findWorkbook(archive);
  const relations = await readRelationships(archive, main);
  const parts = await Parts.read(source, inflate);
  const otherSheets = parseWorkbook(parts.text(main), relations).sheets.map(({ name }) => name);
  const made = await Parts.read(
    bytesSource(await writeWorkbook({ title: '', creator: '', modified: new Date(0), sheets, otherSheets })),
    inflate,
  );
  const strict = parts.text(main).includes(STRICT_MAIN);
  const dialect = (xml: string): string =>
    strict ? xml.replaceAll(MAIN, STRICT_MAIN).replaceAll(OFFICE, STRICT_OFFICE) : xml;
  const office = strict ? STRICT_OFFICE : OFFICE;
  const links = new Links(parts, main, office);

  const stylesPath = relations.find(({ type }) => type === 'styles')?.target;
  let shift: StyleShift = { cells: 0, differences: 0 };
  if (stylesPath !== undefined && parts.has(stylesPath)) {
    const merged = mergeStyles(parts.text(stylesPath), made.text('xl/styles.xml'));
    parts.set(stylesPath, merged.xml);
    shift = merged.shift;
  } else {
    const path = parts.freePath('xl/styles', '.xml');
    parts.set(path, dialect(made.text('xl/styles.xml')));
    links.add('styles', path);
    declare(parts, path, `${TYPE}styles+xml`);
  }

  const strings = sharedTexts(made);
  let table = Math.max(
    0,
    ...parts.paths
      .filter((path) => /\/tables\/[^/]+\.xml$/i.test(path))
      .map((path) => Number(/<(?:[\w.-]+:)?table\s[^>]*?\bid="(\d+)"/.exec(parts.text(path))?.[1] ?? 0)),
  );
  const entries = sheets.map((sheet, index) => {
    const path = parts.freePath('xl/worksheets/sheet', '.xml');
    const ours = `xl/worksheets/sheet${index + 1}.xml`;
    parts.set(path, dialect(moved(made.text(ours), strings, shift)));
    declare(parts, path, `${TYPE}worksheet+xml`);
    if (made.has(relationsPath(ours))) {
      const own = made
        .text(relationsPath(ours))
        .replace(/Target="\/(xl\/tables\/[^"]+)"/g, (_, target: string) => {
          const free = parts.freePath('xl/tables/table', '.xml');
          table += 1;
          parts.set(free, dialect(made.text(target).replace(/(<table\b[^>]*?\sid=")\d+"/, `$1${table}"`)));
          declare(parts, free, `${TYPE}table+xml`);
          return `Target="/${free}"`;
        });
      parts.set(relationsPath(path), dialect(own));
    }
    return { name: sheet.name, id: links.add('worksheet', path) };
  });
  listSheets(parts, main, office, entries);
  dropCalculationChain(parts, main, relations);
  return parts.zip();
}

/** The links of the workbook part, to which some are added. */
class Links {
  constructor(
    private readonly parts: Parts,
    private readonly main: string,
    private readonly office: string,
  ) {}

  add(type: string, target: string): string {
    const path = relationsPath(this.main);
    const xml = this.parts.has(path)
      ? this.parts.text(path)
      : `${XML_HEADER}<Relationships xmlns="${PACKAGE}"></Relationships>`;
    const used = new Set([...xml.matchAll(/\bId="([^"]*)"/g)].map((one) => one[1]));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    this.parts.set(
      path,
      insideRoot(
        xml,
        'Relationships',
        (prefix) => `<${prefix}Relationship Id="${id}" Type="${this.office}/${type}" Target="/${target}"/>`,
      ),
    );
    return id;
  }
}

/** Puts markup before the end of the root element, in its prefix. */
function insideRoot(xml: string, root: string, markup: (prefix: string) => string): string {
  const empty = new RegExp(`<((?:[\\w.-]+:)?)${root}(\\s[^>]*?)?/>\\s*$`).exec(xml);
  if (empty) {
    const [tag, prefix = '', rest = ''] = empty;
    return `${xml.slice(0, empty.index)}<${prefix}${root}${rest}>${markup(prefix)}</${prefix}${root}>${xml.slice(empty.index + tag.length)}`;
  }
  const close = new RegExp(`</((?:[\\w.-]+:)?)${root}\\s*>`).exec(xml);
  return close === null ? xml : xml.slice(0, close.index) + markup(close[1] ?? '') + xml.slice(close.index);
}

function declare(parts: Parts, path: string, type: string): void {
  const types = '[Content_Types].xml';
  parts.set(
    types,
    insideRoot(
      parts.text(types),
      'Types',
      (prefix) => `<${prefix}Override PartName="/${path}" ContentType="${type}"/>`,
    ),
  );
}

function listSheets(
  parts: Parts,
  main: string,
  office: string,
  entries: readonly { readonly name: string; readonly id: string }[],
): void {
  const xml = parts.text(main);
  const own = /<(?:[\w.-]+:)?sheets[\s>][\s\S]*?<\/(?:[\w.-]+:)?sheets\s*>/.exec(xml)?.[0] ?? '';
  const names = new Set([...own.matchAll(/\sname="([^"]*)"/g)].map((one) => (one[1] ?? '').toLowerCase()));
  const clash = entries.find(({ name }) => names.has(escapeAttribute(name).toLowerCase()));
  if (clash)
    throw new UnwritableWorkbook(
      `Le classeur a déjà une feuille « ${clash.name} » : renommez-la, puis recommencez.`,
    );
  let number = Math.max(0, ...[...own.matchAll(/\ssheetId="(\d+)"/g)].map((one) => Number(one[1])));
  const written = (prefix: string): string =>
    entries
      .map(
        ({ name, id }) =>
          `<${prefix}sheet xmlns:impactr="${office}" name="${escapeAttribute(name)}" sheetId="${(number += 1)}" impactr:id="${id}"/>`,
      )
      .join('');
  parts.set(main, insideRoot(xml, 'sheets', written));
}

/** Our texts, in the order of their numbers, as elements. */
function sharedTexts(made: Parts): readonly string[] {
  if (!made.has('xl/sharedStrings.xml')) return [];
  return [...made.text('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((one) => one[1] ?? '');
}

/** A sheet of ours among the styles of another workbook, its texts in its own cells, not the one shown first. */
function moved(xml: string, strings: readonly string[], shift: StyleShift): string {
  return xml
    .replace(
      /(<c r="[A-Z]+\d+")( s="(\d+)")?/g,
      (_, start: string, has: string | undefined, style: string) =>
        has === undefined ? start : `${start} s="${Number(style) + shift.cells}"`,
    )
    .replace(
      / t="s"><v>(\d+)<\/v>/g,
      (_, number: string) => ` t="inlineStr"><is>${strings[Number(number)] ?? '<t/>'}</is>`,
    )
    .replace(/ dxfId="(\d+)"/g, (_, number: string) => ` dxfId="${Number(number) + shift.differences}"`)
    .replace(' tabSelected="1"', '');
}
