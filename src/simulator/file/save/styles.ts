import type { IStyleData, Nullable } from '@univerjs/core';
import { escapeAttribute } from '../../../xlsx';
import { declareType } from '../package/content-types';
import type { PackageParts } from '../package/parts';
import { addRelation, relatedPart } from '../package/relations';
import { alignmentAttributes } from '../styles/alignment';
import { argb, borderMarkup } from '../styles/borders';
import { builtInFormat, FIRST_CUSTOM_FORMAT } from '../styles/formats';
import type { Stylesheet } from '../styles/stylesheet';
import { XmlEdits, placeFor, withAttributes } from '../xml/edit';
import { endOfTag, type XmlElement } from '../xml/element';

const ORDER =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

type Look = Readonly<Record<string, unknown>>;

/** The properties of a style that one list of the file holds together. */
const GROUPS = {
  font: ['ff', 'fs', 'bl', 'it', 'ul', 'st', 'cl', 'va'],
  fill: ['bg'],
  border: ['bd'],
  alignment: ['ht', 'vt', 'tb', 'tr', 'pd'],
  format: ['n'],
} as const;

/** The styles of the file, and those that people gave to cells since. */
export class Styles {
  /** What to put before the names of elements in the styles part. */
  readonly prefix: string;
  private readonly added = new Map<string, string[]>();
  private readonly numbers = new Map<string, number>();
  private readonly xfs: readonly XmlElement[];

  constructor(private readonly sheet: Stylesheet) {
    this.prefix = sheet.root.prefix;
    this.xfs = sheet.root.child('cellXfs')?.all('xf') ?? [];
  }

  /** How many styles the file has. */
  get count(): number {
    return this.sheet.looks.length;
  }

