import { corrupt } from '../zip/refused';
import { decodeExcelEscapes } from './escapes';
import { endOfElement, endOfMarkup, findElement, isUnusual, usualMarkup } from './markup';
import { decodeTogether, endsPlainText, plainTextStart } from './plain-texts';
import { decodeText } from './text-pool';
import { walkXml } from './xml';

const LESS = 0x3c;
const GREATER = 0x3e;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The texts that cells share. Located as far as the highest index asked for, decoded one by one when a
 * cell is looked at: the table of a large workbook holds hundreds of thousands, a contribution a few.
 */
export class SharedStrings {
  private readonly bytes: Uint8Array;
  private starts = new Uint32Array(1024);
  private located = 0;
  /** Where the search for the next one goes on. */
  private position: number;
  private readonly decoded: (string | undefined)[] = [];

  /** @param xml `sharedStrings.xml` as UTF-8 */
  constructor(xml: Uint8Array) {
    const root = findElement(xml, 'sst');
    if (root < 0) throw corrupt('table des textes');
    const unusual = isUnusual(xml, root);
    this.bytes = unusual ? usualMarkup(xml, root) : xml;
    this.position = unusual ? 0 : root;
  }

  /** Makes sure that text number `index` exists; refuses the workbook otherwise. */
  require(index: number): void {
    if (index >= this.located) this.locate(index);
    if (index >= this.located) {
      throw corrupt(`une cellule renvoie au texte n° ${index}, la table en compte ${this.located}`);
    }
  }

  /** Text number `index`, which must have been required. */
  get(index: number): string {
    return (this.decoded[index] ??= this.decode(index));
  }

  /**
   * The same for those who read everything: neighbours are decoded together, ten times faster. Texts then
   * share the memory of their neighbours (a few kB), which `get` avoids for what is kept.
   */
  getWithNeighbours(index: number): string {
    const known = this.decoded[index];
    if (known !== undefined) return known;
    decodeTogether(this.bytes, this.starts, index, this.located, this.decoded, (one) => this.decode(one));
    return this.get(index);
  }

  private locate(index: number): void {
    const { bytes } = this;
    let p = this.position;
    while (this.located <= index && p < bytes.length) {
      if (bytes[p] !== LESS) p++;
      else if (bytes[p + 1] === 0x73 && bytes[p + 2] === 0x69 && isNameEnd(bytes[p + 3])) {
        if (this.located === this.starts.length) {
          const larger = new Uint32Array(this.starts.length * 2);
          larger.set(this.starts);
          this.starts = larger;
        }
        this.starts[this.located++] = p;
        p = afterPlainText(bytes, p);
      } else if (bytes[p + 1] === 0x21 || bytes[p + 1] === 0x3f) p = endOfMarkup(bytes, p);
      else p++;
    }
    this.position = p;
  }

  private decode(index: number): string {
    const { bytes } = this;
    const start = this.starts[index] as number;
    const from = plainTextStart(bytes, start);
    if (from > 0) {
      let p = from;
      while (p < bytes.length && bytes[p] !== LESS) p++;
      if (endsPlainText(bytes, p)) return decodeText(bytes, from, p);
    }
    return richText(utf8.decode(bytes.subarray(start, endOfElement(bytes, start, 'si'))));
  }
}

/** After `<si><t>text</t></si>`, whose tags need not be looked at; after the start tag of anything else. */
function afterPlainText(bytes: Uint8Array, start: number): number {
  if (bytes[start + 5] !== 0x74 || bytes[start + 6] !== GREATER || bytes[start + 3] !== GREATER)
    return start + 4;
  let p = start + 7;
  while (p < bytes.length && bytes[p] !== LESS) p++;
  return bytes[p + 1] === 0x2f && bytes[p + 2] === 0x74 && bytes[p + 6] === 0x73 ? p + 9 : p;
}

/** The runs of a rich text one after the other, without what helps to pronounce them (`rPh`). */
function richText(xml: string): string {
  let text = '';
  let phonetic = 0;
  let inside = false;
  walkXml(xml, {
    open(name) {
      if (name === 'rPh') phonetic++;
      inside = name === 't';
    },
    close(name) {
      if (name === 'rPh') phonetic--;
      inside = false;
    },
    text(part) {
      if (inside && phonetic === 0) text += part;
    },
  });
  return decodeExcelEscapes(text);
}

function isNameEnd(b: number | undefined): boolean {
  return b === GREATER || b === 0x2f || (b !== undefined && b <= 0x20);
}
