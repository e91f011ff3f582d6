import { XML_HEADER, textElement } from '../../../xlsx';
import type { SharedTexts } from '../open/shared-strings';
import { declareType } from '../package/content-types';
import type { PackageParts } from '../package/parts';
import { addRelation, relatedPart } from '../package/relations';
import { XmlEdits } from '../xml/edit';
import { parseXml } from '../xml/element';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';

/** The table of shared texts: those of the file, and those added. */
export class Strings {
  private readonly numbers = new Map<string, number>();
  private readonly added: string[] = [];
  /** Cells that use the table. */
  uses = 0;

  constructor(private readonly known: SharedTexts) {
    known.texts.forEach((text, index) => {
      if (!known.formatted.has(index) && !this.numbers.has(text)) this.numbers.set(text, index);
    });
  }

  numberOf(text: string): number {
    this.uses++;
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.known.texts.length + this.added.length;
      this.numbers.set(text, number);
      this.added.push(text);
    }
    return number;
  }

  /** Writes the texts added, and how many cells use the table. */
  save(parts: PackageParts, main: string, usesBefore: number): void {
    if (this.added.length === 0 && this.uses === usesBefore) return;
    const path = relatedPart(parts, main, 'sharedStrings');
    if (path === undefined) return this.create(parts, main);
    const xml = parts.text(path);
    const root = parseXml(xml);
    const edits = new XmlEdits(xml);
    const items = this.items(root.prefix);
    const counts = { count: this.uses, uniqueCount: this.known.texts.length + this.added.length };
    if (root.isEmpty) {
      const tag = xml.slice(root.start, root.tagEnd - 2).replace(/\s(?:uniqueC|c)ount="[^"]*"/g, '');
      const name = `${root.prefix}sst`;
      const numbers = ` count="${counts.count}" uniqueCount="${counts.uniqueCount}"`;
      edits.replace(root.start, root.end, `${tag.trimEnd()}${numbers}>${items}</${name}>`);
    } else {
      edits.attributes(root, counts);
      edits.insert(root.children.filter((one) => one.name === 'si').at(-1)?.end ?? root.contentStart, items);
    }
    parts.set(path, edits.print());
  }

  private create(parts: PackageParts, main: string): void {
    if (this.added.length === 0) return;
    const path = parts.has('xl/sharedStrings.xml')
      ? parts.freePath('xl/sharedStrings', '.xml')
      : 'xl/sharedStrings.xml';
    const counts = `count="${this.uses}" uniqueCount="${this.added.length}"`;
    parts.set(path, `${XML_HEADER}<sst xmlns="${MAIN}" ${counts}>${this.items('')}</sst>`);
    declareType(parts, path, TYPE);
    addRelation(parts, main, 'sharedStrings', path);
  }

  private items(prefix: string): string {
    return this.added
      .map(
        (text) =>
          `<${prefix}si>${textElement(text)
            .replace(/^<t/, `<${prefix}t`)
            .replace(/<\/t>$/, `</${prefix}t>`)}</${prefix}si>`,
      )
      .join('');
  }
}
