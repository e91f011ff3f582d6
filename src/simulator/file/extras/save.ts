import { escapeAttribute } from '../../../xlsx';
import { toFile } from '../formulas/to-file';
import { blocksOf } from '../open/rules';
import { addOutsideRelation } from '../package/relations';
import type { SavedSheet, Saving } from '../save/saving';
import { WORKSHEET } from '../save/sheet';
import type { Survivors } from '../save/retarget';
import { printBlock } from '../save/retarget';
import { XmlEdits, placeFor, withAttributes } from '../xml/edit';
import { parseXml, type XmlElement } from '../xml/element';
import { addedCharts } from './charts';
import { compareRules, extrasOf, type RuleChanges, type StoredRule } from './extras';
import { HIGHLIGHT, differenceMarkup, formatRules, highlightMarkup } from './highlights';
import { changedLinks, linkMarkup } from './links';
import { fitsToPages, pageElements } from './page-layout';
import { protectionMarkup } from './protection';
import { VALIDATION, validationMarkup } from './validations';

/**
 * Writes what people and the add-in have changed around the cells of a sheet: protection, conditional formats by
 * formula, rules of entry, links, print layout. What nobody changed stays as the file has it.
 * @param survivors which elements of the file are left after rows were deleted
 */
export function saveSheetExtras(saving: Saving, sheet: SavedSheet, survivors: Survivors): void {
  const writer = new ExtrasWriter(saving, sheet, survivors);
  // In the order of the schema: what is put at the same place comes in this order.
  writer.protection();
  writer.highlights();
  writer.validations();
  writer.links();
  writer.page();
  writer.charts();
  writer.save();
}

class ExtrasWriter {
  private readonly root: XmlElement;
  private readonly edits: XmlEdits;
  private readonly prefix: string;
  private readonly before;
  private readonly now;

  constructor(
    private readonly saving: Saving,
    private readonly sheet: SavedSheet,
    private readonly survivors: Survivors,
  ) {
    const xml = saving.parts.text(sheet.part);
    this.root = parseXml(xml);
    this.edits = new XmlEdits(xml);
    this.prefix = this.root.prefix;
    this.before = saving.opened.source.extras;
    this.now = extrasOf(saving.snapshot);
  }

  save(): void {
    if (!this.edits.isEmpty) this.saving.parts.set(this.sheet.part, this.edits.print());
  }

  protection(): void {
    const { id } = this.sheet;
    const [before, now] = [this.before.protections[id], this.now.protections[id]];
    if (JSON.stringify(before) === JSON.stringify(now)) return;
    this.setChild('sheetProtection', now === undefined ? '' : protectionMarkup(now, this.prefix));
  }

  highlights(): void {
    const { conditionalFormats } = this.now;
    const changes = compareRules(
      HIGHLIGHT,
      this.sheet.id,
      this.before.conditionalFormats,
      conditionalFormats,
    );
    if (changes.isSame) return;
    const rules = formatRules(this.root);
    const last = Math.max(0, ...rules.map((one) => one.rule.number('priority', 0)));
    this.removeChanged(changes, 'conditionalFormatting', rules);
    const { styles } = this.saving;
    const markup = changes.added.map((rule, index) => {
      if (rule.members.Type !== 'Custom') return '';
      const dxf = styles.difference(differenceMarkup(rule, styles.prefix));
      const at = { dxf, priority: last + index + 1, prefix: this.prefix };
      return highlightMarkup(rule, sqrefOf(rule), at, this.toFile);
    });
    this.edits.insert(placeFor(this.root, 'conditionalFormatting', WORKSHEET), markup.join(''));
  }

  validations(): void {
    const { validations } = this.now;
    const changes = compareRules(VALIDATION, this.sheet.id, this.before.validations, validations);
    if (changes.isSame) return;
    const list = this.root.child('dataValidations');
    const elements = list?.all('dataValidation') ?? [];
    const kept = elements.flatMap((element, index) => {
      const blocks = changes.keptBlocks(this.survivors.numberOf('dataValidation', index));
      if (blocks === undefined) return [element.source];
      const sqref = keptSqref(element, blocks);
      return sqref === '' ? [] : [resized(element, sqref)];
    });
    const added = changes.added.map((rule) =>
      validationMarkup(rule, sqrefOf(rule), this.prefix, this.toFile),
    );
    const all = [...kept, ...added.filter((one) => one !== '')];
    const name = `${this.prefix}dataValidations`;
    const tag = list === undefined ? `<${name}>` : list.xml.slice(list.start, list.tagEnd);
    const opening = withAttributes(tag.replace(/\s*\/>$/, '>'), { count: all.length });
    this.setChild('dataValidations', all.length === 0 ? '' : `${opening}${all.join('')}</${name}>`);
  }