  /**
   * The number of the style that looks so. Only what differs from the style the cell had is written anew: what
   * the grid does not know (protection, theme colours) stays.
   */
  numberOf(look: Nullable<IStyleData>, base: number): number {
    const fallback = this.sheet.looks[0] ?? {};
    const now: IStyleData = { ...fallback, ...look };
    const before: IStyleData = { ...fallback, ...(this.sheet.looks[base] ?? {}) };
    const changed = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).filter(
      (group) => canonical(now as Look, GROUPS[group]) !== canonical(before as Look, GROUPS[group]),
    );
    if (changed.length === 0) return base;
    const values = changed.map((group) => [group, canonical(now as Look, GROUPS[group])]);
    return this.remember(JSON.stringify([base, values]), () =>
      this.add('cellXfs', 'xf', this.xf(base, now, new Set(changed))),
    );
  }

  /** The same style, whose text stays text when the person edits it. */
  quoted(style: number): number {
    return this.remember(`quoted ${style}`, () => {
      const { tag, inner } = this.piecesOf(style);
      if (/\squotePrefix="(?:1|true)"/.test(tag)) return style;
      return this.add('cellXfs', 'xf', this.assemble(withAttributes(tag, { quotePrefix: 1 }), inner));
    });
  }

  /** The same style, whose cells can or cannot be changed on a protected sheet. */
  withLock(style: number, locked: boolean): number {
    return this.remember(`${locked ? 'locked' : 'unlocked'} ${style}`, () => {
      const { tag, inner } = this.piecesOf(style);
      const stated = /<(?:[\w.-]+:)?protection\b[^>]*?(?:\/>|>\s*<\/[^>]*>)/.exec(inner)?.[0] ?? '';
      const isLocked = !/\slocked="(?:0|false)"/.test(stated);
      if (isLocked === locked) return style;
      const protection = withAttributes(stated === '' ? `<${this.prefix}protection/>` : stated, {
        locked: locked ? undefined : 0,
      });
      const rest = inner.replace(stated, '');
      return this.add(
        'cellXfs',
        'xf',
        this.assemble(withAttributes(tag, { applyProtection: 1 }), rest + protection),
      );
    });
  }

  /** The number of what a conditional format changes. */
  difference(markup: string): number {
    return this.add('dxfs', 'dxf', markup);
  }

  private remember(key: string, make: () => number): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = make();
    this.numbers.set(key, number);
    return number;
  }

  /** The opening tag of a style, of the file or added, and what is inside. */
  private piecesOf(style: number): { tag: string; inner: string } {
    const plain = `<${this.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const xml = this.xfs[style]?.source ?? this.added.get('cellXfs')?.[style - this.xfs.length] ?? plain;
    const end = endOfTag(xml, 0);
    const isEmpty = xml[end - 2] === '/';
    return {
      tag: xml.slice(0, end).replace(/\s*\/?>$/, '>'),
      inner: isEmpty ? '' : xml.slice(end, xml.lastIndexOf('</')),
    };
  }

  private assemble(tag: string, inner: string): string {
    return inner === '' ? `${tag.slice(0, -1)}/>` : `${tag}${inner}</${this.prefix}xf>`;
  }

  private xf(base: number, look: IStyleData, changed: ReadonlySet<string>): string {
    const original = this.xfs[base];
    const values: Record<string, string | number | undefined> = {};
    const font = this.sheet.root.child('fonts')?.all('font')[original?.number('fontId', 0) ?? 0];
    if (changed.has('font')) {
      Object.assign(values, { fontId: this.add('fonts', 'font', this.font(look, font)), applyFont: 1 });
    }
    if (changed.has('fill')) {
      Object.assign(values, { fillId: this.add('fills', 'fill', this.fill(look)), applyFill: 1 });
    }
    if (changed.has('border')) {
      const markup = borderMarkup(look.bd, this.prefix);
      Object.assign(values, { borderId: this.add('borders', 'border', markup), applyBorder: 1 });
    }
    if (changed.has('format')) {
      Object.assign(values, { numFmtId: this.format(look.n?.pattern), applyNumberFormat: 1 });
    }
    const alignment = changed.has('alignment')
      ? this.alignment(look, original?.child('alignment'))
      : (original?.child('alignment')?.source ?? '');
    if (changed.has('alignment')) values.applyAlignment = alignment === '' ? undefined : 1;
    const inner = alignment + (original?.child('protection')?.source ?? '');
    return this.assemble(withAttributes(this.piecesOf(base).tag, values), inner);
  }

  private font(look: IStyleData, base: XmlElement | undefined): string {
    const p = this.prefix;
    const kept = (name: string): string => base?.child(name)?.source ?? '';
    const before = this.lookOfFont(base);
    const color =
      look.cl?.rgb === before?.cl?.rgb
        ? kept('color')
        : look.cl?.rgb
          ? `<${p}color rgb="${argb(look.cl.rgb)}"/>`
          : '';
    const sameName = look.ff === before?.ff;
    return [
      `<${p}font>`,
      look.bl === 1 ? `<${p}b/>` : '',
      look.it === 1 ? `<${p}i/>` : '',
      look.st?.s === 1 ? `<${p}strike/>` : '',
      look.ul?.s === 1 ? `<${p}u/>` : '',
      look.va === 2 ? `<${p}vertAlign val="subscript"/>` : '',
      look.va === 3 ? `<${p}vertAlign val="superscript"/>` : '',
      `<${p}sz val="${look.fs ?? 11}"/>`,
      color,
      sameName ? kept('name') : `<${p}name val="${escapeAttribute(look.ff ?? 'Calibri')}"/>`,
      sameName ? kept('family') + kept('charset') + kept('scheme') : '',
      `</${p}font>`,
    ].join('');
  }

  /** How a font of the file looks, by the first style that has it. */
  private lookOfFont(font: XmlElement | undefined): IStyleData | undefined {
    const fonts = this.sheet.root.child('fonts')?.all('font') ?? [];
    const id = font === undefined ? -1 : fonts.indexOf(font);
    const index = this.xfs.findIndex((one) => one.number('fontId', 0) === id);
    return this.sheet.looks[index];
  }

  private fill(look: IStyleData): string {
    const p = this.prefix;
    if (!look.bg?.rgb) return `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`;
    const color = `<${p}fgColor rgb="${argb(look.bg.rgb)}"/><${p}bgColor indexed="64"/>`;
    return `<${p}fill><${p}patternFill patternType="solid">${color}</${p}patternFill></${p}fill>`;
  }

  private alignment(look: IStyleData, base: XmlElement | undefined): string {
    const tag = base === undefined ? `<${this.prefix}alignment/>` : base.source.replace(/>.*$/s, '>');
    const written = withAttributes(tag, alignmentAttributes(look));
    return /\s/.test(written) ? written : '';
  }

  private format(pattern: string | undefined): number {
    if (pattern === undefined || /^general$/i.test(pattern)) return 0;
    const builtIn = builtInFormat(pattern);
    if (builtIn !== undefined) return builtIn;
    const declared = this.sheet.root.child('numFmts')?.all('numFmt') ?? [];
    const same = declared.find((one) => one.attribute('formatCode') === pattern);
    if (same !== undefined) return same.number('numFmtId', 0);
    const first = Math.max(FIRST_CUSTOM_FORMAT - 1, ...declared.map((one) => one.number('numFmtId', 0))) + 1;
    const markup = (id: number): string =>
      `<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(pattern)}"/>`;
    const added = this.added.get('numFmts') ?? [];
    const known = added.findIndex((one, index) => one === markup(first + index));
    if (known >= 0) return first + known;
    this.added.set('numFmts', [...added, markup(first + added.length)]);
    return first + added.length;
  }

  /** The number of an item in one of the lists, added at its end when it is new. */
  private add(list: string, name: string, markup: string): number {
    const before = this.sheet.root.child(list)?.all(name).length ?? 0;
    const added = this.added.get(list) ?? [];
    this.added.set(list, added);
    const known = added.indexOf(markup);
    if (known >= 0) return before + known;
    added.push(markup);
    return before + added.length - 1;
  }

  /** Writes the styles added. */
  save(parts: PackageParts, main: string): void {
    if (this.added.size === 0) return;
    const { xml, root } = this.sheet;
    const edits = new XmlEdits(xml);
    for (const [list, items] of this.added) {
      const element = root.child(list);
      if (element === undefined) {
        const markup = `<${this.prefix}${list} count="${items.length}">${items.join('')}</${this.prefix}${list}>`;
        edits.insert(placeFor(root, list, ORDER), markup);
      } else {
        if (!element.isEmpty) edits.attributes(element, { count: element.children.length + items.length });
        edits.append(element, items.join(''));
      }
    }
    const path = relatedPart(parts, main, 'styles');
    if (path !== undefined) return parts.set(path, edits.print());
    const created = parts.has('xl/styles.xml') ? parts.freePath('xl/styles', '.xml') : 'xl/styles.xml';
    parts.set(created, edits.print());
    declareType(parts, created, TYPE);
    addRelation(parts, main, 'styles', created);
  }
}

/** The same text for styles that look the same: `null`, `0` and absent are one for a switch. */
function canonical(look: Look, keys: readonly string[]): string {
  return JSON.stringify(keys.map((key) => plain(look[key])));
}

function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === 0) return null;
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, plain(inner)] as const)
    .filter(([, inner]) => inner !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
