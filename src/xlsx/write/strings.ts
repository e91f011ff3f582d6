import { XML_HEADER, textElement } from './xml';

/** The texts of the cells, each stored once (`xl/sharedStrings.xml`). */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses += 1;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  *print(): Iterable<string> {
    const counts = `count="${this.uses}" uniqueCount="${this.numbers.size}"`;
    yield `${XML_HEADER}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>`;
    for (const text of this.numbers.keys()) yield `<si>${textElement(text)}</si>`;
    yield '</sst>';
  }
}