  links(): void {
    const changes = changedLinks(this.sheet.id, this.before.hyperlinks, this.now.hyperlinks);
    if (changes.size === 0) return;
    const list = this.root.child('hyperlinks');
    const kept = (list?.all('hyperlink') ?? []).filter((element) => {
      const [block] = blocksOf(element.attribute('ref'));
      return block === undefined || !changes.has(`${block.firstRow},${block.firstColumn}`);
    });
    const relate = (address: string): string => {
      const id = addOutsideRelation(this.saving.parts, this.sheet.part, 'hyperlink', address);
      return `${linkPrefix(this.root)}:id="${escapeAttribute(id)}"`;
    };
    const added = [...changes].map(([key, link]) =>
      link === null ? '' : linkMarkup(key, link, this.prefix, relate),
    );
    const all = [...kept.map((one) => one.source), ...added.filter((one) => one !== '')];
    const name = `${this.prefix}hyperlinks`;
    this.setChild('hyperlinks', all.length === 0 ? '' : `<${name}>${all.join('')}</${name}>`);
  }

  page(): void {
    const members = this.now.pageLayouts[this.sheet.id];
    if (members === undefined) return;
    for (const [name, markup] of Object.entries(pageElements(members, this.prefix)))
      this.setChild(name, markup);
    if (!fitsToPages(members)) return;
    const properties = this.root.child('sheetPr');
    const fit = `<${this.prefix}pageSetUpPr fitToPage="1"/>`;
    const stated = properties?.child('pageSetUpPr');
    if (stated !== undefined) this.edits.attributes(stated, { fitToPage: 1 });
    else if (properties !== undefined) this.edits.append(properties, fit);
    else this.setChild('sheetPr', `<${this.prefix}sheetPr>${fit}</${this.prefix}sheetPr>`);
  }

  charts(): void {
    const id = addedCharts(this.saving, this.sheet);
    if (id === undefined) return;
    const place = placeFor(this.root, 'drawing', WORKSHEET);
    this.edits.insert(place, `<${this.prefix}drawing ${linkPrefix(this.root)}:id="${escapeAttribute(id)}"/>`);
  }

  private readonly toFile = (formula: string): string =>
    toFile(formula, { tables: this.saving.tables, functions: this.saving.opened.source.functions });

  /** Takes rules of the file away from the cells where they no longer apply. */
  private removeChanged(
    changes: RuleChanges,
    name: string,
    rules: readonly { readonly format: XmlElement; readonly rule: XmlElement }[],
  ): void {
    const gone = rules.filter(
      (_, index) => changes.keptBlocks(this.survivors.numberOf(name, index)) !== undefined,
    );
    for (const format of new Set(gone.map((one) => one.format))) {
      const own = gone.filter((one) => one.format === format);
      if (own.length === format.all('cfRule').length) this.edits.remove(format);
      else for (const { rule } of own) this.edits.remove(rule);
    }
  }

  private setChild(name: string, markup: string): void {
    const found = this.root.child(name);
    if (found !== undefined) this.edits.replace(found.start, found.end, markup);
    else this.edits.insert(placeFor(this.root, name, WORKSHEET), markup);
  }
}

/** How the part names the space of relationships. */
const linkPrefix = ({ xml }: XmlElement): string =>
  /\sxmlns:([\w.-]+)="[^"]*officeDocument\/(?:2006\/)?relationships"/.exec(xml)?.[1] ?? 'r';

const sqrefOf = ({ startRow, startColumn, endRow, endColumn }: StoredRule): string =>
  printBlock({ firstRow: startRow, firstColumn: startColumn, lastRow: endRow, lastColumn: endColumn });

/** The blocks of an element that are left, by their number. */
function keptSqref(element: XmlElement, blocks: readonly number[]): string {
  return blocksOf(element.attribute('sqref'))
    .filter((_, index) => blocks.includes(index))
    .map(printBlock)
    .join(' ');
}

function resized(element: XmlElement, sqref: string): string {
  const length = element.tagEnd - element.start;
  return withAttributes(element.source.slice(0, length), { sqref }) + element.source.slice(length);
}
