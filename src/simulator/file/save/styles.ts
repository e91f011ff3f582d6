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
import type { XmlElement } from '../xml/element';

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
  private readonly added = new Map<string, string[]>();
  private readonly numbers = new Map<string, number>();
  private readonly prefix: string;

  constructor(private readonly sheet: Stylesheet) {
    this.prefix = sheet.root.prefix;
  }

  /** How many styles the file has. */
  get count(): number {
    return this.sheet.looks.length;
  }

  /**
   * The number of the style that looks so. Only what differs from the style the cell had is written anew: what
   * the grid does not know (protection, theme colours) stays.
   * @param quoted text that looks like a formula stays text when the person edits it
   */
  numberOf(look: Nullable<IStyleData>, base: number, quoted = false): number {
    const fallback = this.sheet.looks[0] ?? {};
    const now: IStyleData = { ...fallback, ...look };
    const before: IStyleData = { ...fallback, ...(this.sheet.looks[base] ?? {}) };
    const changed = (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).filter(
      (group) => canonical(now as Look, GROUPS[group]) !== canonical(before as Look, GROUPS[group]),
    );
    if (changed.length === 0 && !quoted) return base;
    const key = JSON.stringify([base, quoted, changed.map((group) => canonical(now as Look, GROUPS[group]))]);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.add('cellXfs', 'xf', this.xf(base, now, new Set(changed), quoted));
      this.numbers.set(key, number);
    }
    return number;
  }

  /** The same style, whose text stays text when the person edits it. */
  quoted(style: number): number {
    const xf = this.sheet.root.child('cellXfs')?.all('xf')[style];
    if (xf?.flag('quotePrefix') === true) return style;
    return this.numberOf(this.sheet.looks[style], style, true);
  }

  private xf(base: number, look: IStyleData, changed: ReadonlySet<string>, quoted: boolean): string {
    const original = this.sheet.root.child('cellXfs')?.all('xf')[base];
    const values: Record<string, string | number | undefined> = quoted ? { quotePrefix: 1 } : {};
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
    const tag =
      original === undefined
        ? `<${this.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0">`
        : this.sheet.xml.slice(original.start, original.tagEnd).replace(/\s*\/>$/, '>');
    const inner = alignment + (original?.child('protection')?.source ?? '');
    const opened = withAttributes(tag, values);
    return inner === '' ? `${opened.slice(0, -1)}/>` : `${opened}${inner}</${this.prefix}xf>`;
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
    const index = (this.sheet.root.child('cellXfs')?.all('xf') ?? []).findIndex(
      (one) => one.number('fontId', 0) === id,
    );
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
