import { decodeExcelEscapes } from '../../../xlsx';
import type { XmlElement } from '../xml/element';

/** The texts of `sharedStrings.xml`, by number. */
export interface SharedTexts {
  /** Runs of formatted text put together. */
  readonly texts: readonly string[];
  /** Those with a format within. */
  readonly formatted: ReadonlySet<number>;
}

export function sharedTexts(root: XmlElement | undefined): SharedTexts {
  const items = root?.all('si') ?? [];
  const formatted = items.flatMap((one, index) => (one.child('r') === undefined ? [] : [index]));
  return { texts: items.map(textOf), formatted: new Set(formatted) };
}

/** The text of an `<si>` or `<is>`, without phonetic hints. */
export function textOf(item: XmlElement): string {
  const pieces = item.children.flatMap((child) => {
    if (child.name === 't') return [child];
    return child.name === 'r' ? child.all('t') : [];
  });
  return decodeExcelEscapes(pieces.map((piece) => piece.text).join(''));
}
